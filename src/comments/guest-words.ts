/** Endings of addresses that are written without "https://"; not every one: "end.Then" is no address. */
const addressEndings =
  "com|net|org|info|biz|io|ru|cn|xyz|top|site|online|shop|club|link|live|store|app|gg|ly|tk";

const links = [
  /:\/\//u,
  /\bwww\./iu,
  /\bmailto:/iu,
  /<a[\s/>]/iu,
  // What stands before a path is a host, whatever its ending.
  /[\p{L}\p{N}-]\.\p{L}{2,}\/[\p{L}\p{N}]/u,
  new RegExp(
    String.raw`[\p{L}\p{N}-]\s?(?:\.|\(dot\)|\[dot\])\s?(?:${addressEndings})(?![\p{L}\p{N}])`,
    "iu",
  ),
];

/** Whether words lead elsewhere: what a guest writes has no links, the first thing every wave of spam brings. */
export function leadsElsewhere(typed: string): boolean {
  const text = typed
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKC")
    .replaceAll("。", ".");
  return links.some((link) => link.test(text)) || text.split(/\s+/u).some(isAddress);
}

/**
 * Whether a word is an e-mail address: something, "@", something, a dot, something. By hand, because an expression that
 * says so looks at every "@" to the end of the word: ten thousand of them in one word held up the archive for seconds.
 */
function isAddress(word: string): boolean {
  const at = word.indexOf("@", 1);
  return at > 0 && word.lastIndexOf(".", word.length - 2) > at + 1;
}

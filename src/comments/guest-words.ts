/** Endings of addresses that are written without "https://"; not every one: "end.Then" is no address. */
const addressEndings =
  "com|net|org|info|biz|io|ru|cn|xyz|top|site|online|shop|club|link|live|store|app|gg|ly|tk";

const links = [
  /:\/\//u,
  /\bwww\./iu,
  /\bmailto:/iu,
  /<a[\s/>]/iu,
  /\S@\S+\.\S/u,
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
  return links.some((link) => link.test(text));
}

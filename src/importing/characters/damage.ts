import iconv from "iconv-lite";
import type { ReadingDraft } from "../reading-draft.ts";
import { readEscapedQuotes } from "./escaped-quotes.ts";
import { readMojibake } from "./mojibake.ts";
import { rewriteBlocks, rewritings } from "./rewrite.ts";

/** Repairs what happened to single characters on the file's way here (T12, T16, T43–T45). */
export function repairCharacters(draft: ReadingDraft, source: "text" | "html"): void {
  if (source === "text") {
    readQuotedPrintable(draft);
    rewriteBlocks(draft, "windows-characters", (text) => rewritings(text, characterCode, characterOf));
  } else rewriteBlocks(draft, "windows-characters", (text) => rewritings(text, doubleCode, characterOf));
  rewriteBlocks(draft, "windows-characters", (text) => rewritings(text, /[\u0080-\u009f]/g, fromWindows));
  readMojibake(draft);
  rewriteBlocks(draft, "ligatures", (text) => rewritings(text, ligatures, (sign) => sign.normalize("NFKC")));
  readEscapedQuotes(draft);
  rewriteBlocks(draft, "invisible-characters", (text) => rewritings(text, invisible, () => ""));
}

/** Soft hyphen, zero-width space, word joiner and stray byte order marks; joiners that shape letters stay. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
/** The Latin pairs and triples that printers cast as one sign, and PDF files copy so (T17). */
const ligatures = /[\ufb00-\ufb06]/g;
const characterCode =
  /&(?:amp;){0,3}(?:#\d{2,5}|#x[\da-f]{2,5}|quot|apos|nbsp|[lr][sd]quo|hellip|[mn]dash|amp|lt|gt|[aeiou](?:acute|grave|uml|circ)|ccedil|ntilde);|&amp(?=\s)/giu;
/** Codes an archive's program wrote twice, so that a page shows them; `&lt;` may be about HTML. */
const doubleCode =
  /&(?:amp;)*(?:quot|apos|#0?39|nbsp|[lr][sd]quo|hellip|[mn]dash|#8(?:21[167]|22[01]|230));/giu;
const named: Record<string, string> = {
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  amp: "&",
  lt: "<",
  gt: ">",
  ccedil: "ç",
  ntilde: "ñ",
};
const accents: Record<string, string> = { acute: "\u0301", grave: "\u0300", uml: "\u0308", circ: "\u0302" };

function characterOf(code: string): string | null {
  const name = code.replace(/^&(?:amp;)*(?=.)|;$/giu, "") || "amp";
  if (!name.startsWith("#")) {
    const accent = accents[name.slice(1).toLowerCase()];
    return accent ? `${name[0]}${accent}`.normalize("NFC") : (named[name.toLowerCase()] ?? null);
  }
  const number = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (number < 32 || (number >= 0xd800 && number <= 0xdfff)) return null;
  return fromWindows(String.fromCodePoint(number)) ?? String.fromCodePoint(number);
}

/** Numbers 128–159 were meant as windows-1252, as the HTML standard too has it. */
function fromWindows(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || code > 0x9f) return null;
  const meant = iconv.decode(Buffer.from([code]), "windows-1252");
  return /[\u0080-\u009f\ufffd]/u.test(meant) ? null : meant;
}

const mailCode = /(?:=[\dA-F]{2})+/g;

/** Mail's quoted-printable (RFC 2045, 6.7), left undone: known by codes and by lines that end in `=`. */
function readQuotedPrintable(draft: ReadingDraft): void {
  let codes = 0;
  let softBreaks = 0;
  for (const block of draft.blocks.keys()) {
    const text = draft.textOf(block);
    codes += [...text.slice(0, 10_000).matchAll(mailCode)].length;
    if (/=\s*$/u.test(text.slice(-20))) softBreaks++;
  }
  if (codes < 3 || (softBreaks === 0 && codes < draft.blocks.length / 4)) return;
  rewriteBlocks(draft, "quoted-printable", (text) => rewritings(text, /(?:=[\dA-F]{2})+|=\s*$/g, mailBytes));
  const edits = [...draft.blocks.keys()].flatMap((block) => {
    const before =
      block > 0 && (draft.blocks[block]?.gapBefore ?? 0) === 0 ? draft.textOf(block - 1).slice(-40) : "";
    if (/=\s*$/u.test(before)) return [{ kind: "join-lines", block, with: "nothing" } as const];
    return /=20$/u.test(before) ? [{ kind: "join-lines", block, with: "nothing" } as const] : [];
  });
  if (edits.length > 0) draft.add({ kind: "joined-lines", state: "applied", count: edits.length, edits });
}

function mailBytes(codes: string): string {
  if (/^=\s*$/u.test(codes)) return "";
  const bytes = Buffer.from(codes.replaceAll("=", ""), "hex");
  const utf8 = bytes.toString("utf8");
  return utf8.includes("\ufffd") ? iconv.decode(bytes, "windows-1252") : utf8;
}

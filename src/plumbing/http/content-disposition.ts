/**
 * The Content-Disposition value that saves a response under a name in any script (RFC 6266): `filename*`
 * holds the name itself (RFC 5987, now RFC 8187), `filename` an ASCII likeness for whoever cannot read that.
 */
export function attachment(name: string): string {
  const dot = name.lastIndexOf(".");
  const stem = ascii(name.slice(0, dot < 0 ? undefined : dot));
  const extension = dot < 0 ? "" : ascii(name.slice(dot));
  return `attachment; filename="${stem || "story"}${extension}"; filename*=UTF-8''${percentEncoded(name)}`;
}

/** Marks fall from their letters (é → e); a character without an ASCII likeness goes. */
function ascii(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/gu, "")
    .replace(/["\\%]/g, "")
    .trim();
}

/** Percent-encodes all but the `attr-char` of RFC 8187, section 3.2.1, which `encodeURIComponent` exceeds. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

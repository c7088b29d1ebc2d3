/**
 * Whether who asks has it already, by what `If-None-Match` says: one of several tags, weakly compared, because whatever packs
 * answers on the way weakens them (RFC 9110, section 13.1.2).
 *
 * @param tag as it stands in `ETag`, with its quotation marks
 */
export function isKnownAlready(header: string | undefined, tag: string): boolean {
  return (header ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === tag || one === "*");
}

import { createHash } from "node:crypto";

/** The name space for addresses (RFC 9562, section 6.6). */
const addressNamespace = "6ba7b8119dad11d180b400c04fd430c8";

/**
 * A book's identifier: a name-based UUID of the work's address (RFC 9562, section 5.5). Every copy of a work
 * from one archive has the same one, so an e-reader sees a new edition and not a second book.
 */
export function bookIdentifier(url: string): string {
  const digest = createHash("sha1").update(Buffer.from(addressNamespace, "hex")).update(url).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

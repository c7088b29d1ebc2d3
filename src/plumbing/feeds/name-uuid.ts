import { createHash } from "node:crypto";

/** The namespace of what Pressie names, drawn once; another would make every feed reader show everything anew. */
const namespace = Buffer.from("5b1f6c0e3d9a4c57a2e4d80b9c7a61f3", "hex");

/**
 * A name as a UUID, the same for ever and on every machine (RFC 9562, section 5.5, version 5).
 *
 * @returns "urn:uuid:…" (section 4)
 */
export function nameUuid(name: string): string {
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = bytes.toString("hex");
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

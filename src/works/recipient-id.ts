import { createHash } from "node:crypto";
import { foldName } from "../vocabulary/fold-name.ts";
import { idAlphabet } from "../vocabulary/ids.ts";

/**
 * Who a gift is for, as one id: the pseud's own, or one spelled from a free name, so that "Tam" and "tam" are one
 * recipient and the address of their gifts never changes.
 *
 * @returns ten characters in the shape of a public id (vocabulary/ids.ts)
 */
export function recipientId(pseudId: string | null, name: string): string {
  if (pseudId !== null) return pseudId;
  const bytes = createHash("sha256")
    .update(`recipient ${foldName(name)}`)
    .digest();
  return Array.from(bytes.subarray(0, 10), (byte) => idAlphabet[byte & 31]).join("");
}

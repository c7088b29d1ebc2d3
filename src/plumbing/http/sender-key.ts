import { createHmac, randomBytes } from "node:crypto";

/** Dies with the process: what was hashed with it can never be told again. */
const processKey = randomBytes(32);

/**
 * Stands for a sender's address in rate limits, so that no address is kept.
 *
 * IPv6 senders are taken by their /64, which one household commonly owns whole (RFC 6177).
 *
 * @param socketAddress the address of the connection
 * @param forwardedFor the X-Forwarded-For header, or null
 * @param trustedProxies how many proxies before us wrote that header; with 0 it is not believed
 */
export function senderKey(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const hops = forwardedFor && trustedProxies > 0 ? forwardedFor.split(",").map((hop) => hop.trim()) : [];
  const address = hops.at(-trustedProxies) ?? hops[0] ?? socketAddress;
  const plain = address.replace(/^::ffff:/, "");
  const household = plain.includes(":") ? plain.split(":").slice(0, 4).join(":") : plain;
  return createHmac("sha256", processKey).update(household).digest("base64url").slice(0, 22);
}

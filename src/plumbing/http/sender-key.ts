import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";

/** The first groups of an IPv6 address; zeros left out by "::" count (RFC 5952, section 4.2). */
function firstGroups(address: string, count: number): string {
  const [before = "", after] = address.split("::");
  const groups = before.split(":").filter((group) => group !== "");
  const rest = after?.split(":").filter((group) => group !== "") ?? [];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array<string>(zeros).fill("0"), ...rest].slice(0, count).join(":");
}

/** Dies with the process: what was hashed with it can never be told again. */
const processKey = randomBytes(32);

/**
 * Where a request comes from, as far as senders are told apart. To be hashed and forgotten, never kept.
 *
 * IPv6 senders are taken by their /64, which one household commonly owns whole (RFC 6177).
 *
 * @param socketAddress the address of the connection
 * @param forwardedFor the X-Forwarded-For header, or null
 * @param trustedProxies how many proxies before us wrote that header; with 0 it is not believed
 */
export function householdOf(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const hops = forwardedFor && trustedProxies > 0 ? forwardedFor.split(",").map((hop) => hop.trim()) : [];
  const address = hops.at(-trustedProxies) ?? hops[0] ?? socketAddress;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv6(plain) ? firstGroups(plain, 4) : plain.replace(/^([\d.]+):\d+$/, "$1");
}

/** Stands for a sender's address in rate limits, so that no address is kept; takes what `householdOf` takes. */
export function senderKey(
  socketAddress: string,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const household = householdOf(socketAddress, forwardedFor, trustedProxies);
  return createHmac("sha256", processKey).update(household).digest("base64url").slice(0, 22);
}

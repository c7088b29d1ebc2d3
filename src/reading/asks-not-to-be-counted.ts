import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { ArchiveContext } from "../people/request.ts";

/** Set in a browser whose reader wants none of their reading counted; it says nothing else. */
const uncounted = "pressie.uncounted";
/** A year: the longest that browsers keep a cookie is little more. */
const lasting = 31_536_000;

/**
 * Whether a browser says by itself that nothing is to be made of what its reader does: Global Privacy Control
 * (https://www.w3.org/TR/gpc/, "Sec-GPC"), or the older "DNT".
 */
export function asksNotToBeCounted(header: (name: string) => string): boolean {
  return header("sec-gpc") === "1" || header("dnt") === "1";
}

/** Whether a reader said so in this browser. */
export function isUncountedBrowser(context: ArchiveContext): boolean {
  return getCookie(context, uncounted) !== undefined;
}

/** Remembers in this browser whether its reader is to be counted. */
export function rememberWhetherCounted(
  context: ArchiveContext,
  isCounted: boolean,
  overHttps: boolean,
): void {
  const options = { path: "/", httpOnly: true, sameSite: "Lax", secure: overHttps } as const;
  if (isCounted) deleteCookie(context, uncounted, options);
  else setCookie(context, uncounted, "1", { ...options, maxAge: lasting });
}

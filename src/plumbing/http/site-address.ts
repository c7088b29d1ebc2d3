import type { Context } from "hono";

/**
 * The archive's address without a slash at the end, for links that are read elsewhere (files, feeds, catalogues).
 *
 * @param publicAddress as its owner says it; null: as it was asked at
 */
export function siteAddress(context: Context, publicAddress: string | null): string {
  return publicAddress ?? new URL(context.req.url).origin;
}

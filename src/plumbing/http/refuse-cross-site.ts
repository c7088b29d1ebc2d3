import type { MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";

/**
 * Refuses posts that another site's page sent: the browser says where a post comes from by
 * Sec-Fetch-Site or Origin, and a post that says neither is refused too.
 *
 * Hosts are compared, not schemes: behind a proxy the archive hears http where readers say https.
 */
export function refuseCrossSite(): MiddlewareHandler {
  return csrf({
    origin: (origin, context) => {
      const host = context.req.header("host");
      return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
    },
    secFetchSite: ["same-origin", "none"],
  });
}

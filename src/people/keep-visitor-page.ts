import type { MiddlewareHandler } from "hono";
import { type VisitorPages, visitorKey } from "../plumbing/http/visitor-pages.ts";
import type { ArchiveEnvironment } from "./request.ts";

/**
 * Keeps a page that was made for a visitor without any cookie, for the visitors after them. Only for
 * pages that are the same for all visitors; forms and personal pages are not routed through it.
 */
export function keepVisitorPage(pages: VisitorPages): MiddlewareHandler<ArchiveEnvironment> {
  return async (context, next) => {
    const epoch = pages.epoch();
    await next();
    if (context.req.method !== "GET" || context.res.status !== 200) return;
    if (context.req.header("cookie") !== undefined || context.res.headers.has("set-cookie")) return;
    const { pathname, search } = new URL(context.req.url);
    const key = visitorKey(pathname + search, context.req.header("accept-language") ?? "");
    const copy = context.res.clone();
    context.header("vary", "cookie, accept-language, accept-encoding");
    const headers = new Headers(context.res.headers);
    await pages.keep(key, epoch, headers, await copy.arrayBuffer());
  };
}

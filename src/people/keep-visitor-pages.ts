import type { MiddlewareHandler } from "hono";
import { comfortAlone } from "../plumbing/http/comfort-cookie.ts";
import { type VisitorPages, visitorKey } from "../plumbing/http/visitor-pages.ts";
import { comfortWord, readComfort } from "../ui/comfort.ts";
import type { ArchiveEnvironment } from "./request.ts";

/** Stands before the pages that are the same for every visitor; forms and personal pages go without. */
export const sameForVisitors: MiddlewareHandler<ArchiveEnvironment> = async (context, next) => {
  context.set("sameForVisitors", true);
  await next();
};

/**
 * Keeps a page that was made for a visitor without any cookie but that for looks, for the visitors after them.
 *
 * Must be the outermost of all: what is kept is sent without anything else having a hand in it, so it must
 * carry every header the others add.
 */
export function keepVisitorPages(pages: VisitorPages): MiddlewareHandler<ArchiveEnvironment> {
  return async (context, next) => {
    const epoch = pages.epoch();
    await next();
    if (!context.var.sameForVisitors || context.req.method !== "GET" || context.res.status !== 200) return;
    const comfort = comfortAlone(context.req.header("cookie"));
    if (comfort === null || context.res.headers.has("set-cookie")) return;
    // Only looks there are, each by its one word: nobody fills the memory with words of theirs.
    if (comfort !== "" && comfortWord(readComfort(comfort)) !== comfort) return;
    const { pathname, search } = new URL(context.req.url);
    const key = visitorKey(pathname + search, context.req.header("accept-language") ?? "", comfort);
    const copy = context.res.clone();
    context.header("vary", "cookie, accept-language, accept-encoding");
    const body = await copy.arrayBuffer();
    await pages.keep(key, epoch, new Headers(context.res.headers), body, context.var.whenSentAgain);
  };
}

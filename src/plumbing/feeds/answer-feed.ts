import { createHash } from "node:crypto";
import type { Context } from "hono";
import { isKnownAlready } from "../http/is-known-already.ts";
import { type AtomFeed, atomDocument, atomMediaType } from "./atom-document.ts";
import { jsonFeed, jsonFeedMediaType } from "./json-feed.ts";

/** The one answer to whoever asks: caches may give it for so many seconds. */
export const forEverybody = "public, max-age=300";
/** Whoever keeps it asks each time whether it still holds. */
export const forItsOwner = "private, no-cache";

/** Which of two forms a feed is asked for in; both say the same. */
export type FeedForm = "atom" | "json";

/**
 * Gives a feed in the form that is asked for, or says that whoever asks has it already.
 *
 * @param caching one of the two above
 */
export function answerFeed(context: Context, form: FeedForm, feed: AtomFeed, caching: string): Response {
  const [body, mediaType] =
    form === "atom" ? [atomDocument(feed), atomMediaType] : [jsonFeed(feed), jsonFeedMediaType];
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  context.header("x-robots-tag", "noindex");
  context.header("cache-control", caching);
  context.header("etag", tag);
  if (isKnownAlready(context.req.header("if-none-match"), tag)) return context.body(null, 304);
  return context.body(body, 200, { "content-type": mediaType });
}

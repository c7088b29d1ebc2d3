import type { AtomFeed } from "./atom-document.ts";

/** The media type of a JSON Feed (version 1.1, "Discovery"). */
export const jsonFeedMediaType = "application/feed+json; charset=utf-8";

/** The same feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: AtomFeed): string {
  return JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      home_page_url: feed.alternate,
      feed_url: feed.selfAsJson,
      ...(feed.subtitle === null ? {} : { description: feed.subtitle }),
      language: feed.language,
      authors: [{ name: feed.author }],
      items: feed.entries.map((entry) => ({
        id: entry.id,
        url: entry.alternate,
        title: entry.title,
        content_html: entry.summaryHtml,
        ...(entry.published === null ? {} : { date_published: new Date(entry.published).toISOString() }),
        date_modified: new Date(entry.updated).toISOString(),
        // Without any, those of the feed are meant ("Items", authors).
        ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map(authorObject) }),
        tags: entry.categories.map(({ term }) => term),
        language: entry.language,
      })),
    },
    null,
    1,
  );
}

function authorObject({ name, address }: AtomFeed["entries"][number]["authors"][number]) {
  return { name, ...(address === null ? {} : { url: address }) };
}

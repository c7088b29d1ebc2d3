import type { Page } from "./page.ts";

/** A feed of what a page shows, in both forms. */
export type PageFeed = {
  title: string;
  atom: string;
  json: string;
  /** Whether the page says itself where its feed is. */
  isShown?: boolean;
};

/** The addresses of a feed that is its owner's alone, written out to be copied. */
export function FeedAddresses({ page, feed }: { page: Page; feed: Pick<PageFeed, "atom" | "json"> }) {
  const { t } = page;
  return (
    <dl class="feed-addresses">
      <dt>{t("As Atom")}</dt>
      <dd>
        <a href={feed.atom} class="feed-address" type="application/atom+xml">
          {feed.atom}
        </a>
      </dd>
      <dt>{t("As a JSON Feed")}</dt>
      <dd>
        <a href={feed.json} class="feed-address" type="application/feed+json">
          {feed.json}
        </a>
      </dd>
    </dl>
  );
}

/** Tells programs that are given the page's address where its feed is. */
export function FeedsInHead({ page, feed }: { page: Page; feed: PageFeed }) {
  const { title, atom, json } = feed;
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={atom} />
      <link
        rel="alternate"
        type="application/feed+json"
        title={page.t("{title} (JSON Feed)", { title })}
        href={json}
      />
    </>
  );
}

/** Tells people the same, at the end of the page. */
export function FeedLinks({ page, feed }: { page: Page; feed: PageFeed }) {
  const { t } = page;
  if (feed.isShown) return null;
  return (
    <ul class="facts-line feed-links" aria-label={t("Feeds of this page")}>
      <li>
        <a href={feed.atom} type="application/atom+xml">
          {t("Feed (Atom)")}
        </a>
      </li>
      <li>
        <a href={feed.json} type="application/feed+json">
          {t("Feed (JSON Feed)")}
        </a>
      </li>
    </ul>
  );
}

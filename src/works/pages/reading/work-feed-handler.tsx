import { visitor } from "../../../people/person.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { answerFeed, type FeedForm, forEverybody, forItsOwner } from "../../../plumbing/feeds/answer-feed.ts";
import type { AtomEntry, AtomFeed } from "../../../plumbing/feeds/atom-document.ts";
import { nameUuid } from "../../../plumbing/feeds/name-uuid.ts";
import { siteAddress } from "../../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { feedPage } from "../../../ui/feed-page.ts";
import type { Page } from "../../../ui/page.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { chaptersTold } from "../../chapters-told.ts";
import { entryOfWork } from "../../feed-entry.tsx";
import { listNews, type News } from "../../news.ts";
import { robotsHeaders } from "../../robots-wishes.ts";
import { Note } from "../../story.tsx";
import type { ChapterEntry, Work } from "../../work.ts";
import { fillCards } from "../../work-cards.ts";
import { wordsSentence } from "../../work-length.tsx";
import { findWork, listChapters } from "../../works.ts";

/** As many as come in between two looks of a feed reader, and some more. */
const mostEntries = 30;

/**
 * The last chapters and news of a work, for whoever may open it; its author, too, sees it as readers do. A chapter that came
 * out with nobody to be told is not in it.
 */
export function sendWorkFeed(
  parts: {
    database: Database;
    settings: SettingsKeeper;
    /** The archive's address without a slash at the end, or null for the one asked at. */
    publicAddress: string | null;
  },
  form: FeedForm,
): ArchiveHandler {
  const { reading } = parts.database;
  return async (context) => {
    const { person } = context.var;
    const work = await findWork(reading, person, context.req.param("workId") ?? "");
    // A feed is copied on by programs: it names to everybody whom it names to a visitor.
    const [card] = work?.status === "published" ? await fillCards(reading, visitor, [work.id]) : [];
    if (!work || !card) throw new NotFound();
    const page = await feedPage(parts.settings);
    const address = siteAddress(context, parts.publicAddress);
    const { authors } = entryOfWork(page, address, card);
    const news = (await listNews(reading, work)).map((one) => entryOfNews(page, address, work, one));
    const entries = [...(await chapterEntries(reading, page, address, work)), ...news]
      .sort((one, other) => other.updated - one.updated)
      .slice(0, mostEntries)
      .map((entry) => ({ ...entry, authors }));
    const feed: AtomFeed = {
      id: nameUuid(`works/${work.id}/chapters`),
      title: `${work.title} · ${page.archiveName}`,
      subtitle: page.t("Chapters and news"),
      updated: Math.max(work.publishedAt ?? 0, ...entries.map(({ updated }) => updated)),
      author: page.archiveName,
      self: address + urls.workFeed(work.id),
      selfAsJson: address + urls.workJsonFeed(work.id),
      alternate: address + urls.work(work.id),
      language: page.locale,
      entries,
    };
    const caching = person.kind === "visitor" ? forEverybody : forItsOwner;
    const answer = answerFeed(context, form, feed, caching);
    const robots = robotsHeaders({ unindexed: true, aiCrawlers: work.access.aiCrawlers });
    for (const [name, value] of Object.entries(robots)) answer.headers.set(name, value);
    return answer;
  };
}

async function chapterEntries(reader: Reader, page: Page, address: string, work: Work): Promise<AtomEntry[]> {
  const told = await chaptersTold(reader, work.id);
  const chapters = (await listChapters(reader, { id: work.id, mine: false }))
    .flatMap((chapter) => {
      const at = told.has(chapter.id) ? (told.get(chapter.id) ?? null) : chapter.publishedAt;
      return at === null ? [] : [{ chapter, at }];
    })
    .sort((one, other) => other.at - one.at)
    .slice(0, mostEntries);
  const summaries = await summariesOf(
    reader,
    work.id,
    chapters.map(({ chapter }) => chapter.id),
  );
  return chapters.map(({ chapter, at }) => ({
    id: nameUuid(`works/${work.id}/chapters/${chapter.id}`),
    title: titleOf(page, work, chapter),
    language: work.language,
    published: chapter.publishedAt,
    updated: at,
    alternate: address + urls.chapter(work.id, chapter.id),
    authors: [],
    categories: [],
    summaryHtml: String(
      <>
        <p>{wordsSentence(page, chapter.wordCount)}</p>
        {summaries.get(chapter.id) && (
          <Note html={summaries.get(chapter.id) ?? ""} language={work.language} />
        )}
      </>,
    ),
  }));
}

async function summariesOf(reader: Reader, workId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("chapters")
    .select(["id", "summary"])
    .where("work_id", "=", workId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, summary }) => [id, summary]));
}

function titleOf({ t }: Page, work: Work, { number, title }: ChapterEntry): string {
  return title === ""
    ? t("{work}, chapter {number, number}", { work: work.title, number })
    : t("{work}, chapter {number, number}: {title}", { work: work.title, number, title });
}

function entryOfNews(page: Page, address: string, work: Work, news: News): AtomEntry {
  return {
    id: nameUuid(`works/${work.id}/news/${news.id}`),
    title: page.t("News of {work}", { work: work.title }),
    language: work.language,
    published: news.postedAt,
    updated: news.editedAt ?? news.postedAt,
    alternate: `${address}${urls.work(work.id)}#news-${news.id}`,
    authors: [],
    categories: [],
    summaryHtml: String(<Note html={news.text} language={work.language} />),
  };
}

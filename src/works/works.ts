import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { listPermissions } from "./permissions.ts";
import { listMadeFrom } from "./related-works.ts";
import { openFor } from "./visible-works.ts";
import { changeableBy } from "./who-may-change.ts";
import type { Chapter, ChapterEntry, Work } from "./work.ts";
import { fillCards } from "./work-cards.ts";
import "./sql/works-tables.ts";

const accessColumns = [
  "search_engines as searchEngines",
  "ai_crawlers as aiCrawlers",
  "comments_from as commentsFrom",
  "comments_held as commentsHeld",
] as const;

/** A work, if it exists for this person; a hidden one is as absent as one that never was. */
export async function findWork(
  reader: Reader | Writer,
  person: Person,
  id: string,
): Promise<Work | undefined> {
  if (!looksLikeId(id)) return undefined;
  const row = await reader
    .selectFrom("works")
    .select([
      "account_id",
      "notes",
      "end_notes as endNotes",
      "disclaimer",
      "dedication",
      "conventions",
      "searchable",
      ...accessColumns,
      "version",
      "created_at as createdAt",
      "updated_at as updatedAt",
    ])
    .select((work) => work.case().when(changeableBy(person)(work)).then(1).else(0).end().as("mine"))
    .where("works.id", "=", id)
    .where(openFor(person))
    .executeTakeFirst();
  if (!row) return undefined;
  const [card] = await fillCards(reader, person, [id]);
  if (!card) return undefined;
  const categories = await reader
    .selectFrom("work_categories")
    .innerJoin("categories", "categories.id", "work_categories.category_id")
    .select(["categories.id", "name", "about"])
    .where("work_id", "=", id)
    .orderBy("categories.position")
    .execute();
  const { account_id: accountId, mine, searchEngines, aiCrawlers, commentsFrom, commentsHeld, ...rest } = row;
  return {
    ...card,
    ...rest,
    categories,
    permissions: await listPermissions(reader, id),
    madeFrom: await listMadeFrom(reader, person, id),
    searchable: rest.searchable === 1,
    access: {
      searchEngines: searchEngines === 1,
      aiCrawlers: aiCrawlers === 1,
      commentsFrom,
      commentsHeld: commentsHeld === 1,
    },
    mine: mine === 1,
    kept: person.kind === "member" && person.accountId === accountId,
  };
}

/** A work this person may change (who-may-change.ts); anybody else's is absent. */
export async function findOwnWork(
  reader: Reader | Writer,
  person: Person,
  id: string,
): Promise<Work | undefined> {
  const work = await findWork(reader, person, id);
  return work?.mine ? work : undefined;
}

/**
 * The chapters of a work the person may open (`findWork` came first): its authors see drafts too,
 * everybody else what is published.
 */
export async function listChapters(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
): Promise<ChapterEntry[]> {
  const rows = await reader
    .selectFrom("chapters")
    .select(["id", "title", "status", "word_count as wordCount", "published_at as publishedAt"])
    .where("work_id", "=", work.id)
    .where("removed_at", "is", null)
    .$if(!work.mine, (query) => query.where("status", "=", "published"))
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row, index) => ({ ...row, number: index + 1 }));
}

/** One chapter with its text, among those `listChapters` shows the same person. */
export async function findChapter(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
  chapterId: string,
): Promise<Chapter | undefined> {
  if (!looksLikeId(chapterId)) return undefined;
  return findChapterIn(reader, work.id, await listChapters(reader, work), chapterId);
}

/** One chapter with its text, among contents that `listChapters` has already given the same person. */
export async function findChapterIn(
  reader: Reader | Writer,
  workId: string,
  contents: ChapterEntry[],
  chapterId: string,
): Promise<Chapter | undefined> {
  const entry = contents.find(({ id }) => id === chapterId);
  if (!entry) return undefined;
  const [text] = await textsOf(reader, workId, [chapterId]);
  return text && { ...entry, ...text };
}

/** All chapters with their texts, in order, as this person sees them. */
export async function findAllChapters(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
): Promise<Chapter[]> {
  const entries = await listChapters(reader, work);
  const texts = await textsOf(
    reader,
    work.id,
    entries.map(({ id }) => id),
  );
  const byId = new Map(texts.map((text) => [text.id, text]));
  return entries.flatMap((entry) => {
    const text = byId.get(entry.id);
    return text ? { ...entry, ...text } : [];
  });
}

async function textsOf(reader: Reader | Writer, workId: string, chapterIds: string[]) {
  if (chapterIds.length === 0) return [];
  return reader
    .selectFrom("chapters")
    .select(["id", "work_id as workId", "summary", "notes", "end_notes as endNotes", "story", "version"])
    .where("work_id", "=", workId)
    .where("id", "in", chapterIds)
    .execute();
}

import { z } from "zod";
import { looksLikeId } from "../../vocabulary/ids.ts";

/*
 * What the files of a copy hold (docs/export-format.md), as far as it is brought in. Anybody may have written them: what
 * does not fit is refused here, and every text is cleaned again before it is kept.
 */

/** No text of a copy is longer than the longest story the owner can allow. */
const mostCharacters = 10_000_000;
const mostRows = 100_000;

/** Text that a database can store: PostgreSQL takes no NUL, and halves of surrogate pairs are no characters. */
const text = z
  .string()
  .max(mostCharacters)
  .transform((said) => said.replaceAll("\u0000", "\uFFFD").toWellFormed());
const id = z.string().refine(looksLikeId);
/** Of a row in an owner's list. */
const listId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const moment = z.int().min(0);
const yesOrNo = z.union([z.literal(0), z.literal(1)]);
const count = z.int().min(0);
const position = z.int().min(0).max(1_000_000_000);
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(mostRows);

const listed = z.record(listId, text);
const noLists = { ratings: {}, warnings: {}, categories: {}, permissions: {}, tagKinds: {} };

const state = z.enum(["to-read", "reading", "waiting", "finished", "dropped"]);
/** What a work is called, and who wrote it; null: whoever took the copy could not read it any more. */
const workWords = z.object({ title: text, names: z.array(text).max(100) });

export const accountShape = z.object({
  form: z.literal("pressie-copy"),
  version: z.int(),
  archive: z.object({ address: text }).default({ address: "" }),
  pseuds: rows(z.object({ id, name: text, about: text, created_at: moment })),
  icons: rows(z.object({ pseud_id: id, icon_id: id, alt: text })),
  preferences: rows(z.object({ name: text, value: text })),
  filters: rows(z.object({ id, name: text, query: text })),
  /** What the tags are called that the filters ask for. */
  filterTags: z.record(id, z.object({ kind: listId, name: text })).default({}),
  bookmarks: rows(
    z.object({
      work_id: id,
      note: text,
      kept_at: moment,
      title: text.nullable().default(null),
      names: z.array(text).max(100).default([]),
    }),
  ),
  ledger: rows(
    z.object({
      work_id: id,
      state: state.nullable(),
      note: text,
      added_at: moment,
      changed_at: moment,
      started_at: moment.nullable(),
      finished_at: moment.nullable(),
      chapter_id: id.nullable(),
      read_at: moment.nullable(),
    }),
  ).default([]),
  /** Of works that were not there either; `said` is a line of a sheet, read by the room that keeps ledgers. */
  ledgerElsewhere: rows(z.object({ state, said: text, kept_at: moment })).default([]),
  readingPlaces: rows(
    z.object({
      chapter_id: id,
      work_id: id,
      paragraph: z.int().min(1).max(1_000_000),
      marks: text.default(""),
      words_left: count,
      read_at: moment,
      /** Of the chapter, among those that were out. */
      number: z.int().min(1).nullable().default(null),
    }),
  ).default([]),
  shelves: rows(
    z.object({
      id,
      pseud_id: id.nullable(),
      name: text,
      text,
      visibility: z.enum(["private", "unlisted", "public"]),
      created_at: moment,
      updated_at: moment,
      hidden_at: moment.nullable().default(null),
    }),
  ).default([]),
  shelfWorks: rows(z.object({ shelf_id: id, work_id: id, position, note: text, added_at: moment })).default(
    [],
  ),
  rules: rows(
    z.object({ position, name: text, is_on: yesOrNo, manner: z.enum(["fold", "hide"]), parts: text }),
  ).default([]),
  muted: rows(z.object({ pseud_id: id })).default([]),
  blocked: rows(z.object({ pseud_id: id.nullable() })).default([]),
  subscriptions: rows(z.object({ kind: text, target_id: text, rhythm: text })).default([]),
  notices: rows(z.object({ topic: text, rhythm: text })).default([]),
  letters: rows(
    z.object({
      hour: z.int().min(0).max(23),
      weekday: z.int().min(0).max(6),
      mail_stopped_at: moment.nullable(),
    }),
  ).default([]),
  /** What works and people are called that these name by an id. */
  works: z.record(id, workWords).default({}),
  people: z.record(id, text).default({}),
  series: rows(
    z.object({
      id,
      title: text,
      summary: text,
      notes: text,
      expected_works: z.int().min(1).max(9_999).nullable(),
      created_at: moment,
      updated_at: moment,
      removed_at: moment.nullable(),
    }),
  ),
  seriesWorks: rows(z.object({ series_id: id, work_id: id, position })),
  /** What the owner's lists called what works name by an id. */
  lists: z
    .object({ ratings: listed, warnings: listed, categories: listed, permissions: listed, tagKinds: listed })
    .default(noLists),
});

const chapterTexts = { title: text, summary: text, notes: text, end_notes: text };

export const workShape = z.object({
  work: z.object({
    id,
    status: z.enum(["draft", "published"]),
    visibility: z.enum(["everyone", "members", "link", "private"]),
    ...{ title: text, summary: text, notes: text, end_notes: text },
    ...{ disclaimer: text, dedication: text, conventions: text },
    rating_id: listId,
    language: text,
    expected_chapters: z.int().min(1).max(9_999).nullable(),
    searchable: yesOrNo,
    search_engines: yesOrNo,
    ai_crawlers: yesOrNo,
    comments_from: z.enum(["everyone", "members", "nobody"]),
    comments_held: yesOrNo,
    anonymous: yesOrNo,
    created_at: moment,
    updated_at: moment,
    published_at: moment.nullable(),
    revised_at: moment.nullable(),
    removed_at: moment.nullable(),
  }),
  kept: z.boolean(),
  creators: rows(
    z.object({
      position,
      role: z.enum(["author", "beta", "artist", "translator"]),
      pseud_id: id.nullable(),
      name: text,
      accepted: yesOrNo,
    }),
  ),
  gifts: rows(z.object({ position, name: text, addressed_as: text })),
  tags: rows(
    z.object({ kind_id: listId, position, typed_as: text, weight: z.enum(["main", "side", "mention"]) }),
  ),
  warnings: rows(z.object({ warning_id: listId, answer: z.enum(["yes", "no", "unsaid"]) })),
  categories: rows(z.object({ category_id: listId })),
  permissions: rows(z.object({ permission_id: listId, answer: z.enum(["yes", "ask", "no"]) })),
  counts: rows(z.object({ kudos: count, comments: count, bookmarks: count, hits: count })),
  /** What it came to in archives before that one. */
  countsBefore: rows(z.record(text, z.json())).default([]),
  chapters: rows(
    z.object({
      id,
      position,
      status: z.enum(["draft", "published"]),
      ...chapterTexts,
      version: z.int().min(1).max(1_000_000_000),
      created_at: moment,
      updated_at: moment,
      published_at: moment.nullable(),
      removed_at: moment.nullable(),
      saved_at: moment.nullable(),
    }),
  ),
  seams: rows(z.object({ chapter_id: id, follows_id: id, seam: text })),
  states: rows(
    z.object({
      chapter_id: id,
      version: z.int().min(1).max(1_000_000_000),
      ...chapterTexts,
      story_digest: z.string().regex(/^[\w-]{1,100}$/),
      saved_at: moment,
    }),
  ),
  news: rows(z.object({ id, text, posted_at: moment, edited_at: moment.nullable() })),
  releases: rows(
    z.object({
      chapter_id: id,
      due_at: moment.nullable(),
      time_zone: text,
      told: yesOrNo,
      moves_up: yesOrNo,
    }),
  ),
  queues: rows(
    z.object({
      rhythm: text,
      time_zone: text,
      told: yesOrNo,
      moves_up: yesOrNo,
      paused: yesOrNo,
      next_at: moment.nullable(),
    }),
  ),
});

export const originalsShape = rows(
  z.object({
    id,
    work_id: id.nullable(),
    chapter_id: id.nullable(),
    file_name: text,
    media_type: text,
    created_at: moment,
  }),
);

/** A comment as its readers saw it: `speaker` names whom it names, and leads to nobody here. */
export const commentsShape = rows(
  z.looseObject({
    id,
    workId: id,
    workTitle: text.nullable(),
    speaker: z.looseObject({ kind: z.string(), name: text.optional() }),
    text,
    createdAt: moment,
  }),
);

/** Of each work; the room that counts reads the rest (reading/carry-statistics.ts). */
export const statisticsShape = rows(z.looseObject({ workId: id }));

type WholeAccount = z.infer<typeof accountShape>;
export type WorkWords = z.infer<typeof workWords>;

/** Lists that may be as long as a life of reading: they come in pieces. */
type LongList = "bookmarks" | "ledger" | "ledgerElsewhere" | "readingPlaces" | "shelfWorks";

/** What is said about an account, but for its long lists. */
export type CopiedAccount = Omit<WholeAccount, LongList | "works" | "people" | "rules" | "subscriptions"> & {
  rules: (WholeAccount["rules"][number] & Spoken)[];
  subscriptions: (WholeAccount["subscriptions"][number] & Spoken)[];
  people: Record<string, string>;
};

/** What works and people are called that a row names. */
export type Spoken = { works: Record<string, WorkWords>; people: Record<string, string> };

/** A row that speaks of a work, with what the work was called there. */
type OfWork<Row> = Row & { words: WorkWords | null };

/** The rows of the lists that come in pieces. */
export type CopiedRows = {
  bookmarks: WholeAccount["bookmarks"][number];
  ledger: OfWork<WholeAccount["ledger"][number]>;
  ledgerElsewhere: WholeAccount["ledgerElsewhere"][number];
  readingPlaces: OfWork<WholeAccount["readingPlaces"][number]>;
  shelfWorks: OfWork<WholeAccount["shelfWorks"][number]>;
  written: CopiedComment;
  received: CopiedComment;
};
export type CopiedList = keyof CopiedRows;
export type CopiedWork = z.infer<typeof workShape>;
export type CopiedOriginal = z.infer<typeof originalsShape>[number];
export type CopiedComment = z.infer<typeof commentsShape>[number];

import type { Member } from "../../people/person.ts";
import { findPreferences } from "../../people/preferences.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import type { Settings } from "../../plumbing/settings/settings.ts";
import type { TakenInElsewhere } from "../elsewhere.ts";
import { tagHere } from "../known-tags.ts";
import { bringQuiet, type QuietOutcome } from "./bring-quiet.ts";
import { bringReading, type ReadingOutcome } from "./bring-reading.ts";
import { bringSubscriptions, type SubscriptionsOutcome } from "./bring-subscriptions.ts";
import type { CopiedComment } from "./copy-shape.ts";
import { lineCharacters } from "./foresee.ts";
import { keepParts, type PartToKeep } from "./keep-parts.ts";
import type { ListsHere } from "./lists-here.ts";
import type { Cleaner } from "./open-cleaner.ts";
import type { OpenCopy } from "./open-copy.ts";
import { worksMeant } from "./works-meant.ts";
import "../sql/brought-tables.ts";

/** How much of what is no work came in. */
export type RestOutcome = FirstOutcome & ReadingOutcome & QuietOutcome & SubscriptionsOutcome;

export type FirstOutcome = {
  preferences: number;
  filters: number;
  /** Filters that ask for what this archive does not have. */
  filtersLeft: number;
  bookmarks: number;
  /** Bookmarks of works that are not here, kept as words. */
  bookmarksKept: number;
  commentsWritten: number;
  commentsReceived: number;
};

/** Texts looked at together in a thread. */
const together = 200;
const roomForMarks = 4;
/** Far more than there is to choose about being told. */
const mostChoices = 100;

/**
 * Brings in what is no work: preferences that the member has not chosen otherwise here, filters, bookmarks, and what was
 * said, read, kept and followed. Each thing is met where it is here already, so doing it again does nothing more.
 *
 * @param works the works here, by their ids there
 * @param parts.ownNames names of the member's that are theirs here too, by their ids there
 */
export async function bringRest(
  database: Database,
  member: Member,
  copy: OpenCopy,
  works: ReadonlyMap<string, string>,
  parts: {
    cleaner: Cleaner;
    elsewhere: TakenInElsewhere;
    lists: ListsHere;
    settings: Settings;
    ownNames: ReadonlyMap<string, string>;
  },
  now: number,
): Promise<RestOutcome> {
  const { elsewhere, settings } = parts;
  // Before anything is followed: whoever follows something here is told of it as usual, unless they chose.
  const preferences = await database.write(
    async (writer) =>
      (await bringPreferences(writer, member, copy)) +
      (await bringTelling(writer, member, copy, elsewhere, now)),
  );
  const filters = await bringFilters(database, member, copy, parts, now);
  let bookmarks = 0;
  const kept: PartToKeep[] = [];
  for await (const rows of copy.rows("bookmarks")) {
    const spoken = rows.map(({ work_id, title, names }) => ({
      id: work_id,
      words: title === null ? null : { title, names },
    }));
    const meant = await worksMeant(database.reading, member, works, spoken);
    await database.write(async (writer) => {
      for (const row of rows) {
        const note = row.note.slice(0, settings.noteCharacters);
        const keptAt = Math.min(row.kept_at, now);
        const workId = meant.get(row.work_id) ?? works.get(row.work_id) ?? row.work_id;
        if (await elsewhere.keepBookmark(writer, member, { workId, note, keptAt })) bookmarks += 1;
        else if (row.title !== null || note !== "")
          kept.push({
            id: row.work_id,
            happened_at: keptAt,
            body: JSON.stringify({
              title: row.title?.slice(0, lineCharacters) ?? null,
              names: row.names,
              note,
            }),
          });
      }
    });
  }
  const bookmarksKept = await keepParts(database, member, "bookmark", kept);
  const here = await elsewhere.commentIds(database.reading, member);
  const longest = settings.commentCharacters * roomForMarks;
  const commentsOf = async (kind: "written" | "received") => {
    let count = 0;
    for await (const rows of copy.rows(kind)) {
      const comments = rows.filter(({ id }) => !here.has(id));
      const clean = await cleaned(comments, works, parts.cleaner, longest, now);
      count += await keepParts(database, member, `comment-${kind}`, clean);
    }
    return count;
  };
  return {
    preferences,
    ...filters,
    bookmarks,
    bookmarksKept,
    ...(await bringReading({ database, member, copy, works, now, ...parts })),
    ...(await bringQuiet({ database, member, copy, works, lists: parts.lists, now })),
    ...(await bringSubscriptions({ database, member, copy, works, now, ...parts })),
    commentsWritten: await commentsOf("written"),
    commentsReceived: await commentsOf("received"),
  };
}

async function bringPreferences(writer: Writer, member: Member, copy: OpenCopy): Promise<number> {
  const known = Object.keys(await findPreferences(writer, member.accountId));
  let brought = 0;
  for (const { name, value } of copy.account.preferences) {
    if (!known.includes(name) || value.length > 200 || !isJson(value)) continue;
    const { numInsertedOrUpdatedRows } = await writer
      .insertInto("account_preferences")
      .values({ account_id: member.accountId, name, value })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    brought += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return brought;
}

function bringTelling(
  writer: Writer,
  member: Member,
  copy: OpenCopy,
  elsewhere: TakenInElsewhere,
  now: number,
): Promise<number> {
  const [letters] = copy.account.letters;
  return elsewhere.tellAgain(
    writer,
    member,
    {
      choices: copy.account.notices.slice(0, mostChoices),
      letters: letters ? { ...letters, areStopped: letters.mail_stopped_at !== null } : null,
    },
    now,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A filter asks for tags by their ids here: for those of the same name and kind. What nobody writes here, it cannot ask for. */
async function bringFilters(
  database: Database,
  member: Member,
  copy: OpenCopy,
  { elsewhere, lists }: { elsewhere: TakenInElsewhere; lists: ListsHere },
  now: number,
): Promise<{ filters: number; filtersLeft: number }> {
  let filters = 0;
  let filtersLeft = 0;
  const { filterTags } = copy.account;
  for (const { name, query } of copy.account.filters) {
    if (name.length > 200 || query.length > 2_000) continue;
    const isKept = await database.write(async (writer) => {
      let asked = query;
      for (const id of new Set(query.match(tagIds))) {
        const tag = filterTags[id];
        if (!tag) continue;
        const kindId = lists.idOf("tagKinds", tag.kind);
        const here = kindId === null ? undefined : await tagHere(writer, member, kindId, tag.name);
        if (here === undefined) return false;
        asked = asked.replaceAll(id, here);
      }
      return elsewhere.keepFilter(writer, member, { name, query: asked }, now);
    });
    if (isKept) filters += 1;
    else filtersLeft += 1;
  }
  return { filters, filtersLeft };
}

/** The ids in the words of a filter. */
const tagIds = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{10}(?![0-9a-z])/g;

/** As it was said, but clean, and under the ids that works have here. */
async function cleaned(
  comments: readonly CopiedComment[],
  works: ReadonlyMap<string, string>,
  cleaner: Cleaner,
  longest: number,
  now: number,
): Promise<PartToKeep[]> {
  const kept: PartToKeep[] = [];
  for (let from = 0; from < comments.length; from += together) {
    const some = comments.slice(from, from + together).filter(({ text }) => text.length <= longest);
    const texts = await cleaner.notes(some.map(({ text }) => text));
    for (const [index, comment] of some.entries()) {
      const text = texts[index];
      if (text === null || text === undefined) continue;
      const workId = works.get(comment.workId) ?? comment.workId;
      const { pseudId: _, ...said } = comment.speaker;
      kept.push({
        id: comment.id,
        happened_at: Math.min(comment.createdAt, now),
        // Neither the name nor the chapter leads anywhere here.
        body: JSON.stringify({ ...comment, workId, chapterId: null, speaker: said, text }),
      });
    }
  }
  return kept;
}

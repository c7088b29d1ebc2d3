import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { Turns } from "../../plumbing/jobs/turns.ts";
import type { Settings } from "../../plumbing/settings/settings.ts";
import { mostNames } from "./bring-names.ts";
import { CopyRefused } from "./copy-refused.ts";
import { foresee } from "./foresee.ts";
import { listsHere } from "./lists-here.ts";
import type { OpenCopy } from "./open-copy.ts";
import type { Remark } from "./remarks.ts";

/** A work of a copy, as it is told of before it comes in. */
export type SurveyedWork = {
  sourceId: string;
  title: string;
  chapters: number;
  drafts: number;
  states: number;
  published: boolean;
  removed: boolean;
  /** Whether it lay with whoever took the copy; else with another author of it. */
  kept: boolean;
  /** Who is named on it besides. */
  others: string[];
  originals: number;
  remarks: Remark[];
  /** It cannot be read at all. */
  unreadable: boolean;
};

/** What is in a copy. */
export type Survey = {
  works: SurveyedWork[];
  names: { sourceId: string; name: string }[];
  series: string[];
  filters: number;
  bookmarks: number;
  commentsWritten: number;
  commentsReceived: number;
  /** Nothing of these in copies that were looked through before this was asked. */
  ledger?: number;
  places?: number;
  shelves?: string[];
  rules?: number;
  people?: number;
  subscriptions?: number;
};

const mostOthers = 20;

/** Looks through a copy: what is said about each work, none of its stories. @throws CopyRefused */
export async function surveyCopy(reader: Reader, copy: OpenCopy, settings: Settings): Promise<Survey> {
  const { account, counts } = copy;
  const lists = await listsHere(reader, account.lists);
  const originals = await copy.originals();
  const ownIds = new Set(account.pseuds.map(({ id }) => id));
  const turns = new Turns();
  const works: SurveyedWork[] = [];
  for (const sourceId of copy.workIds) {
    if (turns.isOver) await turns.next();
    works.push(await surveyWork(sourceId));
  }
  return {
    works,
    names: account.pseuds
      .slice(0, mostNames)
      .map(({ id, name }) => ({ sourceId: id, name: name.slice(0, 100) })),
    series: account.series.map(({ title }) => title.slice(0, 300)),
    filters: account.filters.length,
    bookmarks: counts.bookmarks,
    commentsWritten: counts.written,
    commentsReceived: counts.received,
    ledger: counts.ledger + counts.ledgerElsewhere,
    places: counts.readingPlaces,
    shelves: account.shelves.map(({ name }) => name.slice(0, 100)).slice(0, mostOthers),
    rules: account.rules.length,
    people: new Set([...account.muted, ...account.blocked].map(({ pseud_id }) => pseud_id)).size,
    subscriptions: account.subscriptions.length,
  };

  async function surveyWork(sourceId: string): Promise<SurveyedWork> {
    try {
      const found = await copy.work(sourceId);
      const { remarks, published } = foresee(found, lists, settings);
      const standing = found.chapters.filter(({ removed_at }) => removed_at === null);
      return {
        ...{ sourceId, title: found.work.title.slice(0, 300), published, remarks, unreadable: false },
        chapters: standing.length,
        drafts: standing.filter(({ status }) => status === "draft").length,
        states: found.states.length,
        removed: found.work.removed_at !== null,
        kept: found.kept,
        others: found.creators
          .filter(({ pseud_id }) => pseud_id === null || !ownIds.has(pseud_id))
          .slice(0, mostOthers)
          .map(({ name }) => name.slice(0, 100)),
        originals: originals.filter(({ work_id }) => work_id === sourceId).length,
      };
    } catch (cause) {
      if (!(cause instanceof CopyRefused)) throw cause;
      return {
        ...{ sourceId, title: "", chapters: 0, drafts: 0, states: 0, published: false },
        ...{ removed: false, kept: true, others: [], originals: 0, remarks: [], unreadable: true },
      };
    }
  }
}

import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { LedgerState } from "../works/reader-marks.ts";

/** What other rooms take in of a copy, each by its own rules; the roof gives it, because edge rooms do not know each other. */
export type TakenInElsewhere = {
  /** Keeps a filter under its name; false: there is no room for it, or the name stands for another. */
  keepFilter(
    writer: Writer,
    member: Member,
    filter: { name: string; query: string },
    now: number,
  ): Promise<boolean>;
  /** Keeps a work with a note, as of a moment; false: it is not there for the member, or they keep it already. */
  keepBookmark(
    writer: Writer,
    member: Member,
    bookmark: { workId: string; note: string; keptAt: number },
  ): Promise<boolean>;
  /**
   * Lets a work that is being brought in keep its numbers, as what was counted elsewhere.
   *
   * @param carried of `statistics.json`, unread
   * @param chapterIds the chapters' ids here, by their ids there
   */
  bringStatistics(
    writer: Writer,
    workId: string,
    carried: unknown,
    chapterIds: ReadonlyMap<string, string>,
  ): Promise<void>;
  /** The ids of what the member wrote and received here: what is here already is not kept a second time. */
  commentIds(reader: Reader, member: Member): Promise<ReadonlySet<string>>;
  /** Keeps what a ledger said of a work, unless it says something here; false: the work is not there for the member. */
  keepEntry(
    writer: Writer,
    member: Member,
    entry: {
      workId: string;
      state: LedgerState | null;
      note: string;
      addedAt: number;
      changedAt: number;
      startedAt: number | null;
      finishedAt: number | null;
      chapterId: string | null;
      readAt: number | null;
    },
  ): Promise<boolean>;
  /** Keeps where somebody was in a chapter that is there for them, unless they have a place in it here. */
  keepPlace(
    writer: Writer,
    member: Member,
    place: {
      workId: string;
      chapterId: string;
      paragraph: number;
      marks: string;
      wordsLeft: number;
      readAt: number;
    },
  ): Promise<void>;
  /** Takes in what a ledger says of works by their words: as entries where they are here, else as it was said. */
  takeInLines(
    member: Member,
    lines: readonly CarriedLine[],
    now: number,
  ): Promise<{ taken: number; elsewhere: number; left: number }>;
  /** Makes a shelf as it was, without telling anybody; null: there is no room for it. */
  makeShelf(
    writer: Writer,
    member: Member,
    shelf: {
      name: string;
      text: string;
      visibility: "private" | "unlisted" | "public";
      pseudId: string | null;
      createdAt: number;
      updatedAt: number;
      works: readonly { workId: string; position: number; note: string; addedAt: number }[];
    },
    now: number,
  ): Promise<string | null>;
  /** Tells the member as they chose there, where they have not chosen here; the number of choices that came in. */
  tellAgain(
    writer: Writer,
    member: Member,
    told: {
      choices: readonly { topic: string; rhythm: string }[];
      letters: { hour: number; weekday: number; areStopped: boolean } | null;
    },
    now: number,
  ): Promise<number>;
  /** Follows something, unless the member does already; "left": it is not there for them, or there is no room. */
  follow(
    writer: Writer,
    member: Member,
    target: { kind: string; targetId: string; rhythm: string },
    now: number,
  ): Promise<"here" | "brought" | "left">;
};

/** A line of a ledger: an entry of a work that is not here, in its words, or a line as it was typed once (JSON). */
export type CarriedLine =
  | {
      kind: "entry";
      title: string;
      authors: readonly string[];
      address: string;
      state: LedgerState;
      note: string;
      addedAt: number;
      startedAt: number | null;
      finishedAt: number | null;
    }
  | { kind: "said"; said: string; state: LedgerState };

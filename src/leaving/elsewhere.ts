import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";

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
};

import { commentsReceivedBy, commentsWrittenBy } from "./comments/comments-written.ts";
import type { TakenInElsewhere } from "./leaving/elsewhere.ts";
import { followAgain } from "./notices/follow-again.ts";
import { isSubscriptionKind, isSubscriptionRhythm } from "./notices/kinds.ts";
import { tellAgain } from "./notices/tell-again.ts";
import type { Database } from "./plumbing/database/database.ts";
import type { SettingsKeeper } from "./plumbing/settings/settings.ts";
import { isBookmarked } from "./reading/bookmarks.ts";
import { bringStatistics, carriedStatistics } from "./reading/carry-statistics.ts";
import { keepBookmark, noteBookmark } from "./reading/keep-bookmark.ts";
import { readCarriedLine } from "./reading/ledger-elsewhere.ts";
import { restoreEntry, restoreLines, restorePlace } from "./reading/restore-ledger.ts";
import { restoreShelf } from "./reading/restore-shelf.ts";
import { keepBroughtFilter } from "./search/keep-brought-filter.ts";
import { NotFound } from "./vocabulary/errors.ts";

/** What other rooms take in of a copy that somebody brings back; edge rooms do not know each other. */
export function takenInElsewhere(database: Database, settings: SettingsKeeper): TakenInElsewhere {
  return {
    async keepFilter(writer, member, filter, now) {
      const { savedFilters } = await settings.current();
      return keepBroughtFilter(writer, member, filter, savedFilters, now);
    },
    async keepBookmark(writer, member, { workId, note, keptAt }) {
      if (await isBookmarked(writer, member, workId)) return true;
      try {
        await keepBookmark(writer, member, workId, keptAt);
      } catch (cause) {
        if (cause instanceof NotFound) return false;
        throw cause;
      }
      if (note !== "") await noteBookmark(writer, member, workId, note);
      return true;
    },
    async bringStatistics(writer, workId, carried, chapterIds) {
      const read = carriedStatistics.safeParse(carried);
      if (read.success) await bringStatistics(writer, workId, read.data, chapterIds);
    },
    async commentIds(reader, member) {
      const written = await commentsWrittenBy(reader, member);
      const received = await commentsReceivedBy(reader, member);
      return new Set([...written, ...received].map(({ id }) => id));
    },
    keepEntry: restoreEntry,
    keepPlace: restorePlace,
    async takeInLines(member, lines, now) {
      const { ledgerLines, noteCharacters: note } = await settings.current();
      const read = lines.flatMap((line) => readCarriedLine(line) ?? []);
      return restoreLines(database, member, read, { lines: ledgerLines, note }, now);
    },
    async makeShelf(writer, member, shelf, now) {
      const { shelvesKept } = await settings.current();
      return restoreShelf(writer, member, shelf, shelvesKept, now);
    },
    async tellAgain(writer, member, told, now) {
      const { language: locale } = await settings.current();
      return tellAgain(writer, member, told, locale, now);
    },
    async follow(writer, member, { kind, targetId, rhythm }, now) {
      const { subscriptionsKept: most, language: locale } = await settings.current();
      if (!isSubscriptionKind(kind) || !isSubscriptionRhythm(rhythm)) return "left";
      return followAgain(writer, member, { kind, targetId }, rhythm, { most, locale }, now);
    },
  };
}

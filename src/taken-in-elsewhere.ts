import { commentsReceivedBy, commentsWrittenBy } from "./comments/comments-written.ts";
import type { TakenInElsewhere } from "./leaving/elsewhere.ts";
import type { SettingsKeeper } from "./plumbing/settings/settings.ts";
import { isBookmarked } from "./reading/bookmarks.ts";
import { bringStatistics, carriedStatistics } from "./reading/carry-statistics.ts";
import { keepBookmark, noteBookmark } from "./reading/keep-bookmark.ts";
import { keepBroughtFilter } from "./search/keep-brought-filter.ts";
import { NotFound } from "./vocabulary/errors.ts";

/** What other rooms take in of a copy that somebody brings back; edge rooms do not know each other. */
export function takenInElsewhere(settings: SettingsKeeper): TakenInElsewhere {
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
  };
}

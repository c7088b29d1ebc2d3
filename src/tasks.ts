import { forgetRemovedWords } from "./comments/forget-removed-words.ts";
import { forgetLeftovers } from "./importing/forget-leftovers.ts";
import { outliveWorks } from "./importing/outlive-works.ts";
import type { Bringer } from "./leaving/open-bringer.ts";
import { noticeRooms } from "./notice-rooms.ts";
import { gatherKudos } from "./notices/gather-kudos.ts";
import { runTelling } from "./notices/run-telling.ts";
import type { Database } from "./plumbing/database/database.ts";
import type { FileStore } from "./plumbing/files/file-store.ts";
import type { Post } from "./plumbing/mail/post.ts";
import type { SettingsKeeper } from "./plumbing/settings/settings.ts";
import { foldDays } from "./reading/fold-days.ts";
import type { Finder } from "./search/open-finder.ts";
import type { TextIndex } from "./search/open-text-index.ts";
import type { TextSearch } from "./search/text-search.ts";
import { worksMatching } from "./search/works-matching.ts";
import { forgetFiles } from "./works/forget-files.ts";
import { forgetPictures } from "./works/forget-pictures.ts";
import { purgeAutosaves } from "./works/purge-autosaves.ts";
import { purgeRemoved } from "./works/purge-removed.ts";
import { forgetRefusals } from "./works/refused-credits.ts";
import { runReleases } from "./works/run-releases.ts";

/** How often the daily tasks look whether there is something to do, in ms. */
const hour = 3_600_000;

/**
 * Runs what must happen without anybody asking: once at start, then every hour; chapters at their own times. Each task is safe to
 * repeat and to leave out.
 *
 * @param complain told when a task fails; it is tried again the next hour
 * @returns a function that stops it, after the running task
 */
export function runTasks(
  archive: {
    database: Database;
    files: FileStore;
    settings: SettingsKeeper;
    textIndex: TextIndex;
    bringer: Bringer;
    finder: Finder;
    textSearch: TextSearch;
    post: Post;
    address: string;
  },
  complain: (sentence: string, cause: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const run = async () => {
    try {
      const { daysInTrash, daysUnasked, autosaveDays } = await archive.settings.current();
      const now = Date.now();
      await outliveWorks(archive.database, daysInTrash, now);
      await purgeRemoved(archive.database, archive.files, daysInTrash, now);
      await archive.database.write((writer) => forgetRefusals(writer, daysUnasked, now));
      await purgeAutosaves(archive.database, { autosaveDays, daysInTrash }, now);
      await forgetLeftovers(archive.database, archive.files, now);
      await forgetRemovedWords(archive.database, daysInTrash, now);
      await forgetPictures(archive.database, archive.files, daysInTrash, now);
      await archive.bringer.resume(now);
      await forgetFiles(archive.database, archive.files);
      await foldDays(archive.database, now);
      await gatherKudos(archive.database, now);
      await archive.database.scrub();
    } catch (cause) {
      complain("Emptying the trash failed; it will be tried again in an hour.", cause);
    }
  };
  // Reading an old archive's stories takes as long as it takes: nothing else waits for it.
  const readTexts = () => {
    archive.textIndex.learnMissing().catch((cause: unknown) => {
      if (!stopped)
        complain("Stories could not be read for searching; it will be tried again in an hour.", cause);
    });
  };
  const stopReleases = runReleases(archive.database, complain);
  const stopTelling = runTelling({
    ...archive,
    rooms: noticeRooms,
    complain,
    matching: (query, within) =>
      worksMatching({ ...archive, reading: archive.database.reading }, query, within),
  });
  running = run();
  readTexts();
  const timer = setInterval(() => {
    running = run();
    readTexts();
  }, hour);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await stopReleases();
    await stopTelling();
    await running;
  };
}

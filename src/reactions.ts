import { followChapters } from "./comments/follow-chapters.ts";
import { downloadsFolder } from "./downloads/kept-downloads.ts";
import { noticeFact } from "./notices/notice-facts.ts";
import type { Database } from "./plumbing/database/database.ts";
import type { Reaction } from "./plumbing/events/follow-facts.ts";
import type { FileStore } from "./plumbing/files/file-store.ts";
import type { TextIndex } from "./search/open-text-index.ts";
import { worksMadeOf } from "./works/works-made-of.ts";

/**
 * What follows each fact, in one list. Carried out in the order of the facts, at least once each, after
 * the change is durable; each must be safe to repeat.
 */
export function reactions(archive: { database: Database; files: FileStore; textIndex: TextIndex }): Reaction {
  return async (recorded) => {
    const { fact } = recorded;
    await noticeFact(archive.database, recorded);
    switch (fact.type) {
      case "work-published":
      case "work-changed":
      case "chapter-published":
      case "work-removed":
      case "work-returned":
      case "work-purged":
      case "chapters-purged":
        // What was said about a chapter that was joined to another goes with its story.
        if (fact.type === "work-changed" || fact.type === "chapters-purged")
          await followChapters(archive.database, fact.workId);
        await archive.files.remove(downloadsFolder(fact.workId));
        // The files of what is made of it name it.
        for (const madeOf of await worksMadeOf(archive.database.reading, [fact.workId]))
          await archive.files.remove(downloadsFolder(madeOf));
        await archive.textIndex.learn(fact.workId);
        if (fact.type === "work-purged" || fact.type === "chapters-purged")
          await archive.textIndex.forgetDeleted();
        if (fact.type === "work-purged") await archive.database.scrub();
        return;
      case "pseud-changed":
      case "settings-changed":
        // A made download carries names and the archive's; all are made afresh when next asked for.
        await archive.files.remove(downloadsFolder(null));
        return;
      case "index-check-asked":
        // It takes minutes in a large archive; what follows other facts does not wait.
        archive.textIndex.beginCheck();
        return;
      case "pseud-icon-changed":
        return;
      case "counts-shown-changed":
        // Only pages tell counts, and those that are kept were forgotten at once.
        return;
      case "related-answered":
        await archive.files.remove(downloadsFolder(fact.workId));
        return;
      case "related-asked":
      case "work-withdrawn-by-keeper":
        // What follows the work's going comes with a "work-purged".
        return;
      case "creator-invited":
      case "creator-accepted":
      case "creator-declined":
      case "creator-left":
        // What readers see of it comes with a "work-changed".
        return;
      case "comment-posted":
      case "comment-approved":
      case "comment-held":
      case "comment-removed":
        // Pages of talk are made when they are asked for.
        return;
      case "shelf-changed":
      case "work-shelved":
      case "kudos-given":
        // Shelves and thanks are asked for anew by every page that shows them.
        return;
      case "chapter-revised":
        // What readers see of it comes with a "work-changed".
        return;
      case "news-posted":
      case "news-changed":
        // News stands on the page of its work, and in no download.
        return;
      case "tag-changed":
        // Works keep their own words, in downloads too; the finding index follows the log by itself.
        return;
    }
  };
}

import type { Member } from "../../../people/person.ts";
import { findPreferences } from "../../../people/preferences.ts";
import type { ArchiveContext } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Assets } from "../../../plumbing/http/assets.ts";
import { storedBlocks } from "../../../story-text/stored-blocks.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { AidReading } from "../../../works/reading-aids.ts";
import type { Chapter, Work } from "../../../works/work.ts";
import { listChapters } from "../../../works/works.ts";
import { findParagraph } from "../../find-paragraph.ts";
import { keepOpening } from "../../keep-place.ts";
import { isFetchedAhead } from "../../opening.ts";
import { type Place, placesOf } from "../../places.ts";

/** Where the words one had come to are found on a page. */
const placeId = "place";

/** The first lines of a chapter need no way back to them. */
const worthGoingTo = 3;

type Parts = {
  database: Database;
  assets: Assets;
  log: (sentence: string, cause: unknown) => void;
};

/**
 * Keeps the place of a member who reads, unless they want none kept: opening a chapter notes the chapter, and a small
 * script tells the paragraph. A work of their own is no reading.
 */
export function aidReading({ database, assets, log }: Parts): AidReading {
  const script = assets.addressOf("place.js");
  return async (context, work, chapters) => {
    const { person, page } = context.var;
    if (person.kind === "visitor" || work.status !== "published" || work.mine) return null;
    const preferences = await findPreferences(database.reading, person.accountId);
    if (!preferences.placesKept) return null;
    const ids = chapters.map(({ id }) => id);
    const [last] = await placesOf(database.reading, person, ids);
    const [opened] = chapters;
    // All of a work on one page says nothing of which chapter is read.
    if (opened && chapters.length === 1 && !isPrefetch(context))
      await noteOpening({ database, person, work, chapter: opened, wishes: preferences }).catch((cause) =>
        // A page is read also where nothing can be written.
        log("Where a member is in a story could not be kept.", cause),
      );
    return {
      script,
      attributesOf: ({ id, version }) => ({
        "data-chapter": id,
        "data-version": String(version),
        "data-place-to": urls.readingPlace(),
      }),
      markPlace: (chapter, html) => (last?.chapterId === chapter.id ? markPlace(html, last) : html),
      before: last !== undefined && last.paragraph > worthGoingTo && (
        <p class="reader-place">
          <a href={`#${placeId}`}>{page.t("Go on where you were")}</a>
        </p>
      ),
    };
  };
}

async function noteOpening(opening: {
  database: Database;
  person: Member;
  work: Work;
  chapter: Chapter;
  wishes: Parameters<typeof keepOpening>[3];
}): Promise<void> {
  const { database, person, work, chapter, wishes } = opening;
  const chapters = await listChapters(database.reading, work);
  await database.write((writer) =>
    keepOpening(writer, person, { work, chapter, chapters }, wishes, Date.now()),
  );
}

/** The block one had come to, or the nearest before it that has no other name, can be gone to by its address. */
function markPlace(html: string, place: Place): string {
  const blocks = storedBlocks(html);
  for (let index = findParagraph(blocks, place) - 1; index >= 0; index--) {
    const block = blocks[index] ?? "";
    if (/^<[^>]* id="/.test(block)) continue;
    blocks[index] = block.replace(/^<[a-z0-9]+/, `$& id="${placeId}"`);
    break;
  }
  return blocks.join("\n");
}

function isPrefetch({ req }: ArchiveContext): boolean {
  return isFetchedAhead(req.header("sec-purpose") ?? req.header("purpose") ?? "");
}

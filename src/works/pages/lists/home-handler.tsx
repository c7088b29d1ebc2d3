import { hasOwner } from "../../../people/owner-code.ts";
import type { Person } from "../../../people/person.ts";
import { wordsPerMinuteOf } from "../../../people/preferences.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { ArchiveCountsKeeper } from "../../archive-counts.ts";
import { heedingOf } from "../../asked-to-see.ts";
import type { FrontFandoms } from "../../front-fandoms.ts";
import { listToGoOn } from "../../go-on-reading.ts";
import { type FindNewest, listNewest } from "../../newest-works.ts";
import { HomePage } from "./home-page.tsx";
import type { KeptList } from "./kept-lists.tsx";

/** Newest works on the front page; the list of them all is a click away. */
const worksOnFrontPage = 8;

/** As many as one has open at once. */
const worksToGoOn = 4;

/** What the front page is made from; other rooms tell it of fandoms and of filters. */
type FrontPage = {
  database: Database;
  settings: SettingsKeeper;
  archiveCounts: ArchiveCountsKeeper;
  /** The lists a person keeps by name; none for a visitor. */
  listKept: (reader: Reader, person: Person) => Promise<KeptList[]>;
  findNewest: FindNewest;
  /** null while the archive is still reading its shelves. */
  findFandoms: (person: Person, locale: string) => Promise<FrontFandoms | null>;
};

/** The front page: what this place is, whether it is alive, and which fandoms are here. */
export function showHome(archive: FrontPage): ArchiveHandler {
  const { database, settings, archiveCounts, listKept, findFandoms, findNewest } = archive;
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const counts = await archiveCounts.for(person);
    const [fandoms, { welcome, language }, newest, isOwned, kept] = await Promise.all([
      findFandoms(person, page.locale),
      settings.current(),
      listNewest(
        { reader, findNewest },
        person,
        { page: 1, perPage: worksOnFrontPage, count: counts.works },
        heedingOf(new URL(context.req.url).searchParams),
      ),
      hasOwner(reader),
      listKept(reader, person),
    ]);
    // A front page without its fandoms is no page to keep.
    if (fandoms === null) context.set("sameForVisitors", false);
    return context.html(
      <HomePage
        page={page}
        isOwned={isOwned}
        welcome={{ html: welcome, language }}
        counts={counts}
        kept={kept}
        goOn={{
          works: await listToGoOn(reader, person, worksToGoOn),
          wordsPerMinute: await wordsPerMinuteOf(reader, person),
        }}
        newest={newest}
        fandoms={fandoms}
      />,
    );
  };
}

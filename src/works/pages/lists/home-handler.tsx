import { hasOwner } from "../../../people/owner-code.ts";
import type { Person } from "../../../people/person.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { ArchiveCountsKeeper } from "../../archive-counts.ts";
import { listWorks } from "../../work-lists.ts";
import { HomePage } from "./home-page.tsx";
import type { KeptList } from "./kept-lists.tsx";

/** Newest works on the front page; the list of them all is a click away. */
const worksOnFrontPage = 8;

/**
 * The front page: what this place is, whether it is alive, and which fandoms are here.
 *
 * @param listKept the lists a person keeps by name; none for a visitor
 */
export function showHome(
  database: Database,
  settings: SettingsKeeper,
  archiveCounts: ArchiveCountsKeeper,
  listKept: (reader: Reader, person: Person) => Promise<KeptList[]>,
): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const { fandoms, ...counts } = await archiveCounts.for(person);
    const [{ welcome, language }, newest, isOwned, kept] = await Promise.all([
      settings.current(),
      listWorks(reader, person, {}, { page: 1, perPage: worksOnFrontPage, count: counts.works }),
      hasOwner(reader),
      listKept(reader, person),
    ]);
    return context.html(
      <HomePage
        page={page}
        isOwned={isOwned}
        welcome={{ html: welcome, language }}
        counts={counts}
        kept={kept}
        newest={newest}
        fandoms={fandoms}
      />,
    );
  };
}

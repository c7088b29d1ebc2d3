import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { fandomKind } from "../../../tags/tags.ts";
import { countArchive, listCountedTags, listWorks } from "../../work-lists.ts";
import { HomePage } from "./home-page.tsx";

/** Newest works on the front page; the list of them all is a click away. */
const worksOnFrontPage = 8;

/** The front page: what this place is, whether it is alive, and which fandoms are here. */
export function showHome(database: Database, settings: SettingsKeeper): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const [{ welcome, language }, counts, newest, fandoms] = await Promise.all([
      settings.current(),
      countArchive(reader, person),
      listWorks(reader, person, {}, { page: 1, perPage: worksOnFrontPage }),
      listCountedTags(reader, person, fandomKind),
    ]);
    return context.html(
      <HomePage
        page={page}
        welcome={{ html: welcome, language }}
        counts={counts}
        newest={newest}
        fandoms={fandoms}
      />,
    );
  };
}

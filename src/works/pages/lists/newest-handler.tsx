import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { listWorks } from "../../work-lists.ts";
import { NewestPage } from "./newest-page.tsx";
import { pageAsked } from "./page-number.ts";

/** All works this person may see, newest first. */
export function showNewest(database: Database, settings: SettingsKeeper): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const { worksPerPage: perPage } = await settings.current();
    const list = await listWorks(database.reading, person, {}, { page: pageAsked(context), perPage });
    return context.html(<NewestPage page={page} list={list} />);
  };
}

import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { pageAsked } from "../../../plumbing/http/page-asked.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { heedingOf } from "../../asked-to-see.ts";
import { type FindNewest, listNewest } from "../../newest-works.ts";
import { findReadManner } from "../../read-works.ts";
import { NewestPage } from "./newest-page.tsx";

/** All works this person may see, newest first. */
export function showNewest(
  database: Database,
  settings: SettingsKeeper,
  findNewest: FindNewest,
): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const { worksPerPage: perPage } = await settings.current();
    const list = await listNewest(
      { reader: database.reading, findNewest },
      person,
      { page: pageAsked(context), perPage },
      heedingOf(new URL(context.req.url).searchParams),
    );
    const readManner = await findReadManner(database.reading, person);
    return context.html(<NewestPage page={page} list={list} readManner={readManner} />);
  };
}

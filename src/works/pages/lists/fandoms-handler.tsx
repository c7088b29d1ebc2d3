import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { fandomKind } from "../../../tags/tags.ts";
import { listCountedTags } from "../../work-lists.ts";
import { FandomsPage } from "./fandoms-page.tsx";

/** Every fandom this person can find works under. */
export function showFandoms(database: Database): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const fandoms = await listCountedTags(database.reading, person, fandomKind);
    return context.html(<FandomsPage page={page} fandoms={fandoms} />);
  };
}

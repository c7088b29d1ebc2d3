import type { ArchiveHandler } from "../../../people/request.ts";
import type { ArchiveCountsKeeper } from "../../archive-counts.ts";
import { FandomsPage } from "./fandoms-page.tsx";

/** Every fandom this person can find works under. */
export function showFandoms(counts: ArchiveCountsKeeper): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const { fandoms } = await counts.for(person);
    return context.html(<FandomsPage page={page} fandoms={fandoms} />);
  };
}

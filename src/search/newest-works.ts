import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { FindNewest } from "../works/newest-works.ts";
import type { Finder } from "./open-finder.ts";
import { stillListed } from "./still-listed.ts";
import { whenBuilt } from "./when-built.ts";
import { everyWork } from "./work-filter.ts";

/** The newest works by page number, from the finding index. A page past the end is the last. */
export function newestFrom(reader: Reader, finder: Finder): FindNewest {
  return async (person, { page, perPage }, heeding) => {
    const wish = { cursor: null, count: page * perPage, facets: false, heeding } as const;
    const found = await whenBuilt(finder, finder.find(everyWork, person, wish));
    if (found === null) return null;
    const { total, folded, hidden, read } = found;
    const pages = Math.max(1, Math.ceil((total + folded) / perPage));
    const shown = Math.min(Math.max(1, page), pages);
    const ids = found.ids.slice((shown - 1) * perPage, shown * perPage);
    const kept = { count: total, folded, hidden, read, page: shown, pages };
    return { ids: await stillListed(reader, person, ids), ...kept };
  };
}

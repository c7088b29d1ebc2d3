import { plainMember } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { missesAWish } from "./feeds/misses-a-wish.ts";
import type { Cursor, Found, PageWish } from "./found.ts";
import type { Finder } from "./open-finder.ts";
import { tellQuery } from "./saved/tell-saved.ts";
import { stillListed } from "./still-listed.ts";
import type { TextSearch } from "./text-search.ts";
import { tooBusy, unlessBusy } from "./unless-busy.ts";
import { whenBuilt } from "./when-built.ts";

/** Somebody with an account and without rules of their own. */
const anyMember = plainMember("");

/** Works read at once. */
const slice = 200;

/**
 * Which works first given to readers within a span of time a kept query finds for any member, whatever their own rules.
 *
 * @param query as `queryOfFilter` writes it
 * @param within ms since 1970, both included
 * @returns null while it cannot be said: the index is being built, or the archive is busy
 */
export async function worksMatching(
  { reading, finder, textSearch }: { reading: Reader; finder: Finder; textSearch: TextSearch },
  query: string,
  within: { least: number; most: number },
): Promise<string[] | null> {
  const { asked, known, problems } = await tellQuery(reading, anyMember, query);
  // What a filter wants and is not there finds nothing, rather than everything else.
  if (problems.length > 0 || missesAWish(asked, known) || textSearch.unusable(known.text).length > 0)
    return [];
  const least = Math.max(within.least, known.posted.least ?? within.least);
  const most = Math.min(within.most, known.posted.most ?? within.most);
  if (least > most) return [];
  const filter = {
    ...known,
    posted: { least, most, lastDays: null },
    sort: "posted" as const,
    descending: true,
  };
  const ids: string[] = [];
  let cursor: Cursor | null = null;
  do {
    const wish: PageWish = { cursor, count: slice, facets: false };
    const found: Found | null | typeof tooBusy = await unlessBusy(
      whenBuilt(finder, finder.find(filter, anyMember, wish)),
    );
    if (found === null || found === tooBusy) return null;
    ids.push(...found.ids);
    cursor = found.next;
  } while (cursor !== null);
  return stillListed(reading, anyMember, ids);
}

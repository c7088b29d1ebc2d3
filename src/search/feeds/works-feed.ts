import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { AtomFeed } from "../../plumbing/feeds/atom-document.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { entryOfWork } from "../../works/feed-entry.tsx";
import { fillCards } from "../../works/work-cards.ts";
import { filterSentence } from "../filter-sentence.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { Finder } from "../open-finder.ts";
import type { ToldFilter } from "../saved/tell-saved.ts";
import { stillListed } from "../still-listed.ts";
import type { TextSearch } from "../text-search.ts";
import { tooBusy, unlessBusy } from "../unless-busy.ts";
import { whenBuilt } from "../when-built.ts";
import { everyWork, type WorkFilter } from "../work-filter.ts";
import { missesAWish } from "./misses-a-wish.ts";

/** As many as come in between two looks of a feed reader, and some more. */
const mostEntries = 30;

/** The filter as its feed asks it: the newest first, whatever order its list has. */
export function asFeed(filter: WorkFilter): WorkFilter {
  const { sort, descending, seed } = everyWork;
  return { ...filter, sort, descending, seed };
}

/** How a feed is named: by what its page is, unless it has a name of its own. */
export type NamedFeed = {
  id: string;
  self: string;
  selfAsJson: string;
  name: string | null;
  notBefore: number;
};

/**
 * The newest works of a filter, as far as they stand in lists for the person.
 *
 * @param page in whose language it is made; it leads nowhere
 * @param address the archive's, without a slash at the end
 * @returns null while the index is being built, or the archive is too busy to look inside stories
 */
export async function worksFeed(
  { reading, finder, textSearch }: { reading: Reader; finder: Finder; textSearch: TextSearch },
  person: Person,
  { page, address }: { page: Page; address: string },
  told: ToldFilter,
  named: NamedFeed,
): Promise<AtomFeed | null> {
  const filter = asFeed(told.known);
  const isMissing =
    told.problems.length > 0 ||
    missesAWish(told.asked, told.known) ||
    textSearch.unusable(filter.text).length > 0;
  const ids = isMissing ? [] : await newestOf(finder, filter, person);
  if (ids === null) return null;
  const cards = await fillCards(reading, person, await stillListed(reading, person, ids));
  // A feed has no fold: what its owner's rules keep quiet is not in it.
  const works = cards.filter(({ hiding }) => hiding === null);
  const entries = works.map((work) => entryOfWork(page, address, work));
  const sentence = filterSentence(page, filter, told.names);
  return {
    id: named.id,
    title: `${named.name ?? sentence} · ${page.archiveName}`,
    subtitle: subtitleOf(page, named, sentence, isMissing),
    updated: Math.max(named.notBefore, ...entries.map(({ updated }) => updated)),
    author: page.archiveName,
    self: named.self,
    selfAsJson: named.selfAsJson,
    alternate: address + urls.works(queryOfFilter(filter)),
    language: page.locale,
    entries,
  };
}

async function newestOf(finder: Finder, filter: WorkFilter, person: Person): Promise<string[] | null> {
  const wish = { cursor: null, count: mostEntries, facets: false, folded: false } as const;
  const found = await unlessBusy(whenBuilt(finder, finder.find(filter, person, wish)));
  return found === null || found === tooBusy ? null : found.ids;
}

function subtitleOf({ t }: Page, { name }: NamedFeed, sentence: string, isMissing: boolean): string | null {
  if (isMissing)
    return t("Something this feed asks for cannot be found here now. It stays empty until that is back.");
  return name === null ? null : sentence;
}

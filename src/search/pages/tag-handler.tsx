import type { Person } from "../../people/person.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { fandomKind } from "../../tags/tags.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { heedingOf } from "../../works/asked-to-see.ts";
import type { FollowSlot } from "../../works/follow-slot.ts";
import { findReadManner } from "../../works/read-works.ts";
import { fillCards } from "../../works/work-cards.ts";
import { namesOfFilter } from "../filter-names.ts";
import type { Finder } from "../open-finder.ts";
import { readPlace } from "../page-place.ts";
import { type AppliedFilter, findAppliedFilter } from "../saved/applied-filter.ts";
import type { SavedFilter } from "../saved/saved-filter.ts";
import { listSavedFilters } from "../saved/saved-filters.ts";
import { stillListed } from "../still-listed.ts";
import { tooBusy, unlessBusy } from "../unless-busy.ts";
import { whenBuilt } from "../when-built.ts";
import { everyWork, type WorkFilter } from "../work-filter.ts";
import { asksForEverything, everything, FandomFilter } from "./saved/fandom-filter.tsx";
import { findShownTag } from "./shown-tag.ts";
import { stillReading } from "./still-reading.tsx";
import { TagPage } from "./tag-page.tsx";
import { findSurroundings } from "./tag-surroundings.ts";

/** Says in the address of a tag by which other name somebody came to it. */
const knownAs = "known-as";

/** Which of their filters somebody wants here: those to choose from, the one kept, and how it is applied, unless it is not. */
type Wish = { kept: SavedFilter[]; wished: SavedFilter | null; applied: AppliedFilter | null };

const noWish: Wish = { kept: [], wished: null, applied: null };

async function findWish(
  reader: Reader,
  person: Person,
  fandomId: string,
  query: URLSearchParams,
): Promise<Wish> {
  const kept = await listSavedFilters(reader, person);
  if (kept.length === 0) return noWish;
  const applied = await findAppliedFilter(reader, person, fandomId);
  return { kept, wished: applied?.saved ?? null, applied: asksForEverything(query) ? null : applied };
}

/** What a tag is, and the works it finds: those of its other names and of what is under it among them. */
export function showTag(
  database: Database,
  settings: SettingsKeeper,
  finder: Finder,
  follow: FollowSlot,
): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const tag = await findShownTag(reader, person, context.req.param("tagId") ?? "");
    if (!tag) throw new NotFound();
    // Not for ever: a merge can be taken back.
    if (tag.synonymOf !== null)
      return context.redirect(
        urls.tag(tag.synonymOf, String(new URLSearchParams({ [knownAs]: tag.id }))),
        303,
      );
    const query = new URL(context.req.url).searchParams;
    const { worksPerPage: count } = await settings.current();
    const wish = tag.kindId === fandomKind ? await findWish(reader, person, tag.id, query) : noWish;
    const filter = wish.applied?.filter ?? { ...everyWork, all: [tag.id] };
    const heeding = heedingOf(query);
    const mentions: WorkFilter = { ...everyWork, mentioned: [tag.id], none: [tag.id] };
    const finding = Promise.all([
      finder.find(filter, person, { cursor: readPlace(query).place, count, heeding }),
      finder.find(mentions, person, { cursor: null, count: 1, facets: false }),
    ]);
    const answer = await unlessBusy(whenBuilt(finder, finding));
    // A filter that looks inside stories must not shut the fandom's own page.
    if (answer === tooBusy) return context.redirect(urls.tag(tag.id, everything), 303);
    if (answer === null) return stillReading(context, finder);
    const [found, mentioning] = answer;
    const kinds = await listEveryTagKind(reader);
    const told = new Set(
      kinds.filter(({ id, weighted }) => weighted && id !== tag.kindId).map(({ id }) => `tag:${id}`),
    );
    const facets = found.facets.filter(({ kind }) => told.has(kind));
    const inFacets = facets.flatMap(({ values }) => values.map(({ id }) => id));
    const [works, names, surroundings, cameBy] = await Promise.all([
      fillCards(reader, person, await stillListed(reader, person, found.ids), heeding),
      namesOfFilter(reader, person, filter, inFacets),
      findSurroundings(reader, person, tag.id, page.locale),
      findShownTag(reader, person, query.get(knownAs) ?? ""),
    ]);
    return context.html(
      <TagPage
        page={page}
        tag={tag}
        kind={kinds.find(({ id }) => id === tag.kindId) ?? null}
        isFandom={tag.kindId === fandomKind}
        filter={filter}
        mentions={{ filter: mentions, count: mentioning.total }}
        found={{ ...found, facets }}
        works={works}
        names={names}
        surroundings={surroundings}
        cameBy={cameBy?.synonymOf === tag.id ? cameBy.name : null}
        isApplied={wish.applied !== null}
        asksForAll={asksForEverything(query)}
        readManner={await findReadManner(reader, person)}
      >
        {await follow(context, { kind: "tag", id: tag.id })}
        <FandomFilter page={page} fandomId={tag.id} {...wish} />
      </TagPage>,
    );
  };
}

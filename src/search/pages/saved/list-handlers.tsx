import { z } from "zod";
import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { fieldErrorsOf } from "../../../plumbing/http/field-errors.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { type FieldErrors, NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { canonicalFilter, queryOfFilter, readFilter } from "../../filter-url.ts";
import type { Finder } from "../../open-finder.ts";
import { changeSavedFilter } from "../../saved/change-saved-filter.ts";
import { setDefaultFilter } from "../../saved/default-filter.ts";
import { filterNameShape, proposedName } from "../../saved/filter-name.ts";
import { narrowedFrom } from "../../saved/narrowed-from.ts";
import { FilterNameTaken, saveFilter, TooManyFilters } from "../../saved/save-filter.ts";
import { listSavedFilters } from "../../saved/saved-filters.ts";
import { fandomsOf, type ToldFilter, tellQueries, tellQuery } from "../../saved/tell-saved.ts";
import { tooBusy, unlessBusy } from "../../unless-busy.ts";
import { findVisibleTags } from "../../visible-tags.ts";
import type { WorkFilter } from "../../work-filter.ts";
import { nameTaken } from "./filter-handlers.tsx";
import { FiltersPage } from "./filters-page.tsx";
import { NewFilterPage, type TypedFilter } from "./new-filter-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper };

/** How long the list waits for how many works there are, in ms; the rest goes without a number. */
const patience = 500;

/** A reader's own filters. */
export function showFilters({ database, finder }: { database: Database; finder: Finder }): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { reading } = database;
    const saved = await listSavedFilters(reading, member);
    const told = await tellQueries(
      reading,
      member,
      saved.map(({ query }) => query),
    );
    const [counts, fandoms] = await Promise.all([
      countInTime(finder, member, told),
      findVisibleTags(
        reading,
        member,
        saved.flatMap(({ defaultFor }) => defaultFor ?? []),
      ),
    ]);
    const rows = saved.flatMap((one, place) => {
      const itsTold = told[place];
      const fandom = fandoms.get(one.defaultFor ?? "") ?? null;
      return itsTold ? [{ saved: one, told: itsTold, count: counts[place] ?? null, fandom }] : [];
    });
    return context.html(<FiltersPage page={context.var.page} rows={rows} />);
  };
}

async function countInTime(finder: Finder, member: Member, told: ToldFilter[]): Promise<(number | null)[]> {
  const counts: (number | null)[] = [];
  const until = Date.now() + patience;
  for (const { known } of told) {
    if (finder.progress() !== null || Date.now() > until) break;
    counts.push(await countFound(finder, member, known));
  }
  return counts;
}

/** null where looking inside stories takes too long. */
async function countFound(finder: Finder, member: Member, filter: WorkFilter): Promise<number | null> {
  const found = await unlessBusy(finder.find(filter, member, { cursor: null, count: 1, facets: false }));
  return found === tooBusy ? null : found.total;
}

/** Where a list gets its name; whoever is not signed in comes back here afterwards. */
export function showNewFilter(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const query = canonicalQuery(new URL(context.req.url).searchParams);
    return answerNew(context, parts, member, query, null, {});
  };
}

/** Saves a list under a name, or in place of what one of the reader's filters asked for. */
export function handleNewFilter(parts: Parts): ArchiveHandler {
  const { database, settings } = parts;
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const query = canonicalQuery(new URLSearchParams(form.text("query")));
    const typed = {
      name: form.text("name"),
      fandom: form.text("fandom"),
      instead: form.text("instead"),
    };
    const again = (errors: FieldErrors) => answerNew(context, parts, member, query, typed, errors);
    const now = Date.now();
    if (form.has("instead")) {
      try {
        await database.write((writer) => changeSavedFilter(writer, member, typed.instead, query, now));
      } catch (cause) {
        if (cause instanceof NotFound) return again({ instead: t("Choose one of your filters.") });
        throw cause;
      }
      context.var.sayNext("filter-changed");
      return context.redirect(urls.works(query), 303);
    }
    const read = z.object({ name: filterNameShape(t) }).safeParse(typed);
    if (!read.success) return again(fieldErrorsOf(read.error));
    const { name } = read.data;
    const { savedFilters: most } = await settings.current();
    try {
      await database.write(async (writer) => {
        const id = await saveFilter(writer, member, { name, query }, most, now);
        if (typed.fandom !== "") await setDefaultFilter(writer, member, typed.fandom, id);
      });
    } catch (cause) {
      if (cause instanceof FilterNameTaken) return again({ name: nameTaken(context) });
      if (cause instanceof TooManyFilters)
        return again({
          "": t(
            "You keep {most, plural, one {# filter} other {# filters}} already, as many as this archive takes of one reader. Remove one, or change one of them to this.",
            { most },
          ),
        });
      throw cause;
    }
    context.var.sayNext("filter-saved");
    return context.redirect(urls.works(query), 303);
  };
}

/** What can be read of an address, as the one short address of the same. */
function canonicalQuery(query: URLSearchParams): string {
  return queryOfFilter(canonicalFilter(readFilter(query).filter));
}

async function answerNew(
  context: ArchiveContext,
  { database: { reading } }: Parts,
  member: Member,
  query: string,
  refused: TypedFilter | null,
  errors: FieldErrors,
) {
  const { page } = context.var;
  const told = await tellQuery(reading, member, query);
  const saved = await listSavedFilters(reading, member);
  const proposed: TypedFilter = {
    name: proposedName(page, told.known, told.names),
    fandom: "",
    instead: narrowedFrom(saved, query)?.id ?? "",
  };
  // The form that was not sent keeps what it proposed.
  const typed = refused
    ? { ...proposed, ...(refused.instead === "" ? refused : { instead: refused.instead }) }
    : proposed;
  return context.html(
    <NewFilterPage
      page={page}
      told={told}
      fandoms={fandomsOf(told)}
      saved={saved}
      typed={typed}
      errors={errors}
    />,
    refused ? 422 : 200,
  );
}

import { z } from "zod";
import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { fieldErrorsOf } from "../../../plumbing/http/field-errors.ts";
import { type FormValues, readForm } from "../../../plumbing/http/form-values.ts";
import { siteAddress } from "../../../plumbing/http/site-address.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { FollowSlot } from "../../../works/follow-slot.ts";
import { changeFeedKey } from "../../saved/change-feed-key.ts";
import { setDefaultFilter, unsetDefault } from "../../saved/default-filter.ts";
import { filterNameShape } from "../../saved/filter-name.ts";
import { ownFilter } from "../../saved/own-filter.ts";
import { removeFilter } from "../../saved/remove-filter.ts";
import { renameFilter } from "../../saved/rename-filter.ts";
import { FilterNameTaken } from "../../saved/save-filter.ts";
import type { SavedFilter } from "../../saved/saved-filter.ts";
import { fandomsOf, tellQuery } from "../../saved/tell-saved.ts";
import { findVisibleTags } from "../../visible-tags.ts";
import type { NamedFandom } from "./fandom-choice.tsx";
import { FilterPage } from "./filter-page.tsx";
import { FilterRemovalPage } from "./filter-removal-page.tsx";

type Parts = { database: Database; publicAddress: string | null; follow: FollowSlot };

/** A reader's own filter, with what can be changed about it. */
export function showFilter(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const saved = await ownFilter(parts.database.reading, member, filterIdOf(context));
    return answer(context, parts, member, saved, { name: saved.name, fandom: saved.defaultFor ?? "" }, {});
  };
}

/** Gives a filter another name, and applies it to a fandom or to none. */
export function handleFilter(parts: Parts): ArchiveHandler {
  const { database } = parts;
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const saved = await ownFilter(database.reading, member, filterIdOf(context));
    const form = await readForm(context);
    const typed = { name: form.text("name"), fandom: form.text("fandom") };
    const again = (errors: FieldErrors) => answer(context, parts, member, saved, typed, errors);
    const read = z.object({ name: filterNameShape(t) }).safeParse(typed);
    if (!read.success) return again(fieldErrorsOf(read.error));
    const { name } = read.data;
    try {
      await database.write(async (writer) => {
        await renameFilter(writer, member, saved.id, name, Date.now());
        await applyTo(writer, member, saved, form);
      });
    } catch (cause) {
      if (cause instanceof FilterNameTaken) return again({ name: nameTaken(context) });
      throw cause;
    }
    context.var.sayNext("filter-changed");
    return context.redirect(urls.savedFilters(), 303);
  };
}

/** A form without the question leaves the answer as it was. */
async function applyTo(
  writer: Parameters<typeof setDefaultFilter>[0],
  member: Member,
  saved: SavedFilter,
  form: FormValues,
): Promise<void> {
  if (!form.has("fandom")) return;
  const fandom = form.text("fandom");
  if (fandom === "") await unsetDefault(writer, member, saved.id);
  else if (fandom !== saved.defaultFor) await setDefaultFilter(writer, member, fandom, saved.id);
}

/** Asks whether a filter shall go. */
export function showFilterRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const saved = await ownFilter(database.reading, memberOf(context), filterIdOf(context));
    return context.html(<FilterRemovalPage page={context.var.page} saved={saved} />);
  };
}

/** Removes a filter and its feed. */
export function handleFilterRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    await database.write((writer) => removeFilter(writer, member, filterIdOf(context)));
    context.var.sayNext("filter-removed");
    return context.redirect(urls.savedFilters(), 303);
  };
}

/** Gives a filter's feed a new secret address. */
export function handleFeedKey(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const filterId = filterIdOf(context);
    await database.write((writer) => changeFeedKey(writer, member, filterId));
    context.var.sayNext("feed-address-changed");
    return context.redirect(urls.savedFilter(filterId), 303);
  };
}

/** Applies one of a reader's filters to a fandom's page, or none. */
export function handleFandomFilter(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const tagId = context.req.param("tagId") ?? "";
    const filterId = (await readForm(context)).text("filter");
    await database.write((writer) =>
      setDefaultFilter(writer, member, tagId, filterId === "" ? null : filterId),
    );
    context.var.sayNext("fandom-filter-changed");
    return context.redirect(urls.tag(tagId), 303);
  };
}

/** What a name is refused with that stands for another filter. */
export function nameTaken({ var: { page } }: ArchiveContext): string {
  return page.t("You keep a filter under this name already. Choose another name.");
}

function filterIdOf(context: ArchiveContext): string {
  return context.req.param("filterId") ?? "";
}

async function answer(
  context: ArchiveContext,
  { database, publicAddress, follow }: Parts,
  member: Member,
  saved: SavedFilter,
  typed: { name: string; fandom: string },
  errors: FieldErrors,
) {
  const told = await tellQuery(database.reading, member, saved.query);
  const fandoms = fandomsOf(told);
  return context.html(
    <FilterPage
      page={context.var.page}
      saved={saved}
      told={told}
      fandoms={await withDefault(database.reading, member, fandoms, saved.defaultFor)}
      typed={typed}
      errors={errors}
      address={siteAddress(context, publicAddress)}
      follow={await follow(context, { kind: "filter", id: saved.id })}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

/** The fandoms to choose from, the one it is applied to now among them although the filter does not name it. */
async function withDefault(
  reader: Reader,
  member: Member,
  fandoms: NamedFandom[],
  defaultFor: string | null,
): Promise<NamedFandom[]> {
  if (defaultFor === null || fandoms.some(({ id }) => id === defaultFor)) return fandoms;
  const tag = (await findVisibleTags(reader, member, [defaultFor])).get(defaultFor);
  return tag ? [...fandoms, { id: tag.id, name: tag.name }] : fandoms;
}

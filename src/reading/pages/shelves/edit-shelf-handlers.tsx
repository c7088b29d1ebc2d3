import { memberOf } from "../../../people/member-only.ts";
import { findOwnPseuds } from "../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { siteAddress } from "../../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../../ui/form.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { changeShelf, changeShelfKey, removeShelf } from "../../make-shelf.ts";
import type { Shelf } from "../../shelf.ts";
import { findOwnShelfKey } from "../../shelves.ts";
import { EditShelfPage } from "./edit-shelf-page.tsx";
import { ownShelfOf } from "./own-shelf-asked.ts";
import { parseShelf, readShelfValues, type ShelfValues, shelfValuesOf } from "./shelf-form.ts";
import { ShelfRemovalPage } from "./shelf-removal-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper };

/** Shows what is said of one's own shelf, to be changed. */
export function showEditShelf(parts: Parts, publicAddress: string | null): ArchiveHandler {
  return async (context) => {
    const shelf = await ownShelfOf(context, parts.database);
    return answerEdit(context, parts, publicAddress, shelf, shelfValuesOf(shelf), {});
  };
}

/** Saves what is said of one's own shelf. */
export function handleEditShelf(parts: Parts, publicAddress: string | null): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const shelf = await ownShelfOf(context, parts.database);
    const values = readShelfValues(await readForm(context));
    const pseuds = await findOwnPseuds(parts.database.reading, member.accountId);
    const { noteCharacters } = await parts.settings.current();
    const { fields, errors } = parseShelf(values, pseuds, noteCharacters, context.var.page.t);
    if (errors) return answerEdit(context, parts, publicAddress, shelf, values, errors);
    await parts.database.write((writer) => changeShelf(writer, member, shelf.id, fields, Date.now()));
    context.var.sayNext("shelf-saved");
    return context.redirect(urls.shelf(shelf.id), 303);
  };
}

/** Gives the feed of one's own shelf a new secret address. */
export function handleShelfFeedKey({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { id } = await ownShelfOf(context, database);
    await database.write((writer) => changeShelfKey(writer, member, id));
    context.var.sayNext("feed-address-changed");
    return context.redirect(urls.editShelf(id), 303);
  };
}

/** Asks whether a shelf shall be taken away. */
export function showShelfRemoval({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const shelf = await ownShelfOf(context, database);
    return context.html(<ShelfRemovalPage page={context.var.page} shelf={shelf} />);
  };
}

/** Takes a shelf away. */
export function handleShelfRemoval({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { id } = await ownShelfOf(context, database);
    await database.write((writer) => removeShelf(writer, member, id, Date.now()));
    context.var.sayNext("shelf-removed");
    return context.redirect(urls.shelves(), 303);
  };
}

async function answerEdit(
  context: ArchiveContext,
  { database }: Parts,
  publicAddress: string | null,
  shelf: Shelf,
  values: ShelfValues,
  errors: FieldErrors,
) {
  const member = memberOf(context);
  const [key, pseuds] = await Promise.all([
    findOwnShelfKey(database.reading, member, shelf.id),
    findOwnPseuds(database.reading, member.accountId),
  ]);
  const address = siteAddress(context, publicAddress);
  return context.html(
    <EditShelfPage
      page={context.var.page}
      shelf={shelf}
      pseuds={pseuds}
      values={values}
      errors={errors}
      feed={{ atom: address + urls.ownShelfFeed(key), json: address + urls.ownShelfJsonFeed(key) }}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

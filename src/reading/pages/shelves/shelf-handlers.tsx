import { memberOf } from "../../../people/member-only.ts";
import { mayModerate } from "../../../people/person.ts";
import { findOwnPseuds } from "../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { pageAsked } from "../../../plumbing/http/page-asked.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../../ui/form.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { heedingOf } from "../../../works/asked-to-see.ts";
import type { FollowSlot } from "../../../works/follow-slot.ts";
import { startReading } from "../../../works/typed-text.ts";
import { volumesOf } from "../../../works/volumes.ts";
import { hideShelf } from "../../hide-shelf.ts";
import { makeShelfOnce, TooManyShelves } from "../../make-shelf.ts";
import type { AfterShelf, Shelf } from "../../shelf.ts";
import { noteOnShelf, orderShelf, unshelveWork } from "../../shelve-work.ts";
import { findShelf, listOwnShelves, listShelf, placeOnOwnShelf, readableOnShelf } from "../../shelves.ts";
import { noteId } from "../own-note-id.ts";
import { ownShelfOf } from "./own-shelf-asked.ts";
import { moveId, type RefusedShelfNote } from "./own-shelved-work.tsx";
import {
  parseShelf,
  placesWished,
  readShelfValues,
  type ShelfValues,
  shelfFieldNames,
  shelfLabels,
} from "./shelf-form.ts";
import { ShelfPage } from "./shelf-page.tsx";
import { ShelvesPage } from "./shelves-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper };

const nothingTyped: ShelfValues = { name: "", text: "", visibility: "private", pseud: "" };

/** A member's own shelves. */
export function showShelves(parts: Parts): ArchiveHandler {
  return (context) => answerList(context, parts, nothingTyped, {});
}

/** Makes a shelf. */
export function handleNewShelf(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const values = readShelfValues(await readForm(context));
    const pseuds = await findOwnPseuds(parts.database.reading, member.accountId);
    const { noteCharacters, shelvesKept } = await parts.settings.current();
    const { fields, errors } = parseShelf(values, pseuds, noteCharacters, t);
    if (errors) return answerList(context, parts, values, errors);
    try {
      const id = await parts.database.write((writer) =>
        makeShelfOnce(writer, member, fields, shelvesKept, Date.now()),
      );
      context.var.sayNext("shelf-made");
      return context.redirect(urls.shelf(id), 303);
    } catch (cause) {
      if (!(cause instanceof TooManyShelves)) throw cause;
      return answerList(context, parts, values, { "": tooManyShelves(context, shelvesKept) });
    }
  };
}

/** Why no more shelves can be made. */
export function tooManyShelves(context: ArchiveContext, most: number): string {
  return context.var.page.t(
    "You keep {most, plural, one {# shelf} other {# shelves}} already, as many as this archive takes of one reader. Take one away first.",
    { most },
  );
}

/** A shelf, for whoever may see it. */
export function showShelf(parts: Parts, after: AfterShelf, follow: FollowSlot): ArchiveHandler {
  return (context) => answerShelf(context, parts, after, null, follow);
}

/** Writes a note on a work of one's own shelf, or takes it off. */
export function handleShelvedWork(parts: Parts, after: AfterShelf): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const { id } = await ownShelfOf(context, parts.database);
    const names = shelfFieldNames;
    const form = await readForm(context);
    const workId = form.text(names.work);
    if (form.text(names.press) === "off") {
      await parts.database.write((writer) => unshelveWork(writer, member, id, workId, Date.now()));
      context.var.sayNext("unshelved");
      return context.redirect(urls.shelf(id), 303);
    }
    const typed = form.text(names.note(workId));
    const reader = startReading(t);
    const { noteCharacters } = await parts.settings.current();
    const note = reader.note(names.note(workId), shelfLabels(t).note, typed, noteCharacters);
    const [error] = Object.values(reader.errors);
    if (error !== undefined) return answerShelf(context, parts, after, { workId, note: typed, error });
    await parts.database.write((writer) =>
      noteOnShelf(writer, member, { shelfId: id, workId, note }, Date.now()),
    );
    context.var.sayNext("shelf-noted");
    const { address } = await addressOn(parts, { id }, workId);
    return context.redirect(`${address}#${noteId(workId)}`, 303);
  };
}

/** Puts the works of one's own shelf in order. */
export function handleShelfOrder(parts: Parts): ArchiveHandler {
  const { database } = parts;
  return async (context) => {
    const member = memberOf(context);
    const { id } = await ownShelfOf(context, database);
    const form = await readForm(context);
    const wishes = placesWished(form);
    await database.write((writer) => orderShelf(writer, member, id, wishes, Date.now()));
    context.var.sayNext("shelf-ordered");
    const [way, workId] = [form.text(shelfFieldNames.move), form.text(shelfFieldNames.work)];
    if (way !== "up" && way !== "down") return context.redirect(urls.shelf(id), 303);
    const { address, isFirst, isLast } = await addressOn(parts, { id }, workId);
    // At an end of the shelf there is but the way back.
    const next = isFirst ? "down" : isLast ? "up" : way;
    return context.redirect(`${address}#${moveId(next, workId)}`, 303);
  };
}

/** The page of one's own shelf that a work stands on. */
async function addressOn({ database, settings }: Parts, shelf: Pick<Shelf, "id">, workId: string) {
  const found = await placeOnOwnShelf(database.reading, shelf, workId);
  const { worksPerPage } = await settings.current();
  const { place, count } = found ?? { place: 1, count: 1 };
  return {
    address: urls.shelf(shelf.id, Math.ceil(place / worksPerPage)),
    isFirst: place === 1,
    isLast: place === count,
  };
}

/** Hides a shelf, or lets it be found again: for moderators. */
export function handleShelfHiding({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const id = context.req.param("shelfId") ?? "";
    const hides = (await readForm(context)).text("hides") !== "no";
    await database.write((writer) => hideShelf(writer, member, id, hides, Date.now()));
    context.var.sayNext(hides ? "shelf-hidden" : "shelf-shown");
    return context.redirect(urls.shelf(id), 303);
  };
}

async function answerList(
  context: ArchiveContext,
  { database }: Parts,
  values: ShelfValues,
  errors: FieldErrors,
) {
  const member = memberOf(context);
  const [shelves, pseuds] = await Promise.all([
    listOwnShelves(database.reading, member),
    findOwnPseuds(database.reading, member.accountId),
  ]);
  return context.html(
    <ShelvesPage page={context.var.page} shelves={shelves} pseuds={pseuds} values={values} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function answerShelf(
  context: ArchiveContext,
  { database, settings }: Parts,
  after: AfterShelf,
  refused: RefusedShelfNote | null,
  follow?: FollowSlot,
) {
  const { person, page } = context.var;
  const reader = database.reading;
  const shelf = await findShelf(reader, person, context.req.param("shelfId") ?? "");
  if (!shelf) throw new NotFound();
  const { worksPerPage: perPage, language } = await settings.current();
  const heeding = heedingOf(new URL(context.req.url).searchParams);
  const list = await listShelf(reader, person, shelf, { page: pageAsked(context), perPage }, heeding);
  // Where all rules hold, the list has counted what can be carried away; asking for thousands once more takes long.
  const readable =
    heeding === "all" && !shelf.mine ? list.count : (await readableOnShelf(reader, person, shelf)).length;
  if (shelf.visibility !== "public") context.header("x-robots-tag", "noindex");
  const books = volumesOf(readable).map(({ volume, from, to }) => ({
    href: urls.shelfBook(shelf.id, volume ?? 1),
    volume: volume === null ? null : { from, to },
  }));
  return context.html(
    <ShelfPage
      page={page}
      shelf={shelf}
      list={list}
      language={language}
      moderates={mayModerate(person)}
      books={books}
      refused={refused}
      after={await after(context, shelf)}
      follow={shelf.mine || !follow ? null : await follow(context, { kind: "shelf", id: shelf.id })}
    />,
    refused ? 422 : 200,
  );
}

import { memberOf } from "../../../people/member-only.ts";
import { findOwnPseuds } from "../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../../ui/form.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { Work } from "../../../works/work.ts";
import { findWork } from "../../../works/works.ts";
import { makeShelfOnce, TooManyShelves } from "../../make-shelf.ts";
import { ShelfIsFull, shelveWork, unshelveWork } from "../../shelve-work.ts";
import { shelvesWith } from "../../shelves.ts";
import { parseShelf } from "./shelf-form.ts";
import { tooManyShelves } from "./shelf-handlers.tsx";
import { stoodName, WorkShelvesPage } from "./work-shelves-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper };

/** Asks on which shelves a work shall stand. */
export function showWorkShelves(parts: Parts): ArchiveHandler {
  return async (context) => answer(context, parts, await workOf(context, parts), null);
}

/** Puts a work on the shelves that were chosen, and takes it off the others; all of it, or nothing. */
export function handleWorkShelves(parts: Parts): ArchiveHandler {
  const { database, settings } = parts;
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const work = await workOf(context, parts);
    const form = await readForm(context);
    const typed = { chosen: form.all("shelf"), name: form.text("name") };
    const { shelvesKept, shelfWorks, noteCharacters } = await settings.current();
    const shelves = await shelvesWith(database.reading, member, work.id);
    // Taken off is what stood there when the form was made, and is ticked no longer: not what was put on since, with its note.
    const stood = form.has(stoodName) ? form.all(stoodName) : shelves.map(({ id }) => id);
    const unticked = shelves.filter(
      ({ id, note }) => note !== null && stood.includes(id) && !typed.chosen.includes(id),
    );
    const again = (errors: FieldErrors) => answer(context, parts, work, { ...typed, stood, errors });
    if (typed.name.trim() === "" && typed.chosen.length === 0 && unticked.length === 0)
      return again({ [shelves.length > 0 ? "shelf" : "name"]: t("Choose a shelf, or name a new one.") });
    const pseuds = await findOwnPseuds(database.reading, member.accountId);
    const made =
      typed.name.trim() === ""
        ? null
        : parseShelf({ name: typed.name, text: "", visibility: "", pseud: "" }, pseuds, noteCharacters, t);
    if (made?.errors) return again(made.errors);
    const now = Date.now();
    try {
      await database.write(async (writer) => {
        const chosen = shelves.filter(({ id }) => typed.chosen.includes(id)).map(({ id }) => id);
        if (made?.fields) chosen.push(await makeShelfOnce(writer, member, made.fields, shelvesKept, now));
        for (const id of chosen) await shelveWork(writer, member, id, work.id, shelfWorks, now);
        for (const { id } of unticked) await unshelveWork(writer, member, id, work.id, now);
      });
    } catch (cause) {
      if (cause instanceof TooManyShelves) return again({ name: tooManyShelves(context, shelvesKept) });
      if (!(cause instanceof ShelfIsFull)) throw cause;
      return again({
        shelf: t("One of these shelves holds {most, number} works already. Begin another.", {
          most: shelfWorks,
        }),
      });
    }
    context.var.sayNext("shelved");
    return context.redirect(urls.work(work.id), 303);
  };
}

/** @throws SignInNeeded for a visitor, NotFound unless the work is published, and for this member */
async function workOf(context: ArchiveContext, { database }: Parts): Promise<Work> {
  const work = await findWork(database.reading, memberOf(context), context.req.param("workId") ?? "");
  if (work?.status !== "published" || work.visibility === "private") throw new NotFound();
  return work;
}

async function answer(
  context: ArchiveContext,
  { database }: Parts,
  work: Work,
  refused: { chosen: string[]; stood: string[]; name: string; errors: FieldErrors } | null,
) {
  const shelves = await shelvesWith(database.reading, memberOf(context), work.id);
  const standing = shelves.filter(({ note }) => note !== null).map(({ id }) => id);
  return context.html(
    <WorkShelvesPage
      page={context.var.page}
      work={work}
      shelves={shelves}
      chosen={refused?.chosen ?? standing}
      stood={refused?.stood ?? standing}
      name={refused?.name ?? ""}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

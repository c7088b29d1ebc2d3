import { memberOf } from "../../../../people/member-only.ts";
import { iconsFolder } from "../../../../people/pseud-icons.ts";
import { findOwnPseuds } from "../../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import type { FileStore } from "../../../../plumbing/files/file-store.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { type PseudKept, PseudStays, removePseud } from "../../../credits/remove-pseud.ts";
import { listWorksUnder } from "../../../credits/works-under.ts";
import { PseudRemovalPage } from "./pseud-removal-page.tsx";

/** Says what giving a name up would mean. */
export function showPseudRemoval(database: Database): ArchiveHandler {
  return (context) => answer(context, database, null);
}

/** Gives a name up. Its picture goes after the row that names it: a crash between leaves bytes nobody can ask for. */
export function handlePseudRemoval(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const to = (await readForm(context)).text("to") || null;
    const pseudId = context.req.param("pseudId") ?? "";
    try {
      await database.write((writer) => removePseud(writer, member, pseudId, to, Date.now()));
    } catch (cause) {
      if (cause instanceof PseudStays) return answer(context, database, cause.why);
      throw cause;
    }
    await files.remove(iconsFolder(pseudId));
    context.var.sayNext("pseud-removed");
    return context.redirect(urls.account(), 303);
  };
}

/** @throws SignInNeeded for a visitor, NotFound unless the name is the member's own */
async function answer(context: ArchiveContext, database: Database, kept: PseudKept | null) {
  const member = memberOf(context);
  const own = await findOwnPseuds(database.reading, member.accountId);
  const pseud = own.find(({ id }) => id === context.req.param("pseudId"));
  if (!pseud) throw new NotFound();
  const works = await listWorksUnder(database.reading, pseud.id);
  return context.html(
    <PseudRemovalPage
      page={context.var.page}
      pseud={pseud}
      others={own.filter(({ id }) => id !== pseud.id)}
      works={works}
      kept={kept}
    />,
    kept === null ? 200 : 409,
  );
}

import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { findStopping, stopLetters } from "../stop-letters.ts";
import { StopPage } from "./stop-page.tsx";

/** Asks whether letters shall stop. Opening it stops nothing: programs that look for harm open every link of a letter. */
export function showStop({ reading }: Database): ArchiveHandler {
  return async (context) => {
    const leaveKey = context.req.param("leaveKey") ?? "";
    const found = await findStopping(reading, leaveKey);
    if (!found) throw new NotFound();
    return context.html(
      <StopPage page={context.var.page} action={urls.letterLeaving(leaveKey)} isStopped={found.isStopped} />,
    );
  };
}

/**
 * Stops letters, by the button of the page or by one press in a mail program, whose server sends the press by itself, from
 * anywhere and without cookies (RFC 8058, section 3.2): the key is all it needs.
 */
export function handleStop(database: Database): ArchiveHandler {
  return async (context) => {
    const leaveKey = context.req.param("leaveKey") ?? "";
    if (!(await findStopping(database.reading, leaveKey))) throw new NotFound();
    await database.write((writer) => stopLetters(writer, leaveKey, Date.now()));
    const form = await readForm(context);
    if (form.has("List-Unsubscribe"))
      return context.text(context.var.page.t("No more letters come. Everything is still told on the site."));
    return context.redirect(urls.letterLeaving(leaveKey), 303);
  };
}

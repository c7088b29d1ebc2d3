import { memberOf } from "../../../people/member-only.ts";
import { findOwnPseuds } from "../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import {
  askCommentHelper,
  endCommentHelp,
  listCommentHelpers,
  listHelped,
  OwnHelper,
} from "../../comment-helpers.ts";
import { CommentHelpersPage } from "./helpers-page.tsx";

type Typed = { name: string; pseud: string };

/** Shows an author who lets comments in beside them, and whom they help themselves. */
export function showCommentHelpers(database: Database): ArchiveHandler {
  return (context) => answer(context, database, { name: "", pseud: "" }, {});
}

/** Asks somebody to help, or ends it. */
export function handleCommentHelpers(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const typed = { name: form.text("name").trim(), pseud: form.text("pseud") };
    try {
      if (form.text("press") === "end")
        await database.write((writer) => endCommentHelp(writer, member, typed.pseud, form.text("helper")));
      else if (typed.name === "")
        return answer(context, database, typed, { name: t("Type the name they write under.") });
      else
        await database.write((writer) =>
          askCommentHelper(writer, member, typed.pseud, typed.name, Date.now()),
        );
    } catch (cause) {
      if (cause instanceof OwnHelper)
        return answer(context, database, typed, { name: t("That is you: you let comments in anyway.") });
      if (!(cause instanceof NotFound) || form.text("press") === "end") throw cause;
      return answer(context, database, typed, {
        name: t("Nobody here writes under this name. Type it exactly."),
      });
    }
    context.var.sayNext("comment-helpers-changed");
    return context.redirect(urls.commentHelpers(), 303);
  };
}

async function answer(context: ArchiveContext, database: Database, typed: Typed, errors: FieldErrors) {
  const member = memberOf(context);
  const [pseuds, helpers, helped] = await Promise.all([
    findOwnPseuds(database.reading, member.accountId),
    listCommentHelpers(database.reading, member),
    listHelped(database.reading, member),
  ]);
  return context.html(
    <CommentHelpersPage page={context.var.page} {...{ pseuds, helpers, helped, typed, errors }} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

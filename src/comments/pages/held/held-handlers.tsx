import { memberOf } from "../../../people/member-only.ts";
import { mayModerate } from "../../../people/person.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { listHelped } from "../../comment-helpers.ts";
import { type HeldOf, listHeld } from "../../held-comments.ts";
import { removeComment } from "../../remove-comment.ts";
import { letIn } from "../../screen-comment.ts";
import type { TalkParts } from "../talk/open-talk.ts";
import { HeldPage } from "./held-page.tsx";

/** Comments decided about at one press; a page has fewer. */
const mostChosen = 200;

/** Shows the comments that wait for whoever asks: under their works and those they help with, or under all. */
export function showHeld({ database, settings }: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { reading } = database;
    const of: HeldOf = context.req.query("of") === "all" && mayModerate(member) ? "all" : "mine";
    const words = (context.req.query("words") ?? "").trim().slice(0, 200);
    const after = context.req.query("after") ?? null;
    const { commentsPerPage } = await settings.current();
    const [held, helped] = await Promise.all([
      listHeld(reading, member, of, words, after, commentsPerPage),
      listHelped(reading, member),
    ]);
    return context.html(
      <HeldPage
        page={context.var.page}
        of={of}
        words={words}
        held={held}
        goesOn={after !== null}
        helped={helped}
      />,
    );
  };
}

/** Lets the chosen comments in, or removes them. What somebody else has decided meanwhile is left. */
export function handleHeld({ database }: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const press = form.text("press");
    const chosen = form
      .all("comment")
      .slice(0, mostChosen)
      .map((value) => value.split(" "));
    if (press !== "let-in" && press !== "remove") throw new NotFound();
    const now = Date.now();
    for (const [workId = "", commentId = ""] of chosen)
      try {
        await database.write((writer) =>
          press === "let-in"
            ? letIn(writer, member, workId, commentId, now)
            : removeComment(writer, member, workId, commentId, now),
        );
      } catch (cause) {
        if (!(cause instanceof NotFound)) throw cause;
      }
    context.var.sayNext(chosen.length === 0 ? "no-comments-chosen" : "comments-screened");
    const query = { of: form.text("of"), words: form.text("words") };
    return context.redirect(urls.heldComments(query), 303);
  };
}

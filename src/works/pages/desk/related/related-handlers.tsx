import { memberOf } from "../../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { pageAsked } from "../../../../plumbing/http/page-asked.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { answerRelated } from "../../../answer-related.ts";
import { heedingOf } from "../../../asked-to-see.ts";
import { listMadeOfOwn } from "../../../made-of-own.ts";
import { RelatedPage } from "./related-page.tsx";

/** How many stand on one page. */
const onePage = 30;

/** Shows a member what others made of their works. */
export function showRelated(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const list = await listMadeOfOwn(
      database.reading,
      member,
      { page: pageAsked(context), perPage: onePage },
      heedingOf(new URL(context.req.url).searchParams),
    );
    return context.html(<RelatedPage page={context.var.page} list={list} />);
  };
}

/** Answers one of them. */
export function handleRelated(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const answer = (["yes", "no"] as const).find((each) => each === form.text("answer"));
    if (answer === undefined) throw new NotFound();
    const claim = { workId: form.text("work"), otherId: form.text("own") };
    await database.write((writer) => answerRelated(writer, member, claim, answer, Date.now()));
    context.var.sayNext(answer === "yes" ? "related-linked" : "related-unlinked");
    return context.redirect(urls.relatedToOwn(), 303);
  };
}

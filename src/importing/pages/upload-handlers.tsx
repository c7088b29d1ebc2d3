import { memberOf } from "../../people/member-only.ts";
import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { TooBusy, WorkFailed } from "../../plumbing/jobs/worker-pool.ts";
import type { FieldErrors } from "../../ui/form.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { findOwnWork } from "../../works/works.ts";
import { listImports } from "../imports.ts";
import { type ImportParts, NoStory, startImports, TooManyImports } from "../start-import.ts";
import { problemSentence, tooManySentence } from "./refusal-sentences.ts";
import { sourcesSent } from "./sources-sent.ts";
import { uploadFields as names } from "./upload-fields.ts";
import { UploadDoorPage, UploadPage, type UploadValues } from "./upload-page.tsx";

/** What the handlers of the door need of the archive. */
export type UploadParts = ImportParts;

/** Shows the ways to bring a story in. */
export function showUpload(parts: UploadParts): ArchiveHandler {
  return (context) => {
    if (context.var.person.kind === "visitor")
      return context.html(<UploadDoorPage page={context.var.page} />);
    const workId = context.req.query(names.work) ?? "";
    return answer(
      context,
      parts,
      memberOf(context),
      workId,
      { text: "", pastedHtml: "", pastedAs: "text", several: "chapters" },
      {},
    );
  };
}

/** Takes a file or a pasted text in, and leads to its review. */
export function handleUpload(parts: UploadParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const workId = form.text(names.work);
    if (workId !== "" && !(await findOwnWork(parts.database.reading, member, workId))) throw new NotFound();
    const again = (errors: FieldErrors) => {
      const values = {
        text: form.text(names.text),
        pastedHtml: form.text(names.pastedHtml),
        pastedAs: form.text(names.pastedAs),
        several: form.text(names.several),
      };
      return answer(context, parts, member, workId, values, errors);
    };
    const { uploadMegabytes } = await parts.settings.current();
    const given = await sourcesSent(form, uploadMegabytes, t);
    if (given.errors) return again(given.errors);
    try {
      const as = workId === "" ? given.as : "chapters";
      const [id, ...others] = await startImports(
        parts,
        member,
        given.sources,
        as,
        workId || null,
        Date.now(),
      );
      if (id !== undefined && others.length === 0) return context.redirect(urls.importReview(id), 303);
      // Several stories wait, each for itself, in the list of what was begun.
      context.var.sayNext("stories-came-in");
      return context.redirect(urls.newImport(), 303);
    } catch (cause) {
      const sentence = failureSentence(cause, t);
      if (sentence === null) throw cause;
      return again({ [given.field]: sentence });
    }
  };
}

/** What went wrong in words, or null for what is no refusal. */
function failureSentence(cause: unknown, t: Translate): string | null {
  if (cause instanceof NoStory) return problemSentence(cause, t);
  if (cause instanceof TooManyImports) return tooManySentence(cause, t);
  if (cause instanceof TooBusy)
    return t("Many stories are coming in just now. Please try again in a minute.");
  if (cause instanceof WorkFailed) return problemSentence({ problem: "failed", kind: "unknown" }, t);
  return null;
}

async function answer(
  context: ArchiveContext,
  { database, settings }: UploadParts,
  member: Member,
  workId: string,
  values: UploadValues,
  errors: FieldErrors,
) {
  const [work, unfinished, { uploadMegabytes, unfinishedImports }] = await Promise.all([
    workId === "" ? null : findOwnWork(database.reading, member, workId),
    listImports(database.reading, member),
    settings.current(),
  ]);
  if (work === undefined) throw new NotFound();
  const refused = Object.keys(errors).length > 0;
  return context.html(
    <UploadPage
      page={context.var.page}
      work={work}
      megabytes={uploadMegabytes}
      unfinished={unfinished}
      mostUnfinished={unfinishedImports}
      values={values}
      errors={errors}
    />,
    refused ? 422 : 200,
  );
}

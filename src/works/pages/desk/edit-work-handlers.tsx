import type { Member } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { changeWork } from "../../change-work.ts";
import { listOriginals } from "../../originals.ts";
import { SavedMeanwhile } from "../../own-work.ts";
import { listRemovedChapters } from "../../own-works.ts";
import { NotReady } from "../../what-is-lacking.ts";
import type { Work } from "../../work.ts";
import { findWorkChoices, type WorkChoices } from "../../work-choices.ts";
import { parseWork } from "../../work-form.ts";
import { readWorkValues, valuesOf, type WorkValues } from "../../work-values.ts";
import { listChapters } from "../../works.ts";
import { afterwards } from "./afterwards.ts";
import type { DeskParts } from "./desk-parts.ts";
import { EditWorkPage } from "./edit-work-page.tsx";
import { lackErrors } from "./lack-sentences.ts";
import { ownWorkOf } from "./own-work-of.ts";
import { versionOf } from "./version-field.ts";

/** Shows a work to its author, to be changed. */
export function showEditWork(parts: DeskParts): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, parts.database.reading);
    const choices = await findWorkChoices(parts.database.reading, member.accountId, work);
    return answer(context, parts, { member, work, choices }, null);
  };
}

/** Saves what an author says about a work. */
export function handleEditWork(parts: DeskParts): ArchiveHandler {
  const { database, settings } = parts;
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const { t } = context.var.page;
    const form = await readForm(context);
    const choices = await findWorkChoices(database.reading, member.accountId, work);
    const values = readWorkValues(form, choices);
    const version = versionOf(form);
    const refuse = (errors: FieldErrors) =>
      answer(context, parts, { member, work, choices }, { values, version, errors, status: 422 });
    const { fields, errors } = parseWork(values, choices, await settings.current(), t);
    if (errors) return refuse(errors);
    try {
      await database.write((writer) => changeWork(writer, member, work.id, version, fields, Date.now()));
    } catch (cause) {
      if (cause instanceof NotReady) return refuse(lackErrors(t, cause.lacks));
      if (cause instanceof SavedMeanwhile) return answerOvertaken(context, parts, values);
      throw cause;
    }
    context.var.sayNext(work.status === "draft" ? "draft-saved" : "work-saved");
    const previews = form.text(afterwards.name) === afterwards.preview;
    return context.redirect(previews ? urls.previewWork(work.id) : urls.editWork(work.id), 303);
  };
}

/** Shows what stands now beneath what was typed; sent again, what was typed replaces it knowingly. */
async function answerOvertaken(context: ArchiveContext, parts: DeskParts, values: WorkValues) {
  const { member, work } = await ownWorkOf(context, parts.database.reading);
  const choices = await findWorkChoices(parts.database.reading, member.accountId, work);
  const errors = { "": overtakenSentence(context) };
  const standing = valuesOf(work, choices);
  const refused = { values, version: work.version, errors, status: 409 as const, standing };
  return answer(context, parts, { member, work, choices }, refused);
}

/** Why a form was not saved when somebody had saved the same thing after it was opened. */
export function overtakenSentence(context: ArchiveContext): string {
  return context.var.page.t(
    "This was saved after you opened it, perhaps by you in another window, so yours was not saved over it. What stands now is shown below what you typed. Save once more if yours is the one to keep.",
  );
}

async function answer(
  context: ArchiveContext,
  { database, settings }: DeskParts,
  { member, work, choices }: { member: Member; work: Work; choices: WorkChoices },
  refused: {
    values: WorkValues;
    version: number;
    errors: FieldErrors;
    status: 409 | 422;
    standing?: WorkValues;
  } | null,
) {
  const [chapters, removed, originals, { daysInTrash }] = await Promise.all([
    listChapters(database.reading, work),
    listRemovedChapters(database.reading, member, work.id),
    listOriginals(database.reading, member, work.id),
    settings.current(),
  ]);
  return context.html(
    <EditWorkPage
      page={context.var.page}
      {...{ work, chapters, removed, originals, daysInTrash, choices }}
      values={refused?.values ?? valuesOf(work, choices)}
      version={refused?.version ?? work.version}
      errors={refused?.errors ?? {}}
      standing={refused?.standing ?? null}
    />,
    refused?.status ?? 200,
  );
}

import type { Member } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { settleAutosave } from "../../autosaves/settle-autosave.ts";
import { changeWork } from "../../change-work.ts";
import { listOriginals } from "../../originals.ts";
import { othersWishes } from "../../others-wishes.ts";
import { SavedMeanwhile } from "../../own-work.ts";
import { listRemovedChapters } from "../../own-works.ts";
import { listReleases } from "../../releases.ts";
import { NotReady } from "../../what-is-lacking.ts";
import type { Work } from "../../work.ts";
import { findWorkChoices, type WorkChoices } from "../../work-choices.ts";
import { parseWork } from "../../work-form.ts";
import { readWorkValues, valuesOf, type WorkValues } from "../../work-values.ts";
import { listChapters } from "../../works.ts";
import { isWrittenTogether } from "../../written-together.ts";
import { afterwards } from "./afterwards.ts";
import { autosavesOfForm, type FormAutosaves } from "./autosaves/form-autosaves.ts";
import { leaveTyped, noRoom } from "./autosaves/leave-typed.ts";
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
    const place = { form: "work", workId: work.id } as const;
    const { autosaves, taken } = await autosavesOfForm(context, parts.database.reading, member, place);
    const typed = taken && { values: readWorkValues(taken.typed, choices), version: taken.version };
    return answer(context, parts, { member, work, choices, autosaves }, typed ?? null);
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
    const place = { form: "work", workId: work.id } as const;
    const { autosaves } = await autosavesOfForm(context, database.reading, member, place, form);
    const refuse = (errors: FieldErrors) =>
      answer(context, parts, { member, work, choices, autosaves }, { values, version, errors, status: 422 });
    if (form.text(afterwards.name) === afterwards.leave)
      return (await leaveTyped(context, parts, member, autosaves, form)) ?? refuse(noRoom(context));
    const { fields, errors } = parseWork(values, choices, await settings.current(), t);
    const unwanted = await othersWishes(database.reading, member, work.id, values, t);
    if (errors || Object.keys(unwanted).length > 0) return refuse({ ...errors, ...unwanted });
    try {
      await database.write(async (writer) => {
        await changeWork(writer, member, work.id, version, fields, Date.now());
        await settleAutosave(writer, member, place, autosaves.continued, Date.now());
      });
    } catch (cause) {
      if (cause instanceof NotReady) return refuse(lackErrors(t, cause.lacks));
      if (cause instanceof SavedMeanwhile) return answerOvertaken(context, parts, values, autosaves);
      throw cause;
    }
    const saved = isWrittenTogether(work) ? "shared-draft-saved" : "draft-saved";
    context.var.sayNext(work.status === "draft" ? saved : "work-saved");
    const previews = form.text(afterwards.name) === afterwards.preview;
    return context.redirect(previews ? urls.previewWork(work.id) : urls.editWork(work.id), 303);
  };
}

/** Shows what stands now beneath what was typed; sent again, what was typed replaces it knowingly. */
async function answerOvertaken(
  context: ArchiveContext,
  parts: DeskParts,
  values: WorkValues,
  autosaves: FormAutosaves,
) {
  const { member, work } = await ownWorkOf(context, parts.database.reading);
  const choices = await findWorkChoices(parts.database.reading, member.accountId, work);
  const errors = { "": overtakenSentence(context) };
  const standing = valuesOf(work, choices);
  const refused = { values, version: work.version, errors, status: 409 as const, standing };
  return answer(context, parts, { member, work, choices, autosaves }, refused);
}

/** Why a form was not saved when somebody had saved the same thing after it was opened. */
export function overtakenSentence(context: ArchiveContext): string {
  return context.var.page.t(
    "This was saved after you opened it, perhaps by you in another window, so yours was not saved over it. What you typed is in the form as it was, and below it stands what differs. Save once more if yours is the one to keep.",
  );
}

async function answer(
  context: ArchiveContext,
  { database, settings }: DeskParts,
  {
    member,
    work,
    choices,
    autosaves,
  }: { member: Member; work: Work; choices: WorkChoices; autosaves: FormAutosaves },
  typed: {
    values: WorkValues;
    version: number;
    errors?: FieldErrors;
    status?: 409 | 422;
    standing?: WorkValues;
  } | null,
) {
  const [chapters, releases, removed, originals, { daysInTrash }] = await Promise.all([
    listChapters(database.reading, work),
    listReleases(database.reading, work),
    listRemovedChapters(database.reading, member, work.id),
    listOriginals(database.reading, member, work.id),
    settings.current(),
  ]);
  return context.html(
    <EditWorkPage
      page={context.var.page}
      {...{ work, chapters, releases, removed, originals, daysInTrash, choices }}
      autosaves={autosaves}
      values={typed?.values ?? valuesOf(work, choices)}
      version={typed?.version ?? work.version}
      errors={typed?.errors ?? {}}
      standing={typed?.standing ?? null}
    />,
    typed?.status ?? 200,
  );
}

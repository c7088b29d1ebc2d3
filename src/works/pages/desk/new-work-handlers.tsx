import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { settleAutosave } from "../../autosaves/settle-autosave.ts";
import { newChapterValues, readChapterValues } from "../../chapter-form.ts";
import { othersWishes } from "../../others-wishes.ts";
import { saveDraft } from "../../save-draft.ts";
import { readChapter } from "../../story-sources.ts";
import { findWorkChoices } from "../../work-choices.ts";
import { parseWork } from "../../work-form.ts";
import { newWorkValues, readWorkValues } from "../../work-values.ts";
import { afterwards } from "./afterwards.ts";
import { autosavesOfForm } from "./autosaves/form-autosaves.ts";
import type { DeskParts, WritingParts } from "./desk-parts.ts";
import { NewWorkPage } from "./new-work-page.tsx";

const place = { form: "new-work" } as const;

/** Shows an empty page to write on. */
export function showNewWork({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const choices = await findWorkChoices(database.reading, member.accountId, null);
    const { language } = await settings.current();
    const { autosaves, taken } = await autosavesOfForm(context, database.reading, member, place);
    return context.html(
      <NewWorkPage
        page={context.var.page}
        work={taken ? readWorkValues(taken.typed, choices) : newWorkValues(choices, language)}
        chapter={taken ? readChapterValues(taken.typed) : newChapterValues}
        autosaves={autosaves}
        errors={{}}
        choices={choices}
      />,
    );
  };
}

/** Keeps a new work as a draft. */
export function handleNewWork({ database, settings, tidier }: WritingParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { page } = context.var;
    const form = await readForm(context);
    const choices = await findWorkChoices(database.reading, member.accountId, null);
    const limits = await settings.current();
    const typed = { work: readWorkValues(form, choices), chapter: readChapterValues(form) };
    const { autosaves } = await autosavesOfForm(context, database.reading, member, place, form);
    const work = parseWork(typed.work, choices, limits, page.t);
    const chapter = await readChapter(typed.chapter, limits, page.t, tidier);
    const unwanted = await othersWishes(database.reading, member, null, typed.work, page.t);
    if (!work.fields || !chapter.fields || Object.keys(unwanted).length > 0)
      return context.html(
        <NewWorkPage
          page={page}
          {...typed}
          autosaves={autosaves}
          errors={{ ...work.errors, ...unwanted, ...chapter.errors }}
          choices={choices}
        />,
        422,
      );
    const { fields } = work;
    const firstChapter = chapter.fields;
    const { workId } = await database.write(async (writer) => {
      const saved = await saveDraft(writer, member, fields, firstChapter, Date.now());
      await settleAutosave(writer, member, place, autosaves.continued, Date.now());
      return saved;
    });
    context.var.sayNext("draft-saved");
    const previews = form.text(afterwards.name) === afterwards.preview;
    return context.redirect(previews ? urls.previewWork(workId) : urls.editWork(workId), 303);
  };
}

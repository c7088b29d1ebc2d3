import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { placesToSplit } from "../../joining/places-to-split.ts";
import { NoSuchPlace, splitChapter } from "../../joining/split-chapter.ts";
import { SavedMeanwhile } from "../../own-work.ts";
import { ChapterSplittingPage, chosenPlaceField } from "./chapter-splitting-page.tsx";
import { ownChapterOf } from "./own-work-of.ts";
import { versionOf } from "./version-field.ts";

/** Asks where a chapter shall be split. */
export function showChapterSplitting(database: Database): ArchiveHandler {
  return (context) => answer(context, database);
}

/** Splits a chapter at the chosen place. */
export function handleChapterSplitting(database: Database): ArchiveHandler {
  return async (context) => {
    const { t } = context.var.page;
    const { member, work, chapter } = await ownChapterOf(context, database.reading);
    const form = await readForm(context);
    const chosen = form.text(chosenPlaceField);
    const refuse = (sentence: string, status: 409 | 422) =>
      answer(context, database, { chosen, errors: { [chosenPlaceField]: sentence }, status });
    if (!/^\d{1,6}$/.test(chosen)) return refuse(t("Choose where the new chapter begins."), 422);
    try {
      await database.write((writer) =>
        splitChapter(writer, member, work.id, chapter.id, versionOf(form), Number(chosen), Date.now()),
      );
    } catch (cause) {
      if (cause instanceof NoSuchPlace)
        return refuse(t("Nothing would stand before that place or behind it. Choose another."), 422);
      if (cause instanceof SavedMeanwhile)
        return refuse(
          t(
            "The chapter was saved after you opened this page, so nothing was split. Choose the place again.",
          ),
          409,
        );
      throw cause;
    }
    context.var.sayNext("chapter-split");
    return context.redirect(urls.editWork(work.id), 303);
  };
}

async function answer(
  context: ArchiveContext,
  database: Database,
  refused?: { chosen: string; errors: FieldErrors; status: 409 | 422 },
) {
  const { work, chapter } = await ownChapterOf(context, database.reading);
  const paragraphs = Number(context.req.query("paragraphs") ?? 0);
  return context.html(
    <ChapterSplittingPage
      page={context.var.page}
      work={work}
      chapter={chapter}
      places={placesToSplit(chapter.story)}
      paragraphs={Number.isSafeInteger(paragraphs) ? paragraphs : 0}
      chosen={refused?.status === 422 ? refused.chosen : ""}
      errors={refused?.errors ?? {}}
    />,
    refused?.status ?? 200,
  );
}

import { fandomKind } from "../../../tags/tags.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import type { Translate } from "../../../vocabulary/translate.ts";
import { chapterFieldNames } from "../../chapter-form.ts";
import type { Lack } from "../../what-is-lacking.ts";
import { workFieldNames } from "../../work-values.ts";

/** What is missing, in words. */
export function lackSentence(t: Translate, lack: Lack): string {
  return {
    title: t("It has no title yet."),
    author: t("It is by nobody yet: choose one of your names."),
    fandom: t("It has no fandom yet, and readers find works by their fandoms."),
    story: t("There is no story in it yet."),
    "ready chapter": t(
      "Every chapter that has a story waits for its time. Take one of them out of the plan, or let the work come out with the first.",
    ),
  }[lack];
}

/** The same as errors of the fields where it would be typed. */
export function lackErrors(t: Translate, lacks: Lack[]): FieldErrors {
  const field: Record<Lack, string> = {
    title: workFieldNames.title,
    author: workFieldNames.pseuds,
    fandom: workFieldNames.tags(fandomKind),
    story: chapterFieldNames.story,
    "ready chapter": chapterFieldNames.story,
  };
  return Object.fromEntries(
    lacks.map((lack) => [
      field[lack],
      t("Readers have this already, and it cannot go without: {lack}", { lack: lackSentence(t, lack) }),
    ]),
  );
}

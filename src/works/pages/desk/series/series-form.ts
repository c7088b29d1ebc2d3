import type { FormValues } from "../../../../plumbing/http/form-values.ts";
import type { Translate } from "../../../../vocabulary/translate.ts";
import type { SeriesFields } from "../../../change-series.ts";
import { oneLine } from "../../../name-list.ts";
import type { EditedSeries } from "../../../own-series.ts";
import { finishReading, type Parsed, startReading } from "../../../typed-text.ts";
import type { TextLimits } from "../../../work-form.ts";
import { typedNote } from "../../../work-values.ts";

/** What stands in the fields of the form of a series, as typed. */
export type SeriesValues = { title: string; summary: string; notes: string; expected: string };

export const seriesFieldNames = {
  title: "title",
  summary: "summary",
  notes: "notes",
  expected: "expected",
  place: (workId: string) => `place-${workId}`,
  /** A button's: "up", "down" or "out", and of which work. */
  move: "move",
  work: "work",
};

/** A title fits on one line. */
const titleCharacters = 300;
/** "3", "?" or nothing. */
const worksWish = /^(?:(\d{1,4})|[?？]?)$/u;

export function seriesLabels(t: Translate) {
  return {
    title: t("Title"),
    summary: t("Summary"),
    notes: t("Notes"),
    expected: t("How many works will there be?"),
  };
}

export function readSeriesValues(form: FormValues): SeriesValues {
  const names = seriesFieldNames;
  return {
    title: form.text(names.title),
    summary: form.text(names.summary),
    notes: form.text(names.notes),
    expected: form.text(names.expected),
  };
}

export function seriesValuesOf(series: EditedSeries): SeriesValues {
  return {
    title: series.title,
    summary: typedNote(series.summary),
    notes: typedNote(series.notes),
    expected: String(series.expectedWorks ?? "?"),
  };
}

/** Checks what was typed; a series has a title, because works name it by that. */
export function parseSeries(values: SeriesValues, limits: TextLimits, t: Translate): Parsed<SeriesFields> {
  const reader = startReading(t);
  const [names, labels] = [seriesFieldNames, seriesLabels(t)];
  const title = reader.line(names.title, labels.title, oneLine(values.title), titleCharacters);
  if (oneLine(values.title) === "")
    reader.refuse(names.title, t("A series needs a title: works name it by that."));
  const wish = worksWish.exec(values.expected.trim());
  const expected = wish?.[1] === undefined ? null : Number(wish[1]);
  if (wish === null || expected === 0)
    reader.refuse(names.expected, t("Type the number of works, such as 3, or ? if you do not know yet."));
  return finishReading(reader, {
    title,
    summary: reader.note(names.summary, labels.summary, values.summary, limits.noteCharacters),
    notes: reader.note(names.notes, labels.notes, values.notes, limits.noteCharacters),
    expectedWorks: expected,
  });
}

/** The numbers a form gives to parts of a series; one that is none says nothing. */
export function placesWished(form: FormValues, { parts }: Pick<EditedSeries, "parts">): Map<string, number> {
  const names = seriesFieldNames;
  const way = form.text(names.move);
  const moved = form.text(names.work);
  if (way === "up" || way === "down") {
    const at = parts.findIndex(({ workId }) => workId === moved);
    const [part, other] = [parts[at], parts[way === "up" ? at - 1 : at + 1]];
    return part && other
      ? new Map([
          [part.workId, other.position],
          [other.workId, part.position],
        ])
      : new Map();
  }
  return new Map(
    parts.flatMap(({ workId }) => {
      const typed = form.text(names.place(workId)).trim();
      return /^[1-9]\d{0,3}$/.test(typed) ? [[workId, Number(typed)] as const] : [];
    }),
  );
}

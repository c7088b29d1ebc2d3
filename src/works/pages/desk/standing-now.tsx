import type { Page } from "../../../ui/page.ts";
import { type ChapterValues, chapterLabels } from "../../chapter-form.ts";
import { commentersChoices, visibilityChoices } from "../../visibility-words.ts";
import type { WorkChoices } from "../../work-choices.ts";
import { creditLabel, tagFieldOf, workLabels } from "../../work-labels.ts";
import { creditRoles, type WorkValues } from "../../work-values.ts";

/** A field as one text, with what it is called. */
export type ShownField = { label: string; text: string };

/** Beneath a form that somebody overtook: what stands in the archive now, wherever it is not what was typed. */
export function StandingNow(props: { page: Page; typed: ShownField[]; standing: ShownField[] }) {
  const { t } = props.page;
  const different = props.standing.filter(({ text }, index) => text !== props.typed[index]?.text);
  return (
    <section class="notice notice-firm standing-now" aria-labelledby="standing-now">
      <h2 id="standing-now">{t("What stands in the archive now")}</h2>
      {different.length === 0 ? (
        <p>{t("The same as what you typed.")}</p>
      ) : (
        <>
          <p>
            {t(
              "Only the fields that are not as you have them. To keep something from here, copy it into its field above.",
            )}
          </p>
          {different.map(({ label, text }) => (
            <div class="field">
              <p class="notice-title">{label}</p>
              {text === "" ? (
                <p class="quiet">{t("Empty")}</p>
              ) : (
                <textarea
                  readonly
                  rows={Math.min(12, 1 + Math.ceil(text.length / 60))}
                  dir="auto"
                  aria-label={label}
                >
                  {text}
                </textarea>
              )}
            </div>
          ))}
        </>
      )}
    </section>
  );
}

/** The fields of a chapter. */
export function shownChapter(page: Page, values: ChapterValues): ShownField[] {
  const labels = chapterLabels(page.t);
  return (["title", "story", "summary", "notes", "endNotes"] as const).map((field) => ({
    label: labels[field],
    text: values[field],
  }));
}

/** The fields of a work, its choices by their names. */
export function shownWork(page: Page, choices: WorkChoices, values: WorkValues): ShownField[] {
  const { t } = page;
  const labels = workLabels(t);
  const nameIn = (rows: { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? id;
  const several = (rows: { id: string; name: string }[], ids: string[]) =>
    ids.map((id) => nameIn(rows, id)).join(", ");
  const answers: Record<string, string> = { yes: t("Yes"), no: t("No") };
  return [
    { label: labels.title, text: values.title },
    { label: labels.pseuds, text: several(choices.pseuds, values.pseuds) },
    ...choices.kinds.flatMap((kind) => [
      { label: kind.plural, text: values.tags[kind.id] ?? "" },
      { label: tagFieldOf("side", kind, t).label, text: values.sideTags[kind.id] ?? "" },
      { label: tagFieldOf("mention", kind, t).label, text: values.mentionedTags[kind.id] ?? "" },
    ]),
    { label: labels.summary, text: values.summary },
    { label: labels.language, text: values.language },
    { label: labels.chapters, text: values.chapters },
    { label: labels.rating, text: nameIn(choices.ratings, values.rating || "not-rated") },
    ...choices.warnings.map(({ id, name }) => ({
      label: name,
      text: answers[values.warnings[id] ?? ""] ?? t("Not saying"),
    })),
    { label: labels.categories, text: several(choices.categories, values.categories) },
    { label: labels.giftName, text: giftsAsText(values) },
    { label: labels.dedication, text: values.dedication },
    ...creditRoles.map((role) => ({ label: creditLabel(t, role), text: values.credits[role] })),
    ...(["notes", "endNotes", "disclaimer", "conventions"] as const).map((field) => ({
      label: labels[field],
      text: values[field],
    })),
    { label: labels.series, text: values.series.title },
    { label: labels.seriesNumber, text: values.series.number },
    {
      label: labels.visibility,
      text: labelIn(visibilityChoices(t), values.visibility),
    },
    { label: labels.anonymous, text: values.anonymous === "yes" ? t("No") : t("Yes") },
    { label: labels.searchable, text: values.searchable === "no" ? t("No") : t("Yes") },
    { label: labels.searchEngines, text: answers[values.access.searchEngines] ?? "" },
    { label: labels.aiCrawlers, text: answers[values.access.aiCrawlers] ?? "" },
    { label: labels.commentsFrom, text: labelIn(commentersChoices(t), values.access.commentsFrom) },
    { label: labels.commentsHeld, text: answers[values.access.commentsHeld] ?? "" },
  ];
}

function labelIn(choices: { value: string; label: string }[], chosen: string): string {
  return choices.find(({ value }) => value === chosen)?.label ?? "";
}

function giftsAsText({ gifts }: WorkValues): string {
  return gifts
    .filter(({ name, addressedAs }) => name !== "" || addressedAs !== "")
    .map(({ name, addressedAs }) => (addressedAs ? `${name} (${addressedAs})` : name))
    .join("\n");
}

import type { Page } from "../../../ui/page.ts";
import type { Translate } from "../../../vocabulary/translate.ts";
import { type ChapterValues, chapterLabels } from "../../chapter-form.ts";
import { languageName } from "../../language-name.ts";
import { permissionAnswers, permissionWords } from "../../permissions.ts";
import { kindWord, relatedKinds } from "../../related.ts";
import { isRelatedTyped } from "../../related-typed.ts";
import { commentersChoices, visibilityChoices } from "../../visibility-words.ts";
import type { WorkChoices } from "../../work-choices.ts";
import { creditLabel, tagFieldOf, workLabels } from "../../work-labels.ts";
import { creditRoles, type WorkValues } from "../../work-values.ts";
import { differingPairs, FieldDifferences, type ShownField } from "./field-differences.tsx";

/**
 * Beneath a form that somebody overtook: what differs between what stands in the archive now and what was typed, word by
 * word, and the way to keep the one or the other, or to put them together by hand.
 */
export function StandingNow(props: {
  page: Page;
  /** BCP 47 tag of the story's language. */
  language: string;
  typed: ShownField[];
  standing: ShownField[];
  /** What becomes of the one that is not chosen. */
  fate: string;
}) {
  const { page, standing, typed } = props;
  const { t } = page;
  const pairs = differingPairs(standing, typed);
  return (
    <section class="notice notice-firm standing-now" aria-labelledby="standing-now">
      <h2 id="standing-now">{t("What stands in the archive now, and what you typed")}</h2>
      {pairs.length === 0 ? (
        <p>{t("The same as what you typed.")}</p>
      ) : (
        <>
          <p>
            {t(
              "Struck out is what stands in the archive now and is not in yours; underlined is what yours has instead.",
            )}{" "}
            {props.fate}
          </p>
          <FieldDifferences {...props} before={standing} after={typed} />
          <details>
            <summary>{t("Put the two together by hand")}</summary>
            <p>
              {t(
                "These are the fields as they stand in the archive. Copy what you want from here into yours above, then save yours.",
              )}
            </p>
            {pairs.map(([{ label, text }]) => (
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
          </details>
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
    kind: kindOf(field, values),
  }));
}

/** Markdown is compared as it was typed. */
function kindOf(field: "title" | "story" | "summary" | "notes" | "endNotes", { storyAs }: ChapterValues) {
  if (field === "story") return storyAs === "markdown" ? "line" : "story";
  return field === "title" ? "line" : "note";
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
    { label: labels.summary, text: values.summary, kind: "note" },
    { label: labels.language, text: values.language && languageName(values.language, page.locale) },
    { label: labels.chapters, text: values.chapters },
    { label: labels.rating, text: nameIn(choices.ratings, values.rating || "not-rated") },
    ...choices.warnings.map(({ id, name }) => ({
      label: name,
      text: answers[values.warnings[id] ?? ""] ?? t("Not saying"),
    })),
    { label: labels.categories, text: several(choices.categories, values.categories) },
    { label: labels.giftName, text: giftsAsText(values) },
    { label: labels.dedication, text: values.dedication, kind: "note" },
    ...creditRoles.map((role) => ({ label: creditLabel(t, role), text: values.credits[role] })),
    ...(["notes", "endNotes", "disclaimer", "conventions"] as const).map(
      (field): ShownField => ({
        label: labels[field],
        text: values[field],
        kind: "note",
      }),
    ),
    ...choices.permissions.map(({ id, name }) => ({
      label: name,
      text: permissionText(t, values.permissions[id]),
    })),
    { label: labels.related, text: relatedAsText(page, values) },
    { label: labels.series, text: values.series.title },
    { label: labels.seriesNumber, text: values.series.number },
    {
      label: t("Also part of the series"),
      text: values.moreSeries
        .filter(({ title }) => title !== "")
        .map(({ title, number }) => (number === "" ? title : t("{title}, {number}", { title, number })))
        .join("\n"),
    },
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

function permissionText(t: Translate, typed: string | undefined): string {
  const answer = permissionAnswers.find((each) => each === typed);
  return answer ? permissionWords(t, answer) : t("Not said");
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

function relatedAsText({ t, locale }: Page, { related }: WorkValues): string {
  return related
    .filter(isRelatedTyped)
    .map(({ kind, work, title, author, language }) => {
      const known = relatedKinds.find((each) => each === kind);
      const spoken = language && languageName(language, locale);
      return [known ? kindWord(t, known) : kind, title, author, spoken, work].filter(Boolean).join(" · ");
    })
    .join("\n");
}

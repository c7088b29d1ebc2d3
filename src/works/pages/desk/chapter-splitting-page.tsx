import { ErrorSummary, Form, FormButtons, HiddenField, RadioGroup, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { SplitPlace } from "../../joining/places-to-split.ts";
import type { Chapter, Work } from "../../work.ts";
import { chapterTitle } from "./titles.ts";
import { versionField } from "./version-field.ts";

/** The name of the field that says where. */
export const chosenPlaceField = "place";

/** How many paragraphs stand on one page of the list. */
const perPage = 200;

/** Asks where a chapter shall be split, and says what will happen. */
export function ChapterSplittingPage(props: {
  page: Page;
  work: Work;
  chapter: Chapter;
  places: SplitPlace[];
  /** Which page of all paragraphs is shown; 0: headings and scene breaks alone. */
  paragraphs: number;
  chosen: string;
  errors: FieldErrors;
}) {
  const { page, work, chapter, places, errors } = props;
  const { t } = page;
  const marked = places.filter(({ kind }) => kind !== "paragraph");
  const pages = Math.ceil(places.length / perPage);
  const current =
    props.paragraphs === 0 && marked.length > 0 ? 0 : Math.min(Math.max(props.paragraphs, 1), pages);
  const shown = current === 0 ? marked : places.slice((current - 1) * perPage, current * perPage);
  const question = t("Split “{title}” in two?", { title: chapterTitle(t, chapter) });
  return (
    <Layout page={page} title={question} kind="form" noindex>
      <h1 dir="auto">{question}</h1>
      <ErrorSummary page={page} errors={errors} />
      {places.length === 0 ? (
        <p>{t("This chapter is too short to be two: it has a single paragraph. Nothing was changed.")}</p>
      ) : (
        <>
          <p>
            {t(
              "Every word stays. What stands before the place remains in this chapter, with its title, summary and notes; what follows becomes a new chapter right behind it.",
            )}
          </p>
          <p>
            {chapter.status === "published"
              ? t(
                  "Readers have this text already, so the new chapter is published too. Nobody is told of it.",
                )
              : t("Both will be drafts.")}
          </p>
          <p>{t("You can join the two again at any time, and the story will be as it is now.")}</p>
          <Form page={page} action={urls.chapterSplitting(work.id, chapter.id, current)}>
            <HiddenField name={versionField} value={chapter.version} />
            <RadioGroup
              page={page}
              name={chosenPlaceField}
              label={t("Where does the new chapter begin?")}
              choices={shown.map((place) => ({ value: String(place.place), ...placeWords(page, place) }))}
              value={props.chosen}
              error={errors[chosenPlaceField]}
            />
            {current > 0 && (
              <Pager
                page={page}
                pages={pages}
                current={current}
                urlOf={(number) => urls.chapterSplitting(work.id, chapter.id, number)}
              />
            )}
            <FormButtons>
              <SubmitButton>{t("Split the chapter there")}</SubmitButton>
              <a href={urls.editChapter(work.id, chapter.id)}>{t("Leave it as it is")}</a>
            </FormButtons>
          </Form>
          {marked.length > 0 && marked.length < places.length && (
            <p class="actions">
              {current === 0 ? (
                <a href={urls.chapterSplitting(work.id, chapter.id, 1)}>
                  {t("Choose among all paragraphs instead")}
                </a>
              ) : (
                <a href={urls.chapterSplitting(work.id, chapter.id)}>
                  {t("Show headings and scene breaks alone")}
                </a>
              )}
            </p>
          )}
        </>
      )}
      {places.length === 0 && (
        <p class="actions">
          <a href={urls.editChapter(work.id, chapter.id)}>{t("Back to the chapter")}</a>
        </p>
      )}
    </Layout>
  );
}

/** A place in words: what is there, and what stands before and behind it. */
function placeWords(
  { t }: Page,
  { kind, title, before, after }: SplitPlace,
): { label: string; hint: string } {
  if (kind === "heading")
    return {
      label: t("At the heading “{title}”, which becomes its title", { title }),
      hint: t("After “{before}”, before “{after}”", { before, after }),
    };
  if (kind === "scene break")
    return {
      label: t("At the scene break before “{after}”", { after }),
      hint: t("After “{before}”", { before }),
    };
  return { label: t("At “{after}”", { after }), hint: t("After “{before}”", { before }) };
}

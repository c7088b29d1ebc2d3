import { RadioGroup, TextArea } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type ChapterValues, chapterFieldNames, chapterLabels } from "../chapter-form.ts";
import { type EditorSetup, editorWords } from "../editor-words.ts";

/**
 * The story of a chapter: a text field for its source, over which the editor's script lays the story as it will
 * look. The page brings the script along (`page.assets.editor`).
 */
export function StoryField(props: {
  page: Page;
  values: Pick<ChapterValues, "story" | "storyAs">;
  errors: FieldErrors;
  /** BCP 47 tag of the story's language, for spell checkers and voices. */
  language?: string | undefined;
  /** Where the same chapter is shown with its story in the other source; null when it has no address yet. */
  elsewhere?: { html: string; markdown: string } | null | undefined;
}) {
  const { page, values, errors, elsewhere } = props;
  const { t } = page;
  const [names, labels] = [chapterFieldNames, chapterLabels(t)];
  const setup: EditorSetup = {
    words: editorWords(t),
    addresses: { changeOver: urls.storySource(), pasted: urls.pastedStory(), pictures: urls.pictures() },
    locale: page.locale,
  };
  const isMarkdown = values.storyAs === "markdown";
  return (
    <div class="story-desk" data-editor={JSON.stringify(setup)}>
      <TextArea
        page={page}
        name={names.story}
        label={labels.story}
        hint={
          isMarkdown
            ? t(
                "An empty line begins a new paragraph; * * * on a line of its own is a scene break. *Stars* set words in italics, **two** in bold.",
              )
            : t(
                "An empty line begins a new paragraph; *** on a line of its own is a scene break. Put <em> and </em> round words to set them in italics, <strong> and </strong> for bold.",
              )
        }
        value={values.story}
        rows={24}
        story
        lang={props.language}
        autocomplete="off"
        error={errors[names.story]}
      />
      <div class="story-source">
        <RadioGroup
          page={page}
          name={names.storyAs}
          label={labels.storyAs}
          inRow
          choices={[
            { value: "html", label: t("HTML, with plain paragraphs") },
            { value: "markdown", label: t("Markdown") },
          ]}
          value={values.storyAs}
        />
        <p class="small">
          {elsewhere && (
            <a href={isMarkdown ? elsewhere.html : elsewhere.markdown}>
              {isMarkdown ? t("Show the saved story as HTML") : t("Show the saved story as Markdown")}
            </a>
          )}{" "}
          <a href={urls.pictures()}>{t("Your pictures")}</a>
        </p>
      </div>
    </div>
  );
}

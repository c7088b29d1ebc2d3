import { TextArea, TextField } from "../ui/form.ts";
import type { Page } from "../ui/page.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import { type ChapterValues, chapterFieldNames, chapterLabels } from "./chapter-form.ts";
import { StoryField } from "./form/story-field.tsx";
import { FormFold } from "./form-fold.tsx";

/** The fields of a chapter: its title, its story, and folded away what it may have besides. */
export function ChapterFormFields(props: {
  page: Page;
  values: ChapterValues;
  errors: FieldErrors;
  /** BCP 47 tag of the story's language, for spell checkers and voices. */
  language?: string | undefined;
  /** Where the same chapter is shown with its story in the other source. */
  elsewhere?: { html: string; markdown: string } | undefined;
}) {
  const { page, values, errors } = props;
  return (
    <>
      <ChapterTitleField page={page} values={values} errors={errors} />
      <StoryField
        page={page}
        values={values}
        errors={errors}
        language={props.language}
        elsewhere={props.elsewhere}
      />
      <FoldedChapterFields page={page} values={values} errors={errors} />
    </>
  );
}

type PartProps = { page: Page; values: Omit<ChapterValues, "story" | "storyAs">; errors: FieldErrors };

/** The chapter's title; `remark` says where it came from. */
export function ChapterTitleField({
  page,
  values,
  errors,
  remark,
}: PartProps & { remark?: string | undefined }) {
  const { t } = page;
  const name = chapterFieldNames.title;
  return (
    <TextField
      page={page}
      name={name}
      label={chapterLabels(t).title}
      hint={[t("May stay empty: readers then see the chapter’s number."), remark].filter(Boolean).join(" ")}
      value={values.title}
      autocomplete="off"
      error={errors[name]}
    />
  );
}

/** What a chapter may have besides its title and its story; open when it has some of it, or when it was refused. */
export function FoldedChapterFields({ page, values, errors }: PartProps) {
  const { t } = page;
  const [names, labels] = [chapterFieldNames, chapterLabels(t)];
  const folded = ["summary", "notes", "endNotes"] as const;
  return (
    <FormFold
      title={t("Summary and notes of this chapter")}
      open={folded.some((field) => values[field] !== "" || errors[names[field]] !== undefined)}
    >
      {folded.map((field) => (
        <TextArea
          page={page}
          name={names[field]}
          label={labels[field]}
          value={values[field]}
          rows={4}
          autocomplete="off"
          error={errors[names[field]]}
        />
      ))}
    </FormFold>
  );
}

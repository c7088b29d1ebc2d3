import { FieldGroup, TextArea, TextField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { ChapterValues } from "../../chapter-form.ts";

/** Hands back what was typed for a chapter, or a work, that was taken away or joined to another meanwhile. */
export function GoneChapterPage({
  page,
  workId,
  typed,
}: {
  page: Page;
  workId: string;
  typed: ChapterValues;
}) {
  const { t } = page;
  const title = t("This chapter is not here any more");
  const texts = [
    ["story", t("Story"), typed.story],
    ["summary", t("Summary"), typed.summary],
    ["notes", t("Notes before the chapter"), typed.notes],
    ["end-notes", t("Notes after the chapter"), typed.endNotes],
  ] as const;
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p class="lead">
        {t(
          "It was taken away, or joined to another, while you were writing. What you typed is not saved in the archive. All of it stands below: take it back from the trash first, or copy it to where it belongs.",
        )}
      </p>
      <p class="actions">
        <a href={urls.trash()}>{t("Trash")}</a>
        <a href={urls.newChapter(workId)}>{t("A new chapter of the work")}</a>
      </p>
      <FieldGroup legend={t("What you typed")}>
        {typed.title !== "" && (
          <TextField page={page} name="title" label={t("Title of the chapter")} value={typed.title} />
        )}
        {texts.map(
          ([name, label, text]) =>
            text !== "" && (
              <TextArea page={page} name={name} label={label} value={text} rows={name === "story" ? 20 : 4} />
            ),
        )}
      </FieldGroup>
    </Layout>
  );
}

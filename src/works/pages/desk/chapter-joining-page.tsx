import { Day } from "../../../ui/day.tsx";
import { FormButtons } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { Chapter, Work } from "../../work.ts";
import { chapterTitle } from "./titles.ts";
import { versionField } from "./version-field.ts";

/** The names of the fields that say which chapter was the next one, and in which version. */
export const nextField = "next";
export const nextVersionField = "next-version";

/** Why two chapters were not joined. */
export type JoinRefusal = "one is a draft" | "too long" | "changed meanwhile";

/** Asks whether a chapter shall be joined with the next, and says what becomes of both. */
export function ChapterJoiningPage(props: {
  page: Page;
  work: Work;
  first: Chapter;
  second: Chapter;
  /** Until when the second can be taken back. */
  until: number;
  /** Why it was not done, or cannot be. */
  refusal: JoinRefusal | null;
}) {
  const { page, work, first, second, refusal } = props;
  const { t } = page;
  const titles = { first: chapterTitle(t, first), second: chapterTitle(t, second) };
  const question = t("Join “{first}” with “{second}”?", titles);
  const isPossible = refusal === null || refusal === "changed meanwhile";
  const hasWords = second.summary !== "" || second.notes !== "" || second.endNotes !== "";
  return (
    <Layout page={page} title={question} noindex>
      <h1 dir="auto">{question}</h1>
      {refusal && (
        <Notice kind="firm">
          <p>{refusalSentence(page, refusal)}</p>
        </Notice>
      )}
      {isPossible && (
        <>
          <p dir="auto">
            {t("Every word stays. The story of “{second}” follows that of “{first}” in one chapter.", titles)}
          </p>
          {second.title !== "" && <p>{t("Its title becomes a heading between the two.")}</p>}
          {hasWords && (
            <p>
              {t(
                "Its summary and notes stand behind the other chapter’s, with a line saying whose they were.",
              )}
            </p>
          )}
          {first.status === "published" && (
            <p>{t("Readers’ links to the second chapter lead to the joined one from now on.")}</p>
          )}
          <p>
            <Sentence
              page={page}
              says="The second chapter as it is now lies among the chapters taken away until {day}. You can also split the two again at any time."
              parts={{ day: <Day page={page} at={props.until} /> }}
            />
          </p>
        </>
      )}
      <FormButtons>
        {isPossible && (
          <PostButton
            action={urls.chapterJoining(work.id, first.id)}
            kind="main"
            fields={{
              [versionField]: String(first.version),
              [nextField]: second.id,
              [nextVersionField]: String(second.version),
            }}
          >
            {t("Join the two chapters")}
          </PostButton>
        )}
        <a href={urls.editWork(work.id)}>{t("Leave everything as it is")}</a>
      </FormButtons>
    </Layout>
  );
}

function refusalSentence({ t }: Page, refusal: JoinRefusal): string {
  return {
    "one is a draft": t(
      "One of the two is published and the other is a draft. Joined, readers would get a text you have not published, or lose one they have. Publish the draft first. Nothing was changed.",
    ),
    "too long": t("Together the two are longer than a chapter can be here. Nothing was changed."),
    "changed meanwhile": t(
      "One of the two was changed, or moved, after you opened this page. Nothing was joined. See whether this is still what you want.",
    ),
  }[refusal];
}

import { Day } from "../../ui/day.tsx";
import { ErrorSummary, Form, HiddenField, SubmitButton, TextArea } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Pager } from "../../ui/pager.tsx";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { WorkBlurb } from "../../works/work-blurb.tsx";
import type { Bookmark, BookmarksPage as List } from "../bookmarks.ts";
import { noteId } from "./own-note-id.ts";

/** A note that was too long, as it was typed. */
export type RefusedNote = { workId: string; note: string; most: number };

/** The works a member keeps, with their own notes. */
export function BookmarksPage(props: { page: Page; list: List; refused: RefusedNote | null }) {
  const { page, list, refused } = props;
  const { t } = page;
  const error = refused
    ? t("This text has at most {most, number} characters.", { most: refused.most })
    : undefined;
  return (
    <Layout page={page} title={t("My bookmarks")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("My bookmarks")}</h1>
        <p class="quiet">{t("Nobody else is shown what you keep, or your notes on it.")}</p>
        <p class="actions">
          <a href={urls.shelves()}>{t("My shelves")}</a>
        </p>
      </header>
      {refused && error && <ErrorSummary page={page} errors={{ [`note-${refused.workId}`]: error }} />}
      {list.count === 0 && (
        <p class="quiet">{t("None yet. At the end of a story, keep it, and it waits here.")}</p>
      )}
      <ul class="works">
        {list.bookmarks.map((bookmark) => (
          <Kept
            page={page}
            bookmark={bookmark}
            current={list.page}
            refused={refused?.workId === bookmark.workId ? { note: refused.note, error } : null}
          />
        ))}
      </ul>
      <Pager page={page} pages={list.pages} current={list.page} urlOf={urls.bookmarks} />
    </Layout>
  );
}

type Refusal = { note: string; error: string | undefined } | null;

/** `current`: which page of the list it stands on. */
type KeptProps = { page: Page; bookmark: Bookmark; current: number; refused: Refusal };

function Kept(props: KeptProps) {
  const { page, bookmark } = props;
  const { t } = page;
  const { work } = bookmark;
  if (work)
    return (
      <WorkBlurb page={page} work={work} level={2}>
        <OwnNote {...props} />
      </WorkBlurb>
    );
  return (
    <li class="work-blurb">
      <h2 class="work-heading">{t("A work you kept, now gone")}</h2>
      <OwnNote {...props} />
    </li>
  );
}

function OwnNote({ page, bookmark, current, refused }: KeptProps) {
  const { t } = page;
  const { workId, note, keptAt } = bookmark;
  const title = bookmark.work?.title ?? t("A work you kept, now gone");
  return (
    <>
      <ul class="facts-line">
        <li>
          <Sentence page={page} says="kept {day}" parts={{ day: <Day page={page} at={keptAt} /> }} />
        </li>
      </ul>
      {note !== "" && (
        <p class="shelf-note own-note" id={noteId(workId)} tabindex={-1} dir="auto">
          {note}
        </p>
      )}
      <details class="fold" open={refused !== null}>
        <summary
          aria-label={
            note === "" ? t("My note on “{title}”", { title }) : t("Change my note on “{title}”", { title })
          }
        >
          {note === "" ? t("My note") : t("Change my note")}
        </summary>
        <Form page={page} action={urls.bookmarks(current)} narrow label={t("My note")}>
          <HiddenField name="work" value={workId} />
          <TextArea
            page={page}
            name={`note-${workId}`}
            label={t("My note")}
            value={refused?.note ?? note}
            rows={3}
            error={refused?.error}
          />
          <SubmitButton kind="quiet" label={t("Save my note on “{title}”", { title })}>
            {t("Save my note")}
          </SubmitButton>
        </Form>
        <form method="post" action={urls.bookmark(workId)}>
          <input type="hidden" name="keeps" value="no" />
          <button type="submit" class="link-button" aria-label={t("Let it go: “{title}”", { title })}>
            {t("Let it go")}
          </button>
        </form>
      </details>
    </>
  );
}

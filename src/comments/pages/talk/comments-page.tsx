import { confirmations } from "../../../people/confirmations.ts";
import { ErrorSummary } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { OnwardPager } from "../../../ui/onward-pager.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { ChapterEntry } from "../../../works/work.ts";
import type { Comment } from "../../comment.ts";
import type { TalkPage } from "../../talk.ts";
import { CommentForm, type CommentFormProps } from "./comment-form.tsx";
import { CommentHead, CommentLinks, CommentList } from "./comment-item.tsx";
import { CommentWords } from "./comment-words.tsx";

/** The talk under a work, or under one of its chapters: a page of it, and the field for a new thread. */
export function CommentsPage(
  props: CommentFormProps & {
    /** null: the work as a whole. */
    chapter: ChapterEntry | null;
    shown: TalkPage;
    /** Whether this is not the first page. */
    goesOn: boolean;
    count: number;
    /** The member's own comments here that nobody has let in yet. */
    waiting: readonly Comment[];
  },
) {
  const { page, talk, chapter, shown } = props;
  const { t } = page;
  const { work } = talk;
  const heading = t("Comments");
  const keptClear = page.said === confirmations["comment-waits"](t) ? props.action : undefined;
  return (
    <Layout
      page={page}
      title={t("{heading} on {title}", { heading, title: work.title })}
      kind="form"
      noindex
      keptClear={keptClear}
    >
      <header class="page-head">
        <p>
          <a href={urls.work(work.id)} lang={work.language} dir="auto">
            {work.title}
          </a>
        </p>
        <h1>{heading}</h1>
        {chapter && talk.chapters.length > 1 && (
          <p>
            <a
              href={urls.chapter(work.id, chapter.id)}
              lang={chapter.title ? work.language : undefined}
              dir="auto"
            >
              {chapter.title || t("Chapter {number, number}", { number: chapter.number })}
            </a>
          </p>
        )}
        <p class="quiet">
          {t("{count, plural, =0 {Nobody has said anything yet.} one {# comment} other {# comments}}", {
            count: props.count,
          })}
        </p>
      </header>
      <ErrorSummary page={page} errors={props.errors} />
      <Ways {...props} />
      {props.waiting.length > 0 && (
        <section aria-labelledby="waiting" class="comments-waiting">
          <h2 id="waiting">{t("Yours, waiting to be let in")}</h2>
          <ol class="comments">
            {props.waiting.map((comment) => (
              <li class="comment">
                <article aria-labelledby={`by-${comment.id}`}>
                  <CommentHead page={page} comment={comment} level={3} />
                  <CommentWords page={page} comment={comment} />
                  <CommentLinks page={page} talk={talk} comment={comment} />
                </article>
              </li>
            ))}
          </ol>
        </section>
      )}
      {shown.comments.length > 0 && (
        <CommentList
          page={page}
          talk={talk}
          comments={shown.comments}
          ofManyChapters={chapter === null}
          level={2}
        />
      )}
      <OnwardPager
        page={page}
        label={t("Pages of this talk")}
        beginning={props.goesOn ? urls.comments(work.id, chapter?.id) : null}
        next={shown.next === null ? null : urls.comments(work.id, chapter?.id, shown.next)}
      />
      <section id="write" aria-labelledby="write-heading" tabindex={-1}>
        <h2 id="write-heading">{t("Write a comment")}</h2>
        <CommentForm {...props} />
      </section>
    </Layout>
  );
}

function Ways({ page, talk, chapter, shown }: Parameters<typeof CommentsPage>[0]) {
  const { t } = page;
  const { work } = talk;
  const quoting = chapter ?? (talk.chapters.length === 1 ? talk.chapters[0] : undefined);
  return (
    <ul class="actions">
      {shown.comments.length > 0 && talk.may === "yes" && (
        <li>
          <a href="#write">{t("Write a comment")}</a>
        </li>
      )}
      {quoting && talk.may === "yes" && (
        <li>
          <a href={urls.quoting(work.id, quoting.id)}>{t("Quote a passage")}</a>
        </li>
      )}
      {chapter && talk.chapters.length > 1 && (
        <li>
          <a href={urls.comments(work.id)}>{t("Comments on the whole work")}</a>
        </li>
      )}
      {talk.standing.screens && (
        <li>
          <a href={urls.heldComments()}>{t("Comments that wait for you")}</a>
        </li>
      )}
    </ul>
  );
}

/** "on Chapter One of Two", leading there. */
export function OnWork({ page, talk }: Pick<CommentFormProps, "page" | "talk">) {
  const { work } = talk;
  return (
    <Sentence
      page={page}
      says="on {title}"
      parts={{
        title: (
          <a href={urls.work(work.id)} lang={work.language} dir="auto">
            {work.title}
          </a>
        ),
      }}
    />
  );
}

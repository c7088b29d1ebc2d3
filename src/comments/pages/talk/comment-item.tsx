import { Day } from "../../../ui/day.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { ChapterEntry } from "../../../works/work.ts";
import type { Comment, PlacedComment } from "../../comment.ts";
import { CommentWords, commentAnchor, isSilent } from "./comment-words.tsx";
import type { OpenTalk } from "./open-talk.ts";
import { SpeakerName, speakerWords } from "./speaker-name.tsx";

/** Steps to the side; deeper talk goes straight down, and each comment says whom it answers. */
const mostSteps = 4;

/** The list of comments on one page. */
export function CommentList(props: {
  page: Page;
  talk: OpenTalk;
  comments: readonly PlacedComment[];
  /** Whether the list mixes comments on several chapters. */
  ofManyChapters: boolean;
  level: 2 | 3;
}) {
  const { page, talk, comments } = props;
  const onPage = new Set(comments.map(({ id }) => id));
  return (
    <ol class="comments">
      {comments.map((comment, index) => (
        <li class={`comment comment-in-${Math.min(comment.depth, mostSteps)}`} id={commentAnchor(comment.id)}>
          <article>
            <CommentHead page={page} comment={comment} level={props.level} />
            {comment.answers && comment.parentId && (
              <p
                class={
                  comment.depth <= mostSteps && comments[index - 1]?.id === comment.parentId
                    ? "visually-hidden"
                    : "comment-answers"
                }
              >
                <Sentence
                  page={page}
                  says="in reply to {name}"
                  parts={{
                    name: (
                      <a
                        href={
                          onPage.has(comment.parentId)
                            ? `#${commentAnchor(comment.parentId)}`
                            : urls.comment(comment.workId, comment.parentId)
                        }
                      >
                        {speakerWords(page, comment.answers)}
                      </a>
                    ),
                  }}
                />
              </p>
            )}
            {props.ofManyChapters && comment.parentId === null && (
              <CommentPlace page={page} comment={comment} chapters={talk.chapters} />
            )}
            <CommentWords page={page} comment={comment} />
            <CommentLinks page={page} talk={talk} comment={comment} leadsOn />
            {comment.repliesElsewhere > 0 && (
              <p>
                <a href={urls.comment(comment.workId, comment.id)}>
                  {page.t(
                    "{count, plural, one {The talk goes on: # answer on a page of its own} other {The talk goes on: # answers on a page of their own}}",
                    {
                      count: comment.repliesElsewhere,
                    },
                  )}
                </a>
              </p>
            )}
          </article>
        </li>
      ))}
    </ol>
  );
}

/** Who said it and when; the heading one finds it by. */
export function CommentHead({ page, comment, level }: { page: Page; comment: Comment; level: 2 | 3 }) {
  const { t } = page;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header class="comment-head">
      <Heading id={`by-${comment.id}`}>
        {comment.text === "" || isSilent(page, comment) ? (
          t("A comment")
        ) : (
          <SpeakerName page={page} speaker={comment.speaker} />
        )}
        {comment.asAuthor && comment.speaker.kind !== "the author" && !isSilent(page, comment) && (
          <>
            {" "}
            <span class="author-mark">{t("author")}</span>
          </>
        )}
      </Heading>
      <p>
        <a href={urls.comment(comment.workId, comment.id)}>
          <Day page={page} at={comment.createdAt} length="short" />
        </a>
        {comment.editedAt !== null && (
          <>
            {", "}
            <Sentence
              page={page}
              says="changed {day}"
              parts={{ day: <Day page={page} at={comment.editedAt} length="short" /> }}
            />
          </>
        )}
      </p>
    </header>
  );
}

/** On which chapter something was said. */
export function CommentPlace(props: { page: Page; comment: Comment; chapters: readonly ChapterEntry[] }) {
  const { page, comment, chapters } = props;
  const chapter = chapters.find(({ id }) => id === comment.chapterId);
  if (!chapter || chapters.length < 2) return null;
  return (
    <p class="comment-answers">
      <a href={urls.comments(comment.workId, chapter.id)}>
        {page.t("on chapter {number, number}", { number: chapter.number })}
      </a>
    </p>
  );
}

/**
 * What one can do with a comment, as far as one can.
 *
 * @param props.hasForm the field for an answer stands on the page itself
 * @param props.leadsOn who looks after the talk is led to the comment's own page, where they can do more
 */
export function CommentLinks(props: {
  page: Page;
  talk: OpenTalk;
  comment: Comment;
  hasForm?: boolean;
  leadsOn?: boolean;
}) {
  const { page, talk, comment, hasForm = false, leadsOn = false } = props;
  const { t } = page;
  const links = linksFor(page, talk, comment, { hasForm, leadsOn }).map(({ href, text }) => (
    <a href={href} aria-describedby={`by-${comment.id}`}>
      {text}
    </a>
  ));
  if (links.length === 0) return null;
  // One thing is no list: under each comment of a long talk it would be announced as one.
  if (links.length === 1) return <p class="comment-links">{links}</p>;
  return (
    <ul class="comment-links" aria-label={t("What you can do with this comment")}>
      {links.map((link) => (
        <li>{link}</li>
      ))}
    </ul>
  );
}

function linksFor(
  { t }: Page,
  { may, standing }: OpenTalk,
  comment: Comment,
  { hasForm, leadsOn }: { hasForm: boolean; leadsOn: boolean },
) {
  const { workId, id } = comment;
  const open = comment.frozenAt === null;
  const links: { href: string; text: string }[] = [];
  if (may !== "no" && open && comment.status === "shown" && !hasForm)
    links.push({ href: `${urls.comment(workId, id, { reply: true })}#reply`, text: t("Reply") });
  if (comment.mine && open && comment.status !== "removed")
    links.push({ href: urls.editComment(workId, id), text: t("Change") });
  if ((comment.mine || standing.screens) && comment.status !== "removed")
    links.push({ href: urls.commentRemoval(workId, id), text: t("Remove") });
  if (comment.editedAt !== null && (comment.mine || standing.isAuthor || standing.moderates))
    links.push({ href: urls.commentVersions(workId, id), text: t("What it said before") });
  if (leadsOn && standing.screens && comment.status !== "removed")
    links.push({ href: urls.comment(workId, id), text: t("Hold back or freeze") });
  return links;
}

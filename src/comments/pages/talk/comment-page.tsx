import { confirmations } from "../../../people/confirmations.ts";
import { ErrorSummary, HiddenField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { OnwardPager } from "../../../ui/onward-pager.tsx";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { summaryText } from "../../../works/summary-text.ts";
import type { Comment } from "../../comment.ts";
import { mayReturn } from "../../return-comment.ts";
import type { TalkPage } from "../../talk.ts";
import { wordsBesideQuotes } from "../../typed-comment.ts";
import { CommentForm, type CommentFormProps } from "./comment-form.tsx";
import { CommentHead, CommentLinks, CommentList, CommentPlace } from "./comment-item.tsx";
import { CommentWords, isSilent } from "./comment-words.tsx";
import { OnWork } from "./comments-page.tsx";
import { speakerWords } from "./speaker-name.tsx";

/** One comment with everything that was answered to it: a part of a thread with an address of its own. */
export function CommentPage(
  props: CommentFormProps & {
    comment: Comment;
    /** What it answers; null where that is not there for this person. */
    parent: Comment | null;
    shown: TalkPage;
    goesOn: boolean;
    /** Whether the field for an answer stands open. */
    replying: boolean;
  },
) {
  const { page, talk, comment, parent, shown } = props;
  const { t } = page;
  const title =
    comment.text === "" || isSilent(page, comment)
      ? t("A comment")
      : t("A comment by {name}", { name: speakerWords(page, comment.speaker) });
  const isTold = parent !== null && parent.text !== "" && !parent.muted;
  const frozen = comment.frozenAt !== null;
  const isOpen = comment.status === "shown" && !frozen;
  const mayReply = isOpen && talk.may !== "no";
  return (
    <Layout page={page} title={title} kind="form" noindex keptClear={clearedBy(props)}>
      <header class="page-head">
        <h1>{title}</h1>
        <p>
          <OnWork page={page} talk={talk} />
        </p>
        <CommentPlace page={page} comment={comment} chapters={talk.chapters} />
      </header>
      <ErrorSummary page={page} errors={props.errors} />
      {comment.parentId !== null && (
        <div class="comment-context">
          <p>
            <Sentence
              page={page}
              says="In reply to {name}"
              parts={{
                name: (
                  <a href={urls.comment(comment.workId, comment.parentId)}>
                    {isTold ? speakerWords(page, parent.speaker) : t("a comment")}
                  </a>
                ),
              }}
            />
            {isTold && (
              <>
                {": "}
                <q dir="auto">{summaryText(wordsBesideQuotes(parent.text))}</q>
              </>
            )}
          </p>
          {comment.threadId !== comment.parentId && (
            <p>
              <a href={urls.comment(comment.workId, comment.threadId)}>{t("The whole thread")}</a>
            </p>
          )}
        </div>
      )}
      <article class="comment comment-top" aria-labelledby={`by-${comment.id}`}>
        <CommentHead page={page} comment={comment} level={2} />
        <CommentWords page={page} comment={comment} />
        <CommentLinks page={page} talk={talk} comment={comment} hasForm={mayReply} />
        {page.person.signedIn && !comment.mine && comment.speaker.kind === "pseud" && (
          <p class="small actions">
            <a href={urls.keepAway(comment.speaker.pseudId)}>{t("Mute or block whoever wrote this")}</a>
          </p>
        )}
      </article>
      {frozen && (
        <p class="comment-status">
          {t("This thread is frozen: it can be read, and nobody can add to it or change it.")}
        </p>
      )}
      {talk.standing.screens && comment.status !== "removed" && <Screening {...props} />}
      {comment.status === "removed" && mayReturn(comment, talk.standing) && (
        <PostButton action={urls.commentReturn(comment.workId, comment.id)} describedBy={`by-${comment.id}`}>
          {t("Give it back")}
        </PostButton>
      )}
      {isOpen && !mayReply && <CommentForm {...props} />}
      {mayReply && (
        <details class="reply-box" id="reply" open={props.replying}>
          <summary>{t("Reply")}</summary>
          <CommentForm {...props} />
        </details>
      )}
      {shown.comments.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t("What was answered")}</h2>
          <CommentList page={page} talk={talk} comments={shown.comments} ofManyChapters={false} level={3} />
        </section>
      )}
      <OnwardPager
        page={page}
        label={t("Pages of this talk")}
        beginning={props.goesOn ? urls.comment(comment.workId, comment.id) : null}
        next={shown.next === null ? null : urls.comment(comment.workId, comment.id, { after: shown.next })}
      />
      <p>
        <a href={urls.comments(comment.workId, onChapter(props)?.id)}>{t("All comments")}</a>
      </p>
    </Layout>
  );
}

function onChapter({ talk, comment }: Parameters<typeof CommentPage>[0]) {
  return talk.chapters.find(({ id }) => id === comment.chapterId);
}

/** After posting, the browser may forget what was typed where it was sent from. */
function clearedBy(props: Parameters<typeof CommentPage>[0]): string | undefined {
  const { page, comment } = props;
  if (page.said === confirmations["comment-saved"](page.t))
    return urls.editComment(comment.workId, comment.id);
  if (page.said !== confirmations["comment-posted"](page.t)) return undefined;
  return comment.parentId === null
    ? urls.comments(comment.workId, onChapter(props)?.id)
    : urls.comment(comment.workId, comment.parentId);
}

/** What those who look after the talk can do with a comment, a press each. */
function Screening({ page, comment }: Parameters<typeof CommentPage>[0]) {
  const { t } = page;
  const frozen = comment.frozenAt !== null;
  return (
    <section class="comment-screening" aria-label={t("Looking after this talk")}>
      <form method="post" action={urls.commentScreening(comment.workId, comment.id)}>
        <HiddenField name="from" value="comment" />
        {comment.status === "held" && (
          <button type="submit" class="button button-main" name="press" value="let-in">
            {t("Let it in")}
          </button>
        )}
        {comment.status === "shown" && (
          <button type="submit" class="button button-quiet" name="press" value="hold">
            {t("Hold it back")}
          </button>
        )}
        <button type="submit" class="button button-quiet" name="press" value={frozen ? "thaw" : "freeze"}>
          {frozen ? t("Let the thread go on") : t("Freeze the thread")}
        </button>
      </form>
    </section>
  );
}

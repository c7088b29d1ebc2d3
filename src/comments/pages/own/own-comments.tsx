import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import { Layout } from "../../../ui/layout.tsx";
import { OnwardPager } from "../../../ui/onward-pager.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { listOwnComments, type OwnCommentEntry } from "../../own-comments.ts";
import { CommentHead } from "../talk/comment-item.tsx";
import { CommentWords } from "../talk/comment-words.tsx";
import type { TalkParts } from "../talk/open-talk.ts";

/** Shows a member everything they said here. */
export function showOwnComments({ database, settings }: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const after = context.req.query("after") ?? null;
    const { commentsPerPage } = await settings.current();
    const own = await listOwnComments(database.reading, member, after, commentsPerPage);
    return context.html(<OwnCommentsPage page={context.var.page} own={own} goesOn={after !== null} />);
  };
}

function OwnCommentsPage(props: {
  page: Page;
  own: { comments: OwnCommentEntry[]; next: string | null };
  goesOn: boolean;
}) {
  const { page, own } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("My comments")} noindex>
      <h1>{t("My comments")}</h1>
      <p class="actions">
        <a href={urls.removedComments()}>{t("Removed comments")}</a>
      </p>
      {own.comments.length === 0 && <p class="quiet">{t("You have not said anything yet.")}</p>}
      <ol class="comments">
        {own.comments.map((comment) => (
          <li class="comment">
            <article aria-labelledby={`by-${comment.id} on-${comment.id}`}>
              <CommentHead page={page} comment={comment} level={2} />
              <p class="comment-answers" id={`on-${comment.id}`}>
                {comment.work === null ? (
                  t("on a work that is not here any longer")
                ) : (
                  <Sentence
                    page={page}
                    says="on {title}"
                    parts={{
                      title: (
                        <a href={urls.work(comment.workId)} lang={comment.work.language} dir="auto">
                          {comment.work.title}
                        </a>
                      ),
                    }}
                  />
                )}
              </p>
              <CommentWords page={page} comment={comment} />
              <ul class="comment-links" aria-label={t("What you can do with this comment")}>
                {comment.work !== null && comment.frozenAt === null && (
                  <li>
                    <a
                      href={urls.editComment(comment.workId, comment.id)}
                      aria-describedby={`on-${comment.id}`}
                    >
                      {t("Change")}
                    </a>
                  </li>
                )}
                <li>
                  <a
                    href={urls.commentRemoval(comment.workId, comment.id)}
                    aria-describedby={`on-${comment.id}`}
                  >
                    {t("Remove")}
                  </a>
                </li>
              </ul>
            </article>
          </li>
        ))}
      </ol>
      <OnwardPager
        page={page}
        beginning={props.goesOn ? urls.ownComments() : null}
        next={own.next === null ? null : urls.ownComments(own.next)}
      />
    </Layout>
  );
}

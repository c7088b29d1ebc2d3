import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import { Day } from "../../../ui/day.tsx";
import { Layout } from "../../../ui/layout.tsx";
import { OnwardPager } from "../../../ui/onward-pager.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { keptUntil } from "../../../works/trash.ts";
import { listRemoved, type RemovedComment } from "../../removed-comments.ts";
import { CommentHead } from "../talk/comment-item.tsx";
import { Words } from "../talk/comment-words.tsx";
import type { TalkParts } from "../talk/open-talk.ts";

/** Shows a member the removed comments they can give back. */
export function showRemovedComments({ database, settings }: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const after = context.req.query("after") ?? null;
    const { commentsPerPage, daysInTrash } = await settings.current();
    const removed = await listRemoved(database.reading, member, after, commentsPerPage);
    return context.html(
      <RemovedCommentsPage
        page={context.var.page}
        removed={removed}
        daysInTrash={daysInTrash}
        goesOn={after !== null}
      />,
    );
  };
}

function RemovedCommentsPage(props: {
  page: Page;
  removed: { comments: RemovedComment[]; next: string | null };
  daysInTrash: number;
  goesOn: boolean;
}) {
  const { page, removed } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Removed comments")} noindex>
      <h1>{t("Removed comments")}</h1>
      <p>
        {t(
          "Comments you took back, and those that were removed under works you look after. What was removed by mistake can be given back: it stands where it stood, with the same answers below it.",
        )}
      </p>
      {removed.comments.length === 0 && <p class="quiet">{t("There is nothing to give back.")}</p>}
      <ol class="comments">
        {removed.comments.map((comment) => (
          <RemovedItem page={page} comment={comment} daysInTrash={props.daysInTrash} />
        ))}
      </ol>
      <OnwardPager
        page={page}
        beginning={props.goesOn ? urls.removedComments() : null}
        next={removed.next === null ? null : urls.removedComments(removed.next)}
      />
    </Layout>
  );
}

/** The words are folded away: nobody reads again by accident what they removed because it hurt. */
function RemovedItem(props: { page: Page; comment: RemovedComment; daysInTrash: number }) {
  const { page, comment } = props;
  const { t } = page;
  return (
    <li class="comment">
      <article aria-labelledby={`by-${comment.id}`}>
        <CommentHead page={page} comment={comment} level={2} />
        <p class="comment-answers">
          <Sentence
            page={page}
            says="on {title}, removed {day}; its words are kept until {until}"
            parts={{
              title: (
                <a href={urls.work(comment.workId)} lang={comment.work.language} dir="auto">
                  {comment.work.title}
                </a>
              ),
              day: <Day page={page} at={comment.removedAt} length="short" />,
              until: <Day page={page} at={keptUntil(comment.removedAt, props.daysInTrash)} length="short" />,
            }}
          />
        </p>
        <details>
          <summary aria-describedby={`by-${comment.id}`}>{t("What it said")}</summary>
          <Words page={page} text={comment.text} language={comment.workLanguage} />
        </details>
        <PostButton action={urls.commentReturn(comment.workId, comment.id)} describedBy={`by-${comment.id}`}>
          {t("Give it back")}
        </PostButton>
      </article>
    </li>
  );
}

import { Day } from "../../../ui/day.tsx";
import {
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  HiddenField,
  SubmitButton,
  TextArea,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { Comment } from "../../comment.ts";
import type { CommentVersion } from "../../own-comments.ts";
import { refusalSentence, type TalkRefusal } from "../../talk-refused.ts";
import { CommentHead } from "./comment-item.tsx";
import { CommentWords, Words } from "./comment-words.tsx";

/** The field to say one's comment anew in. */
export function EditCommentPage(props: {
  page: Page;
  comment: Comment;
  typed: string;
  version: number;
  most: number;
  errors: FieldErrors;
}) {
  const { page, comment, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Change your comment")} kind="form" noindex>
      <h1>{t("Change your comment")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p>
        {t(
          "Readers are told that it was changed, and when. What it said before stays to be read by you, by the writer of the story and by moderators.",
        )}
      </p>
      <Form page={page} action={urls.editComment(comment.workId, comment.id)} keep={props.version}>
        <HiddenField name="version" value={props.version} />
        <TextArea
          page={page}
          name="comment"
          label={t("What you want to say")}
          hint={t("An empty line begins a new paragraph; lines that begin with > are a quotation.")}
          value={props.typed}
          rows={8}
          maxLength={props.most}
          error={errors.comment}
          required
        />
        <FormButtons>
          <SubmitButton>{t("Save the comment")}</SubmitButton>
          <a href={urls.comment(comment.workId, comment.id)}>{t("Leave it as it is")}</a>
        </FormButtons>
      </Form>
    </Layout>
  );
}

/** Asks once before a comment is removed, and says what stays. */
export function RemoveCommentPage(props: {
  page: Page;
  comment: Comment;
  mine: boolean;
  /** To whose talk one goes back. */
  chapterId: string | null;
  daysInTrash: number;
}) {
  const { page, comment, mine, chapterId } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Remove this comment?")} noindex>
      <h1>{t("Remove this comment?")}</h1>
      <article class="comment comment-top" aria-labelledby={`by-${comment.id}`}>
        <CommentHead page={page} comment={comment} level={2} />
        <CommentWords page={page} comment={comment} />
      </article>
      <p>
        {t(
          "Nobody will read it any longer. Where others answered it, a line says that a comment was here, so that the thread still makes sense.",
        )}
      </p>
      <p>
        {t(
          "For {count, plural, one {# more day} other {# more days}} you can give it back, as it was, under “Removed comments”, and moderators can read it, should it matter in a quarrel. Then its words are gone for good.",
          { count: props.daysInTrash },
        )}
      </p>
      <form method="post" action={urls.commentRemoval(comment.workId, comment.id)}>
        {mine && <HiddenField name="mine" value="yes" />}
        {chapterId !== null && <HiddenField name="chapter" value={chapterId} />}
        <FormButtons>
          <SubmitButton kind="grave">{t("Remove the comment")}</SubmitButton>
          <a href={mine ? urls.ownComments() : urls.comment(comment.workId, comment.id)}>
            {t("Leave it as it is")}
          </a>
        </FormButtons>
      </form>
    </Layout>
  );
}

/** Says why a removed comment stays so. */
export function NotReturnedPage({ page, reason }: { page: Page; reason: TalkRefusal }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("The comment stays removed")} noindex>
      <h1>{t("The comment stays removed")}</h1>
      <p>{refusalSentence(t, reason)}</p>
      <p>
        <a href={urls.removedComments()}>{t("Removed comments")}</a>
      </p>
    </Layout>
  );
}

/** Everything a comment said, newest first. */
export function VersionsPage(props: { page: Page; comment: Comment; versions: readonly CommentVersion[] }) {
  const { page, comment, versions } = props;
  const { t } = page;
  const states = [
    { text: comment.text, savedAt: comment.editedAt ?? comment.createdAt },
    ...versions.map(({ text, savedAt }) => ({ text, savedAt })),
  ];
  return (
    <Layout page={page} title={t("What the comment said")} noindex>
      <h1>{t("What the comment said")}</h1>
      <p class="quiet">
        {t("Only its writer, the writer of the story and moderators see this page.")}{" "}
        <a href={urls.comment(comment.workId, comment.id)}>{t("Back to the comment")}</a>
      </p>
      <ol class="comments">
        {states.map(({ text, savedAt }, index) => (
          <li class="comment">
            <article aria-labelledby={`state-${index}`}>
              <header class="comment-head">
                <h2 id={`state-${index}`}>
                  <Sentence
                    page={page}
                    says={index === 0 ? "Since {day}" : "From {day}"}
                    parts={{ day: <Day page={page} at={savedAt} length="withTime" /> }}
                  />
                </h2>
              </header>
              <Words page={page} text={text} language={comment.workLanguage} />
            </article>
          </li>
        ))}
      </ol>
    </Layout>
  );
}

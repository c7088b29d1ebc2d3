import { FormButtons, HiddenField, SubmitButton, TextField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { OnwardPager } from "../../../ui/onward-pager.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { CommentHelper } from "../../comment-helpers.ts";
import type { HeldComment, HeldOf } from "../../held-comments.ts";
import { CommentHead } from "../talk/comment-item.tsx";
import { CommentWords } from "../talk/comment-words.tsx";
import { speakerWords } from "../talk/speaker-name.tsx";

/** Comments that wait to be let in, with what one does with them. */
export function HeldPage(props: {
  page: Page;
  of: HeldOf;
  words: string;
  held: { comments: HeldComment[]; next: string | null };
  goesOn: boolean;
  /** Whom the member helps. */
  helped: readonly CommentHelper[];
}) {
  const { page, of, words, held } = props;
  const { t } = page;
  const title =
    of === "all" ? t("Comments that wait, in the whole archive") : t("Comments that wait for you");
  // Where one alone waits, which is meant need not be said.
  const isOnly = held.comments.length === 1 && held.next === null && !props.goesOn;
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p>
        {t(
          "Nobody else reads these yet. Let in what may stand; what you remove is shown to nobody, and its writer is not told.",
        )}
      </p>
      <ul class="actions">
        {page.person.isModerator && (
          <li>
            {of === "all" ? (
              <a href={urls.heldComments()}>{t("Only those under my works")}</a>
            ) : (
              <a href={urls.heldComments({ of: "all" })}>{t("Those in the whole archive")}</a>
            )}
          </li>
        )}
        <li>
          <a href={urls.commentHelpers()}>{t("Who helps me let comments in")}</a>
        </li>
        <li>
          <a href={urls.removedComments()}>{t("Removed comments")}</a>
        </li>
      </ul>
      {(held.comments.length > 0 || words !== "") && (
        <form method="get" action={urls.heldComments()} class="form held-search">
          {of === "all" && <HiddenField name="of" value="all" />}
          <TextField
            page={page}
            name="words"
            label={t("Only those with these words")}
            value={words}
            type="search"
            size="medium"
          />
          <button type="submit" class="button button-quiet">
            {t("Show them")}
          </button>
        </form>
      )}
      {held.comments.length === 0 ? (
        <p class="quiet">{words === "" ? t("Nothing waits.") : t("Nothing that waits has these words.")}</p>
      ) : (
        <form method="post" action={urls.heldComments()}>
          <HiddenField name="of" value={of} />
          <HiddenField name="words" value={words} />
          <ol class="comments">
            {held.comments.map((comment) => (
              <HeldItem page={page} comment={comment} ticked={isOnly} />
            ))}
          </ol>
          <FormButtons>
            <SubmitButton name="press" value="let-in">
              {t("Let the ticked ones in")}
            </SubmitButton>
            <SubmitButton name="press" value="remove" kind="grave">
              {t("Remove the ticked ones")}
            </SubmitButton>
          </FormButtons>
        </form>
      )}
      <OnwardPager
        page={page}
        beginning={props.goesOn ? urls.heldComments({ of, words }) : null}
        next={held.next === null ? null : urls.heldComments({ of, words, after: held.next })}
      />
      {props.helped.length > 0 && of === "mine" && (
        <p class="quiet">
          {t("You help {names} with this.", {
            names: new Intl.ListFormat(page.locale).format([
              ...new Set(props.helped.map(({ pseud }) => pseud.name)),
            ]),
          })}
        </p>
      )}
    </Layout>
  );
}

function HeldItem(props: { page: Page; comment: HeldComment; ticked: boolean }) {
  const { page, comment, ticked } = props;
  const { t } = page;
  const box = `tick-${comment.id}`;
  return (
    <li class="comment">
      <article aria-labelledby={`by-${comment.id}`}>
        <CommentHead page={page} comment={comment} level={2} />
        <p class="comment-answers">
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
        </p>
        <CommentWords page={page} comment={comment} />
        <div class="choice">
          <input
            type="checkbox"
            id={box}
            name="comment"
            value={`${comment.workId} ${comment.id}`}
            checked={ticked}
          />
          <label for={box}>
            {t("Tick this one")}
            <span class="visually-hidden">
              {" "}
              {t("by {name}", { name: speakerWords(page, comment.speaker) })}
            </span>
          </label>
        </div>
      </article>
    </li>
  );
}

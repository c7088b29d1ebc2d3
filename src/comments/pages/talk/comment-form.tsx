import type { Pseud } from "../../../people/pseuds.ts";
import {
  type FieldErrors,
  Form,
  FormButtons,
  fieldIds,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
} from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { TypedComment } from "../../comment-form.ts";
import type { OpenTalk } from "./open-talk.ts";

/** What the field of a comment needs. */
export type CommentFormProps = {
  page: Page;
  talk: OpenTalk;
  /** Where it is sent: the talk's own address, or that of the comment that is answered. */
  action: string;
  typed: TypedComment;
  errors: FieldErrors;
  /** The member's names; none for a guest. */
  pseuds: readonly Pseud[];
};

/** The field for a comment, or a sentence that says why there is none. */
export function CommentForm(props: CommentFormProps) {
  const { page, talk, typed, errors } = props;
  const { t } = page;
  if (talk.may !== "yes")
    return (
      <>
        <NoForm page={page} talk={talk} />
        {typed.comment !== "" && (
          <TextArea
            page={page}
            name="comment"
            label={t("What you typed")}
            value={typed.comment}
            rows={6}
            error={errors.comment}
          />
        )}
      </>
    );
  const isGuest = !page.person.signedIn;
  return (
    <Form page={page} action={props.action} keep={0} label={t("Your comment")} class="comment-form">
      {typed.quoted.length > 0 && (
        // What the Enter key presses: without it, the first quote would be left out.
        <button type="submit" name="press" value="post" hidden>
          {t("Post the comment")}
        </button>
      )}
      {isGuest && (
        <p class="hint">
          {t(
            "You are not signed in. That is fine: your comment is shown as soon as the writer or a helper lets it in. No e-mail is needed, and links are not taken.",
          )}
        </p>
      )}
      {isGuest && (
        <TextField
          page={page}
          name="name"
          label={t("Your name here")}
          hint={t("Any name that no member has.")}
          value={typed.name}
          size="medium"
          autocomplete="nickname"
          error={errors.name}
          required
        />
      )}
      <Names {...props} />
      <QuotesWaiting page={page} quoted={typed.quoted} action={props.action} />
      <TextArea
        page={page}
        name="comment"
        label={t("What you want to say")}
        hint={t("An empty line begins a new paragraph; lines that begin with > are a quotation.")}
        value={typed.comment}
        rows={6}
        maxLength={talk.settings.commentCharacters}
        error={errors.comment}
        required
      />
      <FormButtons>
        <SubmitButton name="press" value="post">
          {t("Post the comment")}
        </SubmitButton>
        {typed.quoted.length > 0 && (
          <SubmitButton name="press" value="gather" kind="quiet" action={`${props.action}#${wordsId}`}>
            {t("Put the quotes into the text")}
          </SubmitButton>
        )}
      </FormButtons>
    </Form>
  );
}

function Names({ page, pseuds, typed, errors }: CommentFormProps) {
  const [only] = pseuds;
  if (!only) return null;
  if (pseuds.length === 1) return <HiddenField name="pseud" value={only.id} />;
  return (
    <RadioGroup
      page={page}
      name="pseud"
      label={page.t("Under the name")}
      value={typed.pseud}
      choices={pseuds.map(({ id, name }) => ({ value: id, label: name }))}
      error={errors.pseud}
      inRow
    />
  );
}

/** The field for one's own words: who has put the quotes into it, or left the last one out, goes on there. */
const wordsId = fieldIds("comment").control;

function QuotesWaiting(props: { page: Page; quoted: readonly string[]; action: string }) {
  const { page, quoted } = props;
  const { t } = page;
  if (quoted.length === 0) return null;
  const after = quoted.length > 1 ? "quotes-waiting" : wordsId;
  return (
    <section class="quotes-waiting" aria-labelledby="quotes-waiting">
      <h3 id="quotes-waiting" tabindex={-1}>
        {t("Quotes that go before it")}
      </h3>
      <ul>
        {quoted.map((words, index) => (
          <li>
            <HiddenField name="quoted" value={words} />
            <blockquote dir="auto" id={`quoted-${index + 1}`}>
              {words}
            </blockquote>
            <button
              class="link-button"
              type="submit"
              name="press"
              value={`drop-${index}`}
              formaction={`${props.action}#${after}`}
              aria-describedby={`quoted-${index + 1}`}
            >
              {t("Leave this quote out")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoForm({ page, talk }: { page: Page; talk: OpenTalk }) {
  const { t } = page;
  if (talk.may === "no") return <p class="quiet">{t("Nobody can comment on this work at present.")}</p>;
  return (
    <p>
      <Sentence
        page={page}
        says="Members can comment on this work. {signIn} to write one."
        parts={{ signIn: <a href={urls.signIn(page.path)}>{t("Sign in")}</a> }}
      />
    </p>
  );
}

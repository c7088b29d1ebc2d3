import {
  ErrorSummary,
  type FieldErrors,
  FieldGroup,
  Form,
  FormButtons,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Choices } from "../close-account.ts";
import type { Fate, WorkToLeave } from "../own-work-to-leave.ts";
import { fateField } from "./closing-form.ts";
import { QuestionPage } from "./question-page.tsx";
import { whatCopiesKeep } from "./what-goes.ts";

/** Where somebody who leaves says what shall become of each of their works, and of what they said. */
export function ClosingPage(props: {
  page: Page;
  works: WorkToLeave[];
  chosen: Choices;
  comments: number;
  errors: FieldErrors;
}) {
  const { page, works, chosen } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Close my account")} kind="form" noindex>
      <h1>{t("Close my account")}</h1>
      <ErrorSummary page={page} errors={props.errors} />
      <p>
        {t(
          "Nothing happens yet. First say what shall become of what you gave; then you are told what that means, and asked for your password.",
        )}
      </p>
      <p>
        {t("Afterwards nobody can give you a copy of anything.")}{" "}
        <a href={urls.copy()}>{t("Take everything of mine along, as one file")}</a>
      </p>
      <Form page={page} action={urls.closing()}>
        <HiddenField name="step" value="tell" />
        {works.length > 0 && (
          <FieldGroup legend={t("My works")}>
            {works.map((work) => (
              <SelectField
                page={page}
                name={fateField(work.id)}
                label={titleOf(t, work)}
                hint={work.removedAt === null ? undefined : t("It lies in the trash.")}
                value={chosen.fates.get(work.id) ?? work.fates[0]}
                choices={work.fates.map((fate) => ({ value: fate, label: fateWords(t, fate, work) }))}
                error={props.errors[fateField(work.id)]}
              />
            ))}
          </FieldGroup>
        )}
        {props.comments > 0 && (
          <RadioGroup
            page={page}
            name="comments"
            label={t("{count, plural, one {The one comment I wrote} other {The # comments I wrote}}", {
              count: props.comments,
            })}
            value={chosen.keepComments ? "stay" : "go"}
            choices={[
              { value: "stay", label: t("The words stay, said by somebody who left") },
              { value: "go", label: t("The words go; a placeholder stays where others answered") },
            ]}
          />
        )}
        <FormButtons>
          <SubmitButton>{t("Tell me what that means")}</SubmitButton>
          <a href={urls.account()}>{t("Stay")}</a>
        </FormButtons>
      </Form>
    </Layout>
  );
}

/** Says, counted, what was chosen, and asks for the password. */
export function LastQuestionPage(props: {
  page: Page;
  works: WorkToLeave[];
  chosen: Choices;
  comments: number;
  errors: FieldErrors;
}) {
  const { page, works, chosen } = props;
  const { t } = page;
  const thoseOf = (fate: Fate) => works.filter(({ id }) => chosen.fates.get(id) === fate);
  const titles = (some: WorkToLeave[]) =>
    new Intl.ListFormat(page.locale, { type: "conjunction" }).format(
      some.map((work) => t("“{title}”", { title: titleOf(t, work) })),
    );
  const line = (says: string, some: WorkToLeave[]) =>
    some.length === 0 ? [] : [t(says, { count: some.length, titles: titles(some) })];
  return (
    <QuestionPage
      page={page}
      question={t("Close your account for good?")}
      happens={[
        ...line(
          "{count, plural, one {One work stays for its readers, by “a former author”} other {# works stay for their readers, by “a former author”}}: {titles}",
          thoseOf("orphan"),
        ),
        ...line(
          "{count, plural, one {One work goes on under its other authors} other {# works go on under their other authors}}: {titles}",
          thoseOf("hand-over"),
        ),
        ...line(
          "{count, plural, one {One work is deleted with everything under it} other {# works are deleted with everything under them}}: {titles}",
          thoseOf("withdraw"),
        ),
        ...(props.comments === 0
          ? []
          : [
              chosen.keepComments
                ? t(
                    "{count, plural, one {The one comment you wrote stays} other {The # comments you wrote stay}}, said by somebody who left.",
                    { count: props.comments },
                  )
                : t(
                    "{count, plural, one {The one comment you wrote is} other {The # comments you wrote are}} deleted; a placeholder stays where others answered.",
                    { count: props.comments },
                  ),
            ]),
        t(
          "Your names go from every page, also where others thanked you or gave you a work. Anybody may take them after you.",
        ),
        t("Kudos you gave stay, as nobody’s."),
        t(
          "Your shelves, whoever else may read them, bookmarks, ledger and places in stories are deleted, and so is what you follow, what you do not want to meet, and whom you mute or block.",
        ),
        t(
          "Your address, password, devices, filters, preferences, pictures, unfinished imports and everything typed and not saved are deleted.",
        ),
        t("All of this happens at once, and cannot be taken back."),
      ]}
      honestly={[
        t(
          "What you wrote in stories and comments that stay is not changed: if it says your name, change that first. So do comments of others that speak of you.",
        ),
        whatCopiesKeep(t),
      ]}
      action={urls.closing()}
      button={t("Close my account")}
      staying={{ href: urls.account(), text: t("Stay") }}
      errors={props.errors}
    >
      <HiddenField name="step" value="close" />
      {[...chosen.fates].map(([workId, fate]) => (
        <HiddenField name={fateField(workId)} value={fate} />
      ))}
      <HiddenField name="comments" value={chosen.keepComments ? "stay" : "go"} />
      <TextField
        page={page}
        name="password"
        label={t("My password")}
        type="password"
        autocomplete="current-password"
        error={props.errors.password}
      />
    </QuestionPage>
  );
}

/** Says why the owner cannot leave like everybody else. */
export function OwnerStaysPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("An archive needs its owner")} noindex>
      <h1>{t("An archive needs its owner")}</h1>
      <p>
        {t(
          "You own this archive, and nobody else could look after it. Nothing was changed. Your works can be given up or withdrawn one by one from your desk.",
        )}
      </p>
      <p>
        <a href={urls.desk()}>{t("My desk")}</a>
      </p>
    </Layout>
  );
}

function titleOf(t: Translate, { title }: WorkToLeave): string {
  return title || t("Without a title yet");
}

function fateWords(t: Translate, fate: Fate, work: WorkToLeave): string {
  switch (fate) {
    case "orphan":
      return t("It stays for its readers, by “a former author”");
    case "hand-over":
      return t("It goes on under its other authors");
    case "withdraw":
      return work.status === "published"
        ? t("It is withdrawn, and gone for good")
        : t("The draft is deleted");
  }
}

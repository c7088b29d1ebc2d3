import {
  ErrorSummary,
  type FieldErrors,
  Form,
  HiddenField,
  SubmitButton,
  TextArea,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { NewPasswordField } from "./new-password-field.tsx";

/** A pseud as its form shows it: `about` in the form a writer types. */
export type PseudValues = { id: string; name: string; about: string };

/** Which of the page's forms was refused, what was typed into it, and why. */
export type RefusedAccountForm = {
  form: "new" | "password" | string;
  name: string;
  about: string;
  errors: FieldErrors;
};

export function AccountPage(props: {
  page: Page;
  email: string;
  pseuds: PseudValues[];
  refused: RefusedAccountForm | null;
}) {
  const { page, refused } = props;
  const { t } = page;
  const errorsOf = (form: string) => (refused?.form === form ? refused.errors : {});
  return (
    <Layout page={page} title={t("My account")} kind="form" noindex>
      <h1>{t("My account")}</h1>
      <p>
        <a href={urls.preferences()}>{t("Preferences")}</a>
      </p>
      {refused && (
        <ErrorSummary page={page} errors={refused.errors} asksPassword={refused.form === "password"} />
      )}
      <section aria-labelledby="pseuds">
        <h2 id="pseuds">{t("Names I write under")}</h2>
        <p>{t("Each has its own page. Nobody but you can tell that they belong together.")}</p>
        {props.pseuds.map((pseud) => (
          <PseudForm page={page} pseud={pseud} refused={refused?.form === pseud.id ? refused : null} />
        ))}
      </section>
      <section aria-labelledby="new-pseud">
        <h2 id="new-pseud">{t("One more name")}</h2>
        <Form page={page} action={urls.accountPseuds()} narrow>
          <TextField
            page={page}
            name="name"
            label={t("New name")}
            value={refused?.form === "new" ? refused.name : ""}
            autocomplete="off"
            error={errorsOf("new").name}
          />
          <SubmitButton kind="quiet">{t("Add this name")}</SubmitButton>
        </Form>
      </section>
      <section aria-labelledby="password-section">
        <h2 id="password-section">{t("Password")}</h2>
        <p>{t("You sign in as {email}.", { email: props.email })}</p>
        <Form page={page} action={urls.accountPassword()} narrow>
          <TextField
            page={page}
            name="current-password"
            label={t("Password now")}
            type="password"
            autocomplete="current-password"
            error={errorsOf("password")["current-password"]}
          />
          <NewPasswordField
            page={page}
            name="new-password"
            label={t("New password")}
            error={errorsOf("password")["new-password"]}
          />
          <SubmitButton kind="quiet">{t("Change my password")}</SubmitButton>
        </Form>
      </section>
    </Layout>
  );
}

function PseudForm(props: { page: Page; pseud: PseudValues; refused: RefusedAccountForm | null }) {
  const { page, pseud, refused } = props;
  const { t } = page;
  const shown = refused ?? pseud;
  return (
    <details class="fold" open={refused !== null}>
      <summary dir="auto">{pseud.name}</summary>
      <p>
        <a href={urls.writer(pseud.id)}>{t("The page readers see")}</a>
      </p>
      <Form page={page} action={urls.accountPseuds()} narrow label={pseud.name}>
        <HiddenField name="pseud" value={pseud.id} />
        <TextField
          page={page}
          name={`name-${pseud.id}`}
          label={t("Name")}
          value={shown.name}
          error={refused?.errors[`name-${pseud.id}`]}
        />
        <TextArea
          page={page}
          name={`about-${pseud.id}`}
          label={t("About this writer")}
          value={shown.about}
          rows={4}
          error={refused?.errors[`about-${pseud.id}`]}
        />
        <SubmitButton kind="quiet">{t("Save this name")}</SubmitButton>
      </Form>
    </details>
  );
}

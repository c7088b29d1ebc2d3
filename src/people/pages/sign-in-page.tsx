import { ErrorSummary, type FieldErrors, Form, HiddenField, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";

/** A form that was sent after its session had ended: it goes on where it was once its writer is signed in. */
export type HeldForm = { path: string; fields: [string, string][]; hadFile: boolean };

/** The names of the sign-in form's own fields; held fields travel under a prefix, so that none can clash. */
export const signInFields = {
  email: "email",
  password: "password",
  returnTo: "return-to",
  heldPath: "held-path",
  heldPrefix: "held:",
};

export function SignInPage(props: {
  page: Page;
  email: string;
  returnTo: string;
  held: HeldForm | null;
  errors: FieldErrors;
}) {
  const { page, held, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Sign in")} kind="form" noindex>
      <h1>{t("Sign in")}</h1>
      {held && (
        <Notice kind="firm" title={t("You were signed out, and nothing was lost")}>
          <p>
            {t("Everything you typed is held on this page. Sign in, and it goes on where it was.")}
            {held.hadFile && ` ${t("Only the file you chose must be chosen again.")}`}
          </p>
          <HeldTexts page={page} held={held} />
        </Notice>
      )}
      <ErrorSummary page={page} errors={errors} asksPassword />
      <Form page={page} action={urls.signIn()} narrow>
        <TextField
          page={page}
          name={signInFields.email}
          label={t("E-mail address")}
          type="email"
          value={props.email}
          autocomplete="username"
          error={errors[signInFields.email]}
          required
        />
        <TextField
          page={page}
          name={signInFields.password}
          label={t("Password")}
          type="password"
          autocomplete="current-password"
          error={errors[signInFields.password]}
          required
        />
        <HiddenField name={signInFields.returnTo} value={props.returnTo} />
        {held && <HiddenField name={signInFields.heldPath} value={held.path} />}
        {held?.fields.map(([name, value]) => (
          <HiddenField name={signInFields.heldPrefix + name} value={value} />
        ))}
        <SubmitButton>{held ? t("Sign in and go on") : t("Sign in")}</SubmitButton>
      </Form>
      <p>
        <a href={urls.forgottenPassword()}>{t("I have forgotten my password")}</a>
      </p>
      <p>
        <a href={urls.register()}>{t("I have no account yet")}</a>
      </p>
    </Layout>
  );
}

/** The long texts in plain sight, so that they can be copied whatever happens next. */
function HeldTexts({ page, held }: { page: Page; held: HeldForm }) {
  const texts = held.fields.filter(([, value]) => value.length > 80);
  if (texts.length === 0) return null;
  return (
    <details>
      <summary>{page.t("Show what I typed")}</summary>
      {texts.map(([, value]) => (
        <textarea readonly rows={8} dir="auto" aria-label={page.t("What you typed")}>
          {value}
        </textarea>
      ))}
    </details>
  );
}

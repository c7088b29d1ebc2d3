import { ErrorSummary, type FieldErrors, Form, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { NewPasswordField } from "./new-password-field.tsx";

export function ForgottenPasswordPage(props: { page: Page; email: string; errors: FieldErrors }) {
  const { page, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("A new password")} kind="form" noindex>
      <h1>{t("A new password")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.forgottenPassword()} narrow>
        <TextField
          page={page}
          name="email"
          label={t("E-mail address")}
          hint={t("The one you sign in with.")}
          type="email"
          value={props.email}
          autocomplete="username"
          error={errors.email}
          required
        />
        <SubmitButton>{t("Send me a link")}</SubmitButton>
      </Form>
    </Layout>
  );
}

/** The same words whether the address is known or not. `travels` tells whether the archive has a mail server. */
export function LetterOnItsWayPage({ page, travels }: { page: Page; travels: boolean }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("A new password")} kind="form" noindex>
      <h1>{t("Look for a letter")}</h1>
      <p>
        {travels
          ? t("If there is an account with that address, a letter with a link is on its way to it.")
          : t(
              "This archive sends no mail. If there is an account with that address, its owner now has a letter with a link for you: ask them for it.",
            )}
      </p>
      <p>{t("The link works for one hour.")}</p>
    </Layout>
  );
}

export function NewPasswordPage(props: { page: Page; token: string; errors: FieldErrors }) {
  const { page, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Choose a new password")} kind="form" noindex>
      <h1>{t("Choose a new password")}</h1>
      <p>
        {t(
          "You will be signed out everywhere else, on e-readers too, and feeds of your own get new secret addresses.",
        )}
      </p>
      <ErrorSummary page={page} errors={errors} asksPassword />
      <Form page={page} action={urls.newPassword(props.token)} narrow>
        <NewPasswordField page={page} name="password" label={t("New password")} error={errors.password} />
        <SubmitButton>{t("Change my password")}</SubmitButton>
      </Form>
    </Layout>
  );
}

/** The link was used, or is older than an hour. */
export function SpentLinkPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("A new password")} kind="form" noindex>
      <h1>{t("This link no longer works")}</h1>
      <p>{t("A link works once, and for one hour.")}</p>
      <p>
        <a href={urls.forgottenPassword()}>{t("Ask for a new one")}</a>
      </p>
    </Layout>
  );
}

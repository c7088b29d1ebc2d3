import { raw } from "hono/html";
import { ErrorSummary, type FieldErrors, Form, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { NewPasswordField } from "./new-password-field.tsx";

/** What was typed into the form, handed back when something must be put right; never the password. */
export type RegisterValues = { code: string; email: string; name: string };

/** Joining the archive; with `askCode`, opening it as its owner. */
export function RegisterPage(props: {
  page: Page;
  askCode: boolean;
  closed: boolean;
  rules: string;
  values: RegisterValues;
  errors: FieldErrors;
}) {
  const { page, values, errors, askCode } = props;
  const { t } = page;
  const title = askCode ? t("Open your archive") : t("Join");
  if (props.closed)
    return (
      <Layout page={page} title={title} kind="form" noindex>
        <h1>{title}</h1>
        <p>
          {t(
            "This archive takes no new accounts at the moment. You can read everything that is open without one.",
          )}
        </p>
      </Layout>
    );
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      {askCode ? (
        <p>
          {t(
            "This archive has no owner yet. If you started it, you are the one: the code stands in the window where it was started.",
          )}
        </p>
      ) : (
        <p>{t("You need an account to post stories. Reading needs none.")}</p>
      )}
      <ErrorSummary page={page} errors={errors} asksPassword />
      <Form page={page} action={askCode ? urls.setUp() : urls.register()} narrow>
        {askCode && (
          <TextField
            page={page}
            name="code"
            label={t("Owner code")}
            hint={t("Twelve letters and digits, such as 7k2m-q04v-t9xw.")}
            value={values.code}
            autocomplete="one-time-code"
            error={errors.code}
            required
          />
        )}
        <TextField
          page={page}
          name="name"
          label={t("A name to write under")}
          hint={t(
            "Readers see it on your stories. You can have as many names as you like, and nobody can tell that they are all you.",
          )}
          value={values.name}
          autocomplete="nickname"
          error={errors.name}
          required
        />
        <TextField
          page={page}
          name="email"
          label={t("E-mail address")}
          hint={t("For signing in and for a new password. It is shown to nobody.")}
          type="email"
          value={values.email}
          autocomplete="username"
          error={errors.email}
          required
        />
        <NewPasswordField page={page} name="password" label={t("Password")} error={errors.password} />
        {props.rules !== "" && !askCode && (
          <details>
            <summary>{t("The rules of this archive")}</summary>
            <div class="note-text">{raw(props.rules)}</div>
          </details>
        )}
        <SubmitButton>{askCode ? t("Open the archive") : t("Join")}</SubmitButton>
      </Form>
    </Layout>
  );
}

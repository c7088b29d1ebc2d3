import { ErrorSummary, type FieldErrors, Form, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Pseud } from "../pseuds.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { OwnRooms } from "./own-rooms.tsx";

/** Which of the page's forms was refused, what was typed into it, and why. */
export type RefusedAccountForm = {
  form: "new" | "password";
  name: string;
  errors: FieldErrors;
};

export function AccountPage(props: {
  page: Page;
  email: string;
  pseuds: Pseud[];
  refused: RefusedAccountForm | null;
}) {
  const { page, refused } = props;
  const { t } = page;
  const errorsOf = (form: string) => (refused?.form === form ? refused.errors : {});
  return (
    <Layout page={page} title={t("My account")} kind="form" noindex>
      <h1>{t("My account")}</h1>
      <OwnRooms page={page} />
      {refused && (
        <ErrorSummary page={page} errors={refused.errors} asksPassword={refused.form === "password"} />
      )}
      <section aria-labelledby="pseuds">
        <h2 id="pseuds">{t("Names I write under")}</h2>
        <p>{t("Each has its own page. Nobody but you can tell that they belong together.")}</p>
        <ul class="desk-list">
          {props.pseuds.map((pseud) => (
            <li>
              <a href={urls.writer(pseud.id)} id={`pseud-${pseud.id}`} dir="auto">
                {pseud.name}
              </a>
              <div class="actions">
                <a href={urls.accountPseud(pseud.id)} aria-describedby={`pseud-${pseud.id}`}>
                  {t("Name, picture and text")}
                </a>
              </div>
            </li>
          ))}
        </ul>
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
        <p>
          {t(
            "When you change it, you are signed out everywhere else, on e-readers too, and feeds of your own get new secret addresses.",
          )}
        </p>
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
      <section aria-labelledby="leaving">
        <h2 id="leaving">{t("Coming and leaving")}</h2>
        <p>
          <a href={urls.broughtCopies()}>{t("Bring back a copy from another Pressie")}</a>
        </p>
        <p>
          <a href={urls.copy()}>{t("Take everything of mine along, as one file")}</a>
        </p>
        <p>
          <a href={urls.closing()}>{t("Close my account")}</a>
        </p>
      </section>
    </Layout>
  );
}

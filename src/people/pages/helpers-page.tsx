import {
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Helper } from "../helpers.ts";
import type { Role } from "../person.ts";

/** What was typed about one helper. */
export type TypedHelper = { name: string; role: string };

/** Who helps the owner, with what, and how to ask somebody. */
export function HelpersPage(props: {
  page: Page;
  helpers: readonly Helper[];
  typed: TypedHelper;
  errors: FieldErrors;
}) {
  const { page, typed, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Helpers")} kind="form" noindex>
      <p>
        <a href={urls.settings()}>{t("Owner’s room")}</a>
      </p>
      <h1>{t("Helpers")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p class="lead">
        {t(
          "Nobody has to keep an archive alone. Give away what you like, and take it back whenever you like.",
        )}
      </p>
      <section aria-labelledby="who">
        <h2 id="who">{t("Who helps now")}</h2>
        <ul class="desk-list">
          {props.helpers.map((helper) => (
            <HelperLine page={page} helper={helper} />
          ))}
        </ul>
        {props.helpers.every(({ role }) => role === "owner") && <p>{t("Nobody but you yet.")}</p>}
      </section>
      <section aria-labelledby="ask">
        <h2 id="ask">{t("Ask somebody")}</h2>
        <Form page={page} action={urls.helpers()}>
          <TextField
            page={page}
            name="name"
            label={t("A name they write under")}
            hint={t(
              "Exactly as it stands on their page. Other helpers know them by this name; any other name of theirs stays their own.",
            )}
            value={typed.name}
            size="medium"
            autocomplete="off"
            error={errors.name}
          />
          <RadioGroup
            page={page}
            name="role"
            label={t("They may")}
            value={typed.role}
            error={errors.role}
            choices={[
              { value: "wrangler", label: t("Wrangle tags"), hint: whatTheyMay(t, "wrangler") },
              { value: "moderator", label: t("Moderate"), hint: whatTheyMay(t, "moderator") },
              { value: "member", label: t("Be a member like others"), hint: whatTheyMay(t, "member") },
            ]}
          />
          <FormButtons>
            <SubmitButton>{t("Give them this")}</SubmitButton>
          </FormButtons>
        </Form>
      </section>
    </Layout>
  );
}

function HelperLine({ page, helper }: { page: Page; helper: Helper }) {
  const { t } = page;
  const { pseud, role } = helper;
  return (
    <li>
      <div class="grow">
        <h3 class="work-heading">
          <a href={urls.writer(pseud.id)} dir="auto">
            {pseud.name}
          </a>
        </h3>
        <p class="quiet">
          {roleName(t, role)}: {whatTheyMay(t, role)}
        </p>
      </div>
      {role !== "owner" && (
        <form class="post-button" method="post" action={urls.helpers()}>
          <HiddenField name="name" value={pseud.name} />
          <HiddenField name="role" value="member" />
          <button class="link-button" type="submit">
            {t("Let {name} be a member like others", { name: pseud.name })}
          </button>
        </form>
      )}
    </li>
  );
}

function roleName(t: Translate, role: Role): string {
  if (role === "owner") return t("Owner");
  return role === "moderator" ? t("Moderator") : role === "wrangler" ? t("Wrangler") : t("Member");
}

function whatTheyMay(t: Translate, role: Role): string {
  switch (role) {
    case "owner":
      return t("may do everything. This cannot be changed here.");
    case "moderator":
      return t(
        "looks after readers and stories, and may say what tags mean. Cannot change settings or who helps.",
      );
    case "wrangler":
      return t(
        "says what tags mean, at the wranglers’ desk. Sees no draft and nobody’s account, and changes no story.",
      );
    case "member":
      return t("reads, writes and comments. What they did as a helper stays.");
  }
}

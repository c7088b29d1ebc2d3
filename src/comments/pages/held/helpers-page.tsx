import type { Pseud } from "../../../people/pseuds.ts";
import {
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { CommentHelper } from "../../comment-helpers.ts";

/** Friends who look through comments before their author does. */
export function CommentHelpersPage(props: {
  page: Page;
  pseuds: readonly Pseud[];
  helpers: readonly CommentHelper[];
  helped: readonly CommentHelper[];
  typed: { name: string; pseud: string };
  errors: FieldErrors;
}) {
  const { page, typed, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Who helps me let comments in")} kind="form" noindex>
      <p>
        <a href={urls.heldComments()}>{t("Comments that wait for you")}</a>
      </p>
      <h1>{t("Who helps me let comments in")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p class="lead">
        {t(
          "A friend can look through your comments before you do. They may let comments in, hold them back, remove them and freeze threads under works by the name you choose, and learn of no other name of yours. Works without a name are left out.",
        )}
      </p>
      {props.helpers.length > 0 && (
        <ul class="desk-list">
          {props.helpers.map((pair) => (
            <Pair
              page={page}
              pair={pair}
              says={t("{helper} helps with works by {name}", {
                helper: pair.helper.name,
                name: pair.pseud.name,
              })}
              button={t("End it")}
            />
          ))}
        </ul>
      )}
      <Form page={page} action={urls.commentHelpers()} narrow label={t("Ask a friend")}>
        <TextField
          page={page}
          name="name"
          label={t("A name they write under")}
          value={typed.name}
          size="medium"
          autocomplete="off"
          error={errors.name}
          required
        />
        <SelectField
          page={page}
          name="pseud"
          label={t("For works by")}
          value={typed.pseud}
          choices={props.pseuds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormButtons>
          <SubmitButton>{t("Trust them with this")}</SubmitButton>
        </FormButtons>
      </Form>
      {props.helped.length > 0 && (
        <section aria-labelledby="helped">
          <h2 id="helped">{t("Whom I help")}</h2>
          <ul class="desk-list">
            {props.helped.map((pair) => (
              <Pair
                page={page}
                pair={pair}
                says={t("{name} trusts you, as {helper}", {
                  helper: pair.helper.name,
                  name: pair.pseud.name,
                })}
                button={t("No longer")}
              />
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function Pair(props: { page: Page; pair: CommentHelper; says: string; button: string }) {
  const { pair, says } = props;
  const id = `pair-${pair.pseud.id}-${pair.helper.id}`;
  return (
    <li>
      <p id={id} class="grow" dir="auto">
        {says}
      </p>
      <form class="post-button" method="post" action={urls.commentHelpers()}>
        <HiddenField name="press" value="end" />
        <HiddenField name="pseud" value={pair.pseud.id} />
        <HiddenField name="helper" value={pair.helper.id} />
        <button class="link-button" type="submit" aria-describedby={id}>
          {props.button}
        </button>
      </form>
    </li>
  );
}

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
import { queryOfFilter } from "../../filter-url.ts";
import type { SavedFilter } from "../../saved/saved-filter.ts";
import type { ToldFilter } from "../../saved/tell-saved.ts";
import { SentenceOfFilter } from "../sentence-of-filter.tsx";
import { FandomChoice, type NamedFandom } from "./fandom-choice.tsx";

/** What was typed or chosen on the page that saves a filter. */
export type TypedFilter = { name: string; fandom: string; instead: string };

/** A list gets a name, or takes the place of what one of the reader's filters asked for. */
export function NewFilterPage(props: {
  page: Page;
  told: ToldFilter;
  fandoms: NamedFandom[];
  /** The filters kept already. */
  saved: SavedFilter[];
  typed: TypedFilter;
  errors: FieldErrors;
}) {
  const { page, told, saved, typed, errors } = props;
  const { t } = page;
  const query = queryOfFilter(told.known);
  return (
    <Layout page={page} title={t("Save this filter")} kind="form" noindex>
      <h1>{t("Save this filter")}</h1>
      <p class="lead">
        <SentenceOfFilter page={page} filter={told.known} names={told.names} />
      </p>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.savedFilters()} label={t("Save this filter")}>
        <HiddenField name="query" value={query} />
        <TextField
          page={page}
          name="name"
          label={t("Name")}
          hint={t("Only you see it, and whoever you give its feed to.")}
          value={typed.name}
          autocomplete="off"
          error={errors.name}
          required
        />
        <FandomChoice page={page} fandoms={props.fandoms} chosen={typed.fandom} />
        <FormButtons>
          <SubmitButton>{t("Save this filter")}</SubmitButton>
          <a href={urls.works(query)}>{t("Back to the list")}</a>
        </FormButtons>
      </Form>
      {saved.length > 0 && (
        <section aria-labelledby="instead">
          <h2 id="instead">{t("Or change one of your filters to this")}</h2>
          <p>{t("It keeps its name, its feed and its fandom, and asks for this from now on.")}</p>
          <Form page={page} action={urls.savedFilters()} narrow label={t("Change one of your filters")}>
            <HiddenField name="query" value={query} />
            <SelectField
              page={page}
              name="instead"
              label={t("Filter")}
              choices={saved.map(({ id, name }) => ({ value: id, label: name }))}
              value={typed.instead}
              error={errors.instead}
            />
            <SubmitButton kind="quiet">{t("Change this filter")}</SubmitButton>
          </Form>
        </section>
      )}
    </Layout>
  );
}

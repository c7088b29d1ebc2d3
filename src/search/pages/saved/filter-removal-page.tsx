import { Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { SavedFilter } from "../../saved/saved-filter.ts";

/** Asks once before a filter and its feed go. */
export function FilterRemovalPage({ page, saved }: { page: Page; saved: SavedFilter }) {
  const { t } = page;
  const question = t("Remove the filter “{name}”?", { name: saved.name });
  return (
    <Layout page={page} title={question} noindex>
      <h1 dir="auto">{question}</h1>
      <p>{t("Its name and the address of its feed are gone for good then. No story is touched.")}</p>
      <p>
        <a href={urls.works(saved.query)}>{t("What it shows now")}</a>
      </p>
      <Form page={page} action={urls.savedFilterRemoval(saved.id)}>
        <FormButtons>
          <SubmitButton kind="grave">{t("Remove the filter")}</SubmitButton>
          <a href={urls.savedFilters()}>{t("Leave it as it is")}</a>
        </FormButtons>
      </Form>
    </Layout>
  );
}

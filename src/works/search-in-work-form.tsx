import { Form, SubmitButton, TextField } from "../ui/form.ts";
import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import type { Work } from "./work.ts";

/** Asks for words in one story. */
export function SearchInWorkForm(props: { page: Page; work: Pick<Work, "id">; text?: string }) {
  const { page, work, text = "" } = props;
  const { t } = page;
  return (
    <Form
      page={page}
      action={urls.workSearch(work.id)}
      method="get"
      class="find-box"
      label={t("Search in this story")}
    >
      <TextField
        page={page}
        name="text"
        label={t("Words or a “phrase” in this story")}
        type="search"
        value={text}
        autocomplete="off"
        spellcheck={false}
      />
      <SubmitButton kind="quiet">{t("Search")}</SubmitButton>
    </Form>
  );
}

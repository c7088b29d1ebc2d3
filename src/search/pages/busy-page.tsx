import { Form, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { withText } from "../change-filter.ts";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { WorkFilter } from "../work-filter.ts";
import { BusyNotice } from "./busy-notice.tsx";
import { Chosen } from "./chosen.tsx";
import { HiddenParts } from "./hidden-parts.tsx";
import { QueryBox } from "./query-box.tsx";
import { SentenceOfFilter } from "./sentence-of-filter.tsx";

/** Shown in place of a list whose words could not be looked for in time: everything asked for, ready to be changed. */
export function BusyPage(props: {
  page: Page;
  filter: WorkFilter;
  names: FilterNames;
  /** What was chosen beside what was typed. */
  base: WorkFilter;
  /** What was typed, when it could not all be understood. */
  typed: string;
}) {
  const { page, filter, names, base, typed } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Find stories")} noindex>
      <header class="page-head find-head">
        <h1>{t("Find stories")}</h1>
        <p class="lead find-sentence">
          <SentenceOfFilter page={page} filter={filter} names={names} />
        </p>
      </header>
      <BusyNotice page={page} />
      <Form
        page={page}
        action={urls.works()}
        method="get"
        class="find-box"
        label={t("Words inside the stories")}
      >
        <HiddenParts filter={filter} asks={["text"]} />
        <TextField
          page={page}
          name="text"
          label={t("Words or a “phrase” inside the stories")}
          type="search"
          value={filter.text}
          autocomplete="off"
          spellcheck={false}
        />
        <SubmitButton>{t("Find")}</SubmitButton>
      </Form>
      {typed !== "" && <QueryBox page={page} base={base} names={names} typed={typed} />}
      <Chosen page={page} filter={filter} names={names} />
      <p>
        <a href={urls.works(queryOfFilter(withText(filter, "")))}>{t("The same list without these words")}</a>
      </p>
    </Layout>
  );
}

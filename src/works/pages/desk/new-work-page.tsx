import { ErrorSummary, Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { type ChapterValues, readChapterValues } from "../../chapter-form.ts";
import { ChapterFormFields } from "../../chapter-form-fields.tsx";
import type { WorkChoices } from "../../work-choices.ts";
import { WorkFormFields } from "../../work-form-fields.tsx";
import { readWorkValues, type WorkValues } from "../../work-values.ts";
import { afterwards } from "./afterwards.ts";
import { AutosaveLine } from "./autosaves/autosave-line.tsx";
import { AutosaveOffers } from "./autosaves/autosave-offers.tsx";
import { type FormAutosaves, keptOver } from "./autosaves/form-autosaves.ts";
import { shownChapter, shownWork } from "./standing-now.tsx";

/** An empty page: a work and its first chapter in one form. */
export function NewWorkPage(props: {
  page: Page;
  work: WorkValues;
  chapter: ChapterValues;
  errors: FieldErrors;
  choices: WorkChoices;
  autosaves: FormAutosaves;
}) {
  const { page, errors, autosaves, choices } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Something new")} kind="form" writes noindex>
      <h1>{t("Something new")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p class="lead">
        {t("Begin wherever you like. Save what you have as a draft at any time: nobody but you can see it.")}
      </p>
      <p>
        {t("Is it written already?")}{" "}
        <a href={urls.newImport()}>{t("Bring it in from a file or the clipboard")}</a>
      </p>
      <AutosaveOffers
        page={page}
        autosaves={autosaves}
        version={0}
        shown={shownNewWork(page, choices, props.work, props.chapter)}
        read={({ typed }) =>
          shownNewWork(page, choices, readWorkValues(typed, choices), readChapterValues(typed))
        }
      />
      <h2>{t("About the work")}</h2>
      <Form page={page} action={urls.newWork()} keep={keptOver(autosaves, 0)}>
        <WorkFormFields page={page} values={props.work} errors={errors} choices={props.choices}>
          <fieldset class="field-group">
            <legend>{t("The first chapter")}</legend>
            <ChapterFormFields
              page={page}
              values={props.chapter}
              errors={errors}
              language={props.work.language}
            />
          </fieldset>
        </WorkFormFields>
        <AutosaveLine page={page} autosaves={autosaves} />
        <FormButtons>
          <SubmitButton>{t("Save as draft")}</SubmitButton>
          <SubmitButton kind="quiet" name={afterwards.name} value={afterwards.preview}>
            {t("Save and preview")}
          </SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

function shownNewWork(page: Page, choices: WorkChoices, work: WorkValues, chapter: ChapterValues) {
  return [...shownWork(page, choices, work), ...shownChapter(page, chapter)];
}

import {
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  HiddenField,
  SubmitButton,
  TextArea,
  TextField,
} from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import type { EditedSeries } from "../../../own-series.ts";
import type { ShownField } from "../field-differences.tsx";
import { StandingNow } from "../standing-now.tsx";
import { versionField } from "../version-field.ts";
import { seriesFieldNames as names, type SeriesValues, seriesLabels } from "./series-form.ts";
import { SeriesParts } from "./series-parts.tsx";

type Props = {
  page: Page;
  series: EditedSeries;
  values: SeriesValues;
  version: string;
  errors: FieldErrors;
  /** What stands now, when somebody saved after the form was opened. */
  standing: SeriesValues | null;
};

/** A series on its author's desk: its words, and its works in order. */
export function EditSeriesPage(props: Props) {
  const { page, series, values, errors, standing } = props;
  const { t } = page;
  const labels = seriesLabels(t);
  return (
    <Layout page={page} title={t("Edit “{title}”", { title: series.title })} kind="form" noindex>
      <h1 dir="auto">{t("Edit “{title}”", { title: series.title })}</h1>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.editSeries(series.id)}>
        <HiddenField name={versionField} value={props.version} />
        <TextField
          page={page}
          name={names.title}
          label={labels.title}
          value={values.title}
          error={errors[names.title]}
          required
        />
        <TextArea
          page={page}
          name={names.summary}
          label={labels.summary}
          value={values.summary}
          rows={4}
          error={errors[names.summary]}
        />
        <TextArea
          page={page}
          name={names.notes}
          label={labels.notes}
          hint={t("About the series as a whole: in which order to read it, what it grew from.")}
          value={values.notes}
          rows={4}
          error={errors[names.notes]}
        />
        <TextField
          page={page}
          name={names.expected}
          label={labels.expected}
          hint={t("A number tells readers how much of it is here. ? if you do not know yet.")}
          value={values.expected}
          inputmode="numeric"
          size="short"
          autocomplete="off"
          error={errors[names.expected]}
        />
        {standing && (
          <StandingNow
            page={page}
            language={page.locale}
            typed={shownSeries(page, values)}
            standing={shownSeries(page, standing)}
            fate={t("If you save yours, it stands instead.")}
          />
        )}
        <FormButtons>
          <SubmitButton>{t("Save the series")}</SubmitButton>
          <a href={urls.series(series.id)}>{t("See it as it is")}</a>
        </FormButtons>
      </Form>
      <SeriesParts page={page} series={series} />
      <p class="actions">
        <a href={urls.seriesRemoval(series.id)}>{t("Take the series away")}</a>
      </p>
    </Layout>
  );
}

function shownSeries(page: Page, values: SeriesValues): ShownField[] {
  const labels = seriesLabels(page.t);
  return (["title", "summary", "notes", "expected"] as const).map((field) => ({
    label: labels[field],
    text: values[field],
  }));
}

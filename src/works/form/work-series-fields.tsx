import { TextField } from "../../ui/form.ts";
import { FormFold } from "../form-fold.tsx";
import { workLabels } from "../work-labels.ts";
import { workFieldNames as names } from "../work-values.ts";
import { hintOf, type WorkFormProps } from "./work-form-props.ts";

/** The series a work is part of: one of the author's by its title, or a new one. */
export function WorkSeriesFields(props: WorkFormProps) {
  const { page, values, errors, choices } = props;
  const { t } = page;
  const { title, number } = values.series;
  // One empty row more than it is part of: who needs another saves, and finds the next.
  const more = [
    ...values.moreSeries.filter((row) => row.title !== "" || row.number !== ""),
    { title: "", number: "" },
  ];
  const inUse = title !== "" || number !== "" || more.length > 1;
  const refused = Object.keys(errors).some((name) => name.startsWith(names.series));
  const hints = [t("The title of one of your series, or of a new one."), yourSeries(props), namesHint(props)];
  return (
    <FormFold title={t("Series")} open={inUse || refused}>
      <TextField
        page={page}
        name={names.series}
        label={workLabels(t).series}
        hint={hintOf(props, names.series, hints.filter(Boolean).join(" "))}
        value={title}
        suggestions={choices.series.titles}
        autocomplete="off"
        error={errors[names.series]}
      />
      <TextField
        page={page}
        name={names.seriesNumber}
        label={workLabels(t).seriesNumber}
        hint={t(
          "Empty: behind the last. Whatever part has the number now moves on by one. Readers count only the parts they can see.",
        )}
        value={number}
        inputmode="numeric"
        size="short"
        autocomplete="off"
        error={errors[names.seriesNumber]}
      />
      {inUse &&
        more.map((row, at) => (
          <>
            <TextField
              page={page}
              name={names.moreSeries(at)}
              label={t("Also part of the series")}
              value={row.title}
              suggestions={choices.series.titles}
              autocomplete="off"
              error={errors[names.moreSeries(at)]}
            />
            <TextField
              page={page}
              name={names.moreSeriesNumber(at)}
              label={t("Number in that series")}
              value={row.number}
              inputmode="numeric"
              size="short"
              autocomplete="off"
              error={errors[names.moreSeriesNumber(at)]}
            />
          </>
        ))}
    </FormFold>
  );
}

/** Said in words too: a browser may not show what it could suggest. */
function yourSeries({ page, choices }: WorkFormProps): string {
  const { titles } = choices.series;
  if (titles.length === 0) return "";
  const shown = titles.slice(0, 8).map((title) => page.t("“{title}”", { title }));
  return page.t("Yours so far: {titles}.", {
    titles: new Intl.ListFormat(page.locale, { type: "conjunction" }).format(shown),
  });
}

function namesHint({ page, choices }: WorkFormProps): string {
  return choices.pseuds.length > 1
    ? page.t("Works under different names of yours in one series show that they are by one person.")
    : "";
}

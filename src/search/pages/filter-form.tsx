import { Checkbox, Form, FormButtons, SelectField, SubmitButton, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { FormFold } from "../../works/form-fold.tsx";
import { writeDateRange } from "../read-range.ts";
import type { DateRange, Range, WorkFilter } from "../work-filter.ts";
import { HiddenParts } from "./hidden-parts.tsx";

const asks = [
  "words",
  "chapters",
  "posted",
  "updated",
  "complete",
  "crossovers",
  "pairing",
  "sort",
  "order",
  "seed",
];

/** Lengths, dates, state and order: what is no name to click on. Works without a script, like every form here. */
export function FilterForm({ page, filter }: { page: Page; filter: WorkFilter }) {
  const { t } = page;
  const bounded = [filter.words, filter.chapters, filter.posted, filter.updated].some(
    ({ least, most }) => least !== null || most !== null,
  );
  return (
    <FormFold title={t("Length, dates and order")} open={bounded}>
      <Form page={page} action={urls.works()} method="get" class="find-form">
        <HiddenParts filter={filter} asks={asks} />
        <FromTo
          page={page}
          name="words"
          from={t("Words, from")}
          to={t("Words, to")}
          ends={numbers(filter.words)}
        />
        <FromTo
          page={page}
          name="chapters"
          from={t("Chapters, from")}
          to={t("Chapters, to")}
          ends={numbers(filter.chapters)}
        />
        <FromTo
          page={page}
          name="updated"
          from={t("Updated, from")}
          to={t("Updated, to")}
          ends={days(filter.updated)}
        />
        <FromTo
          page={page}
          name="posted"
          from={t("Posted, from")}
          to={t("Posted, to")}
          ends={days(filter.posted)}
        />
        <p class="hint">{t("Dates as year-month-day; a year or a month will do.")}</p>
        <SelectField
          page={page}
          name="complete"
          label={t("How far")}
          value={filter.complete === null ? "" : filter.complete ? "yes" : "no"}
          nothing={t("Complete or not")}
          choices={[
            { value: "yes", label: t("Complete") },
            { value: "no", label: t("Unfinished") },
          ]}
        />
        <SelectField
          page={page}
          name="crossovers"
          label={t("Crossovers")}
          value={filter.crossovers}
          choices={[
            { value: "in", label: t("Among the rest") },
            { value: "out", label: t("No crossovers") },
            { value: "only", label: t("Crossovers only") },
          ]}
        />
        <Checkbox
          page={page}
          name="pairing"
          value="one"
          label={t("One relationship only")}
          checked={filter.onlyPairing}
        />
        <SelectField
          page={page}
          name="sort"
          label={t("In order of")}
          value={filter.sort}
          choices={[
            { value: "updated", label: t("Last update") },
            { value: "posted", label: t("First posting") },
            { value: "words", label: t("Length") },
            { value: "title", label: t("Title") },
            { value: "author", label: t("Writer") },
            { value: "random", label: t("Chance") },
          ]}
        />
        <SelectField
          page={page}
          name="order"
          label={t("Beginning with")}
          value={filter.descending ? "down" : "up"}
          choices={[
            { value: "down", label: t("The newest, the longest, Z") },
            { value: "up", label: t("The oldest, the shortest, A") },
          ]}
        />
        <FormButtons>
          <SubmitButton>{t("Show these")}</SubmitButton>
        </FormButtons>
      </Form>
    </FormFold>
  );
}

type Ends = { from: string; to: string };

function FromTo(props: { page: Page; name: string; from: string; to: string; ends: Ends }) {
  const { page, name, ends } = props;
  return (
    <div class="field-row">
      <TextField
        page={page}
        name={`${name}-from`}
        label={props.from}
        value={ends.from}
        size="short"
        autocomplete="off"
      />
      <TextField
        page={page}
        name={`${name}-to`}
        label={props.to}
        value={ends.to}
        size="short"
        autocomplete="off"
      />
    </div>
  );
}

function numbers({ least, most }: Range): Ends {
  return { from: least === null ? "" : String(least), to: most === null ? "" : String(most) };
}

/** As the reader of ranges takes it: both ends in whole days wherever they are. */
function days(range: DateRange): Ends {
  const written = writeDateRange({ ...range, lastDays: null });
  const [from = "", to = from] = written.split("..");
  return { from, to };
}

import { Checkbox, Form, FormButtons, SelectField, SubmitButton, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { FormFold } from "../../works/form-fold.tsx";
import type { WorkFilter } from "../work-filter.ts";
import type { CountedSort } from "./counted-sorts.ts";
import { daysOf, FromTo, LastDays, numbersOf, YesNo } from "./filter-fields.tsx";
import { HiddenParts } from "./hidden-parts.tsx";
import { isBounded } from "./is-bounded.ts";
import { OrderFields } from "./order-fields.tsx";

const asks = [
  ...["text", "words", "chapters", "posted", "updated", "complete", "crossovers", "pairing"],
  ...["pictures", "audio", "sort", "order", "seed"],
];

/** What is no name to click on: words inside, length, dates, state and order. Works without a script, like every form here. */
export function FilterForm(props: { page: Page; filter: WorkFilter; counted: readonly CountedSort[] }) {
  const { page, filter, counted } = props;
  const { t } = page;
  const asked = [filter.words, filter.chapters, filter.posted, filter.updated].some(isBounded);
  const dated = [filter.posted, filter.updated].some(({ least, most }) => least !== null || most !== null);
  const more =
    filter.pictures !== null || filter.audio !== null || filter.crossovers !== "in" || filter.onlyPairing;
  return (
    <FormFold title={t("Words inside, length, dates, order")} open={asked || more}>
      <Form page={page} action={urls.works()} method="get" class="find-form">
        <HiddenParts filter={filter} asks={asks} />
        <TextField
          page={page}
          name="text"
          label={t("Words inside the stories")}
          hint={t("Quotation marks hold a phrase together.")}
          value={filter.text}
          autocomplete="off"
        />
        <FromTo
          page={page}
          name="words"
          from={t("Words, from")}
          to={t("Words, to")}
          ends={numbersOf(filter.words)}
        />
        <FromTo
          page={page}
          name="chapters"
          from={t("Chapters, from")}
          to={t("Chapters, to")}
          ends={numbersOf(filter.chapters)}
        />
        <YesNo
          page={page}
          name="complete"
          label={t("How far")}
          asked={filter.complete}
          says={{ either: t("Complete or not"), yes: t("Complete"), no: t("Unfinished") }}
        />
        <LastDays page={page} name="updated" label={t("Updated")} asked={filter.updated} />
        <LastDays page={page} name="posted" label={t("Posted")} asked={filter.posted} />
        <FormFold title={t("Between two days")} open={dated}>
          <FromTo
            page={page}
            name="updated"
            from={t("Updated, from")}
            to={t("Updated, to")}
            ends={daysOf(filter.updated)}
          />
          <FromTo
            page={page}
            name="posted"
            from={t("Posted, from")}
            to={t("Posted, to")}
            ends={daysOf(filter.posted)}
          />
          <p class="hint">{t("Dates as year-month-day; a year or a month will do.")}</p>
        </FormFold>
        <FormFold title={t("Gifts, series, pictures, crossovers")} open={more}>
          <TextField page={page} name="gift-to-name" label={t("A gift to")} value="" autocomplete="off" />
          <TextField
            page={page}
            name="series-name"
            label={t("Part of the series")}
            value=""
            autocomplete="off"
          />
          <YesNo
            page={page}
            name="pictures"
            label={t("Pictures")}
            asked={filter.pictures}
            says={{
              either: t("With pictures or without"),
              yes: t("With pictures"),
              no: t("Without pictures"),
            }}
          />
          <YesNo
            page={page}
            name="audio"
            label={t("Sound")}
            asked={filter.audio}
            says={{ either: t("With sound or without"), yes: t("With sound"), no: t("Without sound") }}
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
        </FormFold>
        <OrderFields page={page} filter={filter} counted={counted} />
        <FormButtons>
          <SubmitButton>{t("Show these")}</SubmitButton>
        </FormButtons>
      </Form>
    </FormFold>
  );
}

import { timeZoneChoices } from "../../../../people/time-zones.ts";
import { SelectField, TextField } from "../../../../ui/form.ts";
import type { Page } from "../../../../ui/page.ts";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";

/** The names of the fields that say a time, on the forms of one chapter and of a queue alike. */
export const timeFieldNames = { date: "date", time: "time", zone: "time-zone" };

type Props = { page: Page; value: string; errors: FieldErrors };

export function DateField(props: Props & { label: string; hint?: string }) {
  return (
    <TextField
      {...props}
      name={timeFieldNames.date}
      type="date"
      size="medium"
      dir="ltr"
      autocomplete="off"
      error={props.errors[timeFieldNames.date]}
    />
  );
}

export function TimeField(props: Props) {
  return (
    <TextField
      {...props}
      name={timeFieldNames.time}
      label={props.page.t("Time")}
      type="time"
      size="medium"
      dir="ltr"
      autocomplete="off"
      error={props.errors[timeFieldNames.time]}
    />
  );
}

export function ZoneField(props: Props) {
  const { t } = props.page;
  return (
    <SelectField
      {...props}
      name={timeFieldNames.zone}
      label={t("By the clock of")}
      hint={t("Yours, as your preferences say it, unless you choose another.")}
      choices={timeZoneChoices(props.value)}
      autocomplete="off"
      error={props.errors[timeFieldNames.zone]}
    />
  );
}

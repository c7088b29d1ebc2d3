import { SelectField, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { lastDaysSaid } from "../range-clauses.ts";
import { writeDateRange } from "../read-range.ts";
import type { DateRange, Range } from "../work-filter.ts";

/** Something that is so, is not so, or either. */
export function YesNo(props: {
  page: Page;
  name: string;
  label: string;
  asked: boolean | null;
  says: { either: string; yes: string; no: string };
}) {
  const { page, name, label, asked, says } = props;
  return (
    <SelectField
      page={page}
      name={name}
      label={label}
      value={asked === null ? "" : asked ? "yes" : "no"}
      nothing={says.either}
      choices={[
        { value: "yes", label: says.yes },
        { value: "no", label: says.no },
      ]}
    />
  );
}

/** Times that go with the day one asks, in days. */
const offeredDays = [1, 7, 14, 30, 90, 365];

/** A time that goes with the day one asks. */
export function LastDays(props: { page: Page; name: string; label: string; asked: DateRange }) {
  const { page, name, label, asked } = props;
  const { t } = page;
  const all = [...new Set([...offeredDays, ...(asked.lastDays === null ? [] : [asked.lastDays])])];
  return (
    <SelectField
      page={page}
      name={`${name}-last`}
      label={label}
      value={asked.lastDays === null ? "" : `${asked.lastDays}d`}
      nothing={t("At any time")}
      choices={all
        .sort((one, other) => one - other)
        .map((count) => ({
          value: `${count}d`,
          label: t("In {days}", { days: lastDaysSaid(t, count) }),
        }))}
    />
  );
}

type Ends = { from: string; to: string };

/** The two ends of a range, a field each. */
export function FromTo(props: { page: Page; name: string; from: string; to: string; ends: Ends }) {
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

/** The ends of a range of numbers as fields show them. */
export function numbersOf({ least, most }: Range): Ends {
  return { from: least === null ? "" : String(least), to: most === null ? "" : String(most) };
}

/** The ends of a range of days as the reader of ranges takes them: in whole days wherever they are. */
export function daysOf(range: DateRange): Ends {
  const written = writeDateRange({ ...range, lastDays: null });
  const [from = "", to = from] = written.split("..");
  return { from, to };
}

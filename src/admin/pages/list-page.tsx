import { confirmations } from "../../people/confirmations.ts";
import {
  Checkbox,
  type Choice,
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { fieldName, nameColumn, type TypedRow } from "./list-form.ts";
import type { ListColumn, OwnerList } from "./owner-list.ts";

/** A column with what may be chosen in it now, null where one types. */
type ShownColumn = ListColumn & { offered: Choice[] | null };

type ListProps = { page: Page; list: OwnerList; columns: readonly ShownColumn[]; errors: FieldErrors };

/** One of the owner's lists as a table to type in; the last rows are empty, for adding. */
export function ListPage(props: ListProps & { typed: readonly TypedRow[]; saved: number }) {
  const { page, list } = props;
  const { t } = page;
  const address = urls.settingsList(list.id);
  return (
    <Layout
      page={page}
      title={list.title(t)}
      kind="form"
      noindex
      keptClear={page.said === confirmations["list-saved"](t) ? address : undefined}
    >
      <p>
        <a href={urls.settings()}>{t("Owner’s room")}</a>
      </p>
      <h1>{list.title(t)}</h1>
      <ErrorSummary page={page} errors={props.errors} />
      <p class="lead">{list.purpose(t)}</p>
      <p class="hint">
        {list.leaving?.(t) ??
          t(
            "The empty rows at the end are for adding. Another place moves a row. What is no longer offered stays on the stories that have it; emptying a row takes it away, if no story has it.",
          )}
      </p>
      <Form
        page={page}
        action={address}
        class={`list-rows list-rows-${list.columns.length}`}
        keep={props.saved}
      >
        {props.typed.map((row, index) => (
          <Row {...props} row={row} number={index + 1} />
        ))}
        <FormButtons>
          <SubmitButton>{t("Save this list")}</SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

/** A row is a group with its own name, so that "Place" is heard as the place of something. */
function Row(props: ListProps & { row: TypedRow; number: number }) {
  const { page, list, row, number, errors } = props;
  const { t } = page;
  const place = fieldName("place", number);
  const name = row.values[nameColumn(list)] ?? "";
  return (
    <fieldset class="list-row">
      <legend class="visually-hidden">{name !== "" ? name : t("Row {number, number}", { number })}</legend>
      <HiddenField name={fieldName("id", number)} value={row.id ?? ""} />
      {props.columns.map((column) => (
        <Cell page={page} column={column} row={row} field={fieldName(column.name, number)} errors={errors} />
      ))}
      <div class="list-row-end">
        <TextField
          page={page}
          name={place}
          label={t("Place")}
          value={row.place}
          inputmode="numeric"
          autocomplete="off"
          error={errors[place]}
        />
        {row.id !== null && (
          <Retired page={page} list={list} row={row} field={fieldName("retired", number)} />
        )}
      </div>
    </fieldset>
  );
}

function Retired(props: { page: Page; list: OwnerList; row: TypedRow; field: string }) {
  const { page, list, row } = props;
  if (row.id === list.alwaysOffered) return <p class="quiet">{page.t("Always offered")}</p>;
  return (
    <Checkbox page={page} name={props.field} label={page.t("No longer offered")} checked={row.retired} />
  );
}

function Cell(props: { page: Page; column: ShownColumn; row: TypedRow; field: string; errors: FieldErrors }) {
  const { column, field } = props;
  const common = {
    page: props.page,
    name: field,
    label: column.label(props.page.t),
    value: props.row.values[column.name] ?? "",
    error: props.errors[field],
  };
  return column.offered ? (
    <SelectField {...common} choices={column.offered} />
  ) : (
    <TextField {...common} autocomplete="off" />
  );
}

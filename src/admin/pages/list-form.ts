import type { FormValues } from "../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { tidyName } from "../../vocabulary/tidy-name.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import type { ListColumn, ListRow, OwnerList, WishedRow } from "./owner-list.ts";

/** A row as it stands in the form, typed right or wrong. */
export type TypedRow = WishedRow & { place: string };

/** Empty rows at the end of every list, for adding. */
const newRows = 3;

/** More rows than any list needs; a form that claims more is cut. */
const mostRows = 2_000;

/** The name of a row's field; rows are numbered from 1 as they stand in the form. */
export function fieldName(part: string, number: number): string {
  return `${part}-${number}`;
}

/** The rows of a list as the form shows them, with empty ones behind. */
export function typedRows(rows: readonly ListRow[]): TypedRow[] {
  const known = rows.map((row, index) => ({ ...row, place: String(index + 1) }));
  const empty = Array.from({ length: newRows }, () => ({ id: null, values: {}, retired: false, place: "" }));
  return [...known, ...empty];
}

/**
 * Reads the form of a list. An empty row adds nothing; a row that was emptied is to be removed.
 *
 * @returns what was typed, and the change it wishes for, in the wished order; the change only counts
 * while `errors` is empty
 */
export function readListForm(
  form: FormValues,
  list: OwnerList,
  t: Translate,
): { typed: TypedRow[]; wished: WishedRow[]; removed: string[]; errors: FieldErrors } {
  const typed = readRows(form, list);
  const errors: FieldErrors = {};
  const removed: string[] = [];
  const placed: { row: WishedRow; place: number; moved: number }[] = [];
  const seen = new Set<string>();
  for (const [index, row] of typed.entries()) {
    const number = index + 1;
    if (isEmpty(row, list)) {
      if (row.id !== null) removed.push(row.id);
      continue;
    }
    const values = Object.fromEntries(list.columns.map(({ name }) => [name, tidied(row.values[name])]));
    for (const column of list.columns) {
      const sentence = faultOf(column, values[column.name] ?? "", t);
      if (sentence) errors[fieldName(column.name, number)] = sentence;
    }
    const telling = list.columns.filter(({ tellsApart }) => tellsApart).map(({ name }) => values[name] ?? "");
    const key = JSON.stringify(telling.map(foldName));
    if (seen.has(key)) errors[fieldName(nameColumn(list), number)] ??= t("The list has this one already.");
    seen.add(key);
    const digits = row.place.trim();
    if (!/^\d{0,6}$/.test(digits)) errors[fieldName("place", number)] = t("Type a number.");
    const place = digits !== "" ? Number(digits) : row.id === null ? Number.MAX_SAFE_INTEGER : number;
    placed.push({
      row: { id: row.id, values, retired: row.retired },
      place,
      moved: Math.sign(place - number),
    });
  }
  // What was moved up to a place goes before what stood there, what was moved down goes behind it.
  placed.sort((one, other) => one.place - other.place || one.moved - other.moved);
  return { typed, wished: placed.map(({ row }) => row), removed, errors };
}

/** The column a row is known by. */
export function nameColumn(list: OwnerList): string {
  return list.columns[0]?.name ?? "";
}

function readRows(form: FormValues, list: OwnerList): TypedRow[] {
  const rows: TypedRow[] = [];
  for (let number = 1; number <= mostRows && form.has(fieldName("id", number)); number++)
    rows.push({
      id: form.text(fieldName("id", number)) || null,
      values: Object.fromEntries(list.columns.map(({ name }) => [name, form.text(fieldName(name, number))])),
      place: form.text(fieldName("place", number)),
      retired: form.has(fieldName("retired", number)),
    });
  return rows;
}

function isEmpty(row: TypedRow, list: OwnerList): boolean {
  return list.columns.every(({ name, choices }) => choices || tidied(row.values[name]) === "");
}

function faultOf(column: ListColumn, value: string, t: Translate): string | null {
  if (column.required && value === "") return t("Fill this in, or empty the whole row to take it away.");
  if (value.length > column.most)
    return t("At most {count, plural, one {# character} other {# characters}}.", { count: column.most });
  return null;
}

function tidied(text: string | undefined): string {
  return tidyName(text ?? "");
}

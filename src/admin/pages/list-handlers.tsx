import { crc32 } from "node:zlib";
import { ownerOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { fieldName, nameColumn, readListForm, type TypedRow, typedRows } from "./list-form.ts";
import { ListPage } from "./list-page.tsx";
import type { ListRow, OwnerList } from "./owner-list.ts";
import { ownerLists } from "./owner-lists.ts";

/** Shows one of the owner's lists, ready to be changed. */
export function showList(database: Database): ArchiveHandler {
  return async (context) => {
    const list = listOf(context);
    const rows = await list.read(database.reading);
    return answer(context, database, list, rows, { typed: typedRows(rows), errors: {} });
  };
}

/** Saves a whole list at once; a refused one changes nothing and is handed back as it was typed. */
export function handleList(database: Database): ArchiveHandler {
  return async (context) => {
    const list = listOf(context);
    const { t } = context.var.page;
    const { typed, wished, removed, errors } = readListForm(await readForm(context), list, t);
    const rows = await list.read(database.reading);
    if (Object.keys(errors).length > 0) return answer(context, database, list, rows, { typed, errors });
    const nameOf = (id: string) => rows.find((row) => row.id === id)?.values[nameColumn(list)] ?? "";
    try {
      await database.write((writer) => list.change(writer, wished, removed, Date.now()));
    } catch (cause) {
      const refusal = list.refusalOf(cause, t, nameOf);
      if (!refusal) throw cause;
      const number = typed.findIndex(({ id }) => id !== null && id === refusal.rowId) + 1;
      const field = number > 0 ? fieldName(nameColumn(list), number) : "";
      const refused = { typed, errors: { [field]: refusal.sentence } };
      return answer(context, database, list, rows, refused);
    }
    context.var.sayNext("list-saved");
    return context.redirect(urls.settingsList(list.id), 303);
  };
}

/** The list the address names, for the owner only. */
function listOf(context: ArchiveContext): OwnerList {
  ownerOf(context);
  const list = ownerLists.find(({ id }) => id === context.req.param("list"));
  if (!list) throw new NotFound();
  return list;
}

async function answer(
  context: ArchiveContext,
  database: Database,
  list: OwnerList,
  rows: ListRow[],
  shown: { typed: TypedRow[]; errors: FieldErrors },
) {
  const { page } = context.var;
  const columns = await Promise.all(
    list.columns.map(async (column) => ({
      ...column,
      offered: (await column.choices?.(database.reading, page.t)) ?? null,
    })),
  );
  return context.html(
    // Any number that another saved form would change.
    <ListPage page={page} list={list} columns={columns} saved={crc32(JSON.stringify(rows))} {...shown} />,
    Object.keys(shown.errors).length > 0 ? 422 : 200,
  );
}

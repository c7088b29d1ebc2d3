import type { Child } from "hono/jsx";
import { formatNumber } from "../../../ui/formats.ts";
import type { Page } from "../../../ui/page.ts";
import type { Numbers } from "../../statistics.ts";
import type { Column } from "./columns.ts";

/** A row of numbers, of a month, a chapter or a work. */
export type NumbersRow = { heading: Child; numbers: Numbers };

/** Numbers in a table, which scrolls by itself where the page is narrower. @param labelledBy the id of its `heading` */
export function NumbersTable(props: {
  page: Page;
  labelledBy: string;
  heading: string;
  first: string;
  columns: readonly Column[];
  rows: readonly NumbersRow[];
  /** The last row, where all of them are added up. */
  together?: NumbersRow | undefined;
}) {
  const { page, columns, together } = props;
  return (
    // Whoever has no pointer scrolls it with the keyboard.
    <section
      class="numbers"
      aria-label={page.t("{heading}: the numbers", { heading: props.heading })}
      tabindex={0}
    >
      <table class="table" aria-labelledby={props.labelledBy}>
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            {columns.map(({ heading }) => (
              <th scope="col" class="number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row page={page} columns={columns} row={row} />
          ))}
        </tbody>
        {together && (
          <tfoot>
            <Row page={page} columns={columns} row={together} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Row({ page, columns, row }: { page: Page; columns: readonly Column[]; row: NumbersRow }) {
  return (
    <tr>
      <th scope="row">{row.heading}</th>
      {columns.map(({ name }) => (
        <td class="number">{formatNumber(row.numbers[name], page.locale)}</td>
      ))}
    </tr>
  );
}

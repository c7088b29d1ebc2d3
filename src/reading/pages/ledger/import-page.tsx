import {
  ErrorSummary,
  FileField,
  Form,
  FormButtons,
  SelectField,
  SubmitButton,
  TextArea,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerWord } from "../../../works/ledger-words.ts";
import { type LedgerState, ledgerStates } from "../../../works/reader-marks.ts";
import type { BroughtSheet } from "../../bring-in-sheet.ts";
import { type LedgerLine, type LedgerSheet, writeLedger } from "../../ledger-sheet.ts";

/** What was sent, why it was refused, or what was taken in of it. */
export type BringingIn = {
  typed: string;
  otherwise: LedgerState;
  error: string | null;
  taken: Taken | null;
};

/** What came of it; a note has room for `most` characters. */
type Taken = BroughtSheet & Pick<LedgerSheet, "otherColumns" | "nameless"> & { most: number };

/** Asks for a ledger as a sheet, from here or from another tracker. */
export function LedgerImportPage({ page, typed, otherwise, error, taken }: { page: Page } & BringingIn) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Bring a ledger in")} kind="form" noindex>
      <header class="page-head">
        <p>
          <a href={urls.ledger()}>{t("My ledger")}</a>
        </p>
        <h1>{t("Bring a ledger in")}</h1>
      </header>
      {error !== null && <ErrorSummary page={page} errors={{ sheet: error }} />}
      {taken && <WhatCame page={page} {...taken} />}
      <p class="prose">
        {t(
          "A sheet of this archive, or of another tracker: its first line names the columns, such as title, author, url, status, date read, notes. Works are known by their address here, or by title and author.",
        )}
      </p>
      <Form page={page} action={urls.ledgerImport()} enctype="multipart/form-data">
        <FileField page={page} name="file" label={t("The file (CSV)")} accept=".csv,text/csv,text/plain" />
        <TextArea
          page={page}
          name="sheet"
          label={t("Or its lines, pasted here")}
          value={typed}
          rows={6}
          error={error ?? undefined}
        />
        <SelectField
          page={page}
          name="otherwise"
          label={t("A story whose line names no state is")}
          value={otherwise}
          choices={ledgerStates.map((state) => ({ value: state, label: ledgerWord(t, state) }))}
        />
        <FormButtons>
          <SubmitButton>{t("Bring it in")}</SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

function WhatCame({ page, ...came }: { page: Page } & Taken) {
  const { t, locale } = page;
  const { taken, elsewhere, left, unfit, otherColumns, nameless, most } = came;
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <Notice
      title={t(
        "{count, plural, =0 {Nothing was taken in} one {# line was taken in} other {# lines were taken in}}",
        { count: taken + elsewhere },
      )}
    >
      {elsewhere > 0 && (
        <p>
          {t(
            "{count, plural, one {# of them means a work that is} other {# of them mean works that are}} not here, or that you cannot read. What was said of {count, plural, one {it} other {them}} is kept as it was typed.",
            { count: elsewhere },
          )}{" "}
          <a href={urls.ledger({ state: "elsewhere" })}>{t("See what is not here")}</a>
        </p>
      )}
      {left.length > 0 && (
        <>
          <p>
            {t(
              "For {count, plural, one {# line about a work that is} other {# lines about works that are}} not here there is no room. Here {count, plural, one {it is} other {they are}}, to be kept by you.",
              { count: left.length },
            )}
          </p>
          <LinesLeft id="left" label={t("Lines that were left")} lines={left} />
        </>
      )}
      {unfit.length > 0 && (
        <>
          <p>
            {t(
              "{count, plural, one {The note of one line does} other {The notes of # lines do}} not fit: a note has room for {most, number} characters. All else of {count, plural, one {it} other {them}} was taken in; here {count, plural, one {it is} other {they are}}, to be kept by you.",
              { count: unfit.length, most },
            )}
          </p>
          <LinesLeft id="unfit" label={t("Lines with notes that were left")} lines={unfit} />
        </>
      )}
      {nameless.length > 0 && (
        <p>
          {t(
            "{count, plural, one {Line {lines} names} other {Lines {lines} name}} no work, neither by title nor by address, and {count, plural, one {was} other {were}} left.",
            { count: nameless.length, lines: list.format(nameless.slice(0, mostTold).map(String)) },
          )}
        </p>
      )}
      {otherColumns.length > 0 && (
        <p>
          {t("A ledger has nothing like these columns, and what stood in them was left: {columns}", {
            columns: list.format(otherColumns),
          })}
        </p>
      )}
      <p>
        <a href={urls.ledger()}>{t("My ledger")}</a>
      </p>
    </Notice>
  );
}

/** Numbers of lines that are told one by one. */
const mostTold = 20;

function LinesLeft({ id, label, lines }: { id: string; label: string; lines: readonly LedgerLine[] }) {
  return (
    <>
      <label for={id}>{label}</label>
      <textarea id={id} rows={6} readonly dir="auto">
        {writeLedger(lines.map(({ said }) => said)).replace(/^\uFEFF/, "")}
      </textarea>
    </>
  );
}

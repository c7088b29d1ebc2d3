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
import { type LedgerLine, writeLedger } from "../../ledger-sheet.ts";

/** What was sent, why it was refused, or what was taken in of it. */
export type BringingIn = {
  typed: string;
  otherwise: LedgerState;
  error: string | null;
  taken: Taken | null;
};

/** What came of it: lines that mean no work here, and lines whose note has no room, which holds `most` characters. */
type Taken = { count: number; lost: readonly LedgerLine[]; unfit: readonly LedgerLine[]; most: number };

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
          label={t("Or its lines")}
          value={typed}
          rows={6}
          error={error ?? undefined}
        />
        <SelectField
          page={page}
          name="otherwise"
          label={t("Lines that say nothing of it are")}
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

function WhatCame({ page, count, lost, unfit, most }: { page: Page } & Taken) {
  const { t } = page;
  return (
    <Notice
      title={t(
        "{count, plural, =0 {Nothing was taken in} one {# line was taken in} other {# lines were taken in}}",
        {
          count,
        },
      )}
    >
      {lost.length > 0 && (
        <>
          <p>
            {t(
              "{count, plural, one {# line means} other {# lines mean}} no work that you can read here. Nothing of that was kept; here it is, to be kept by you.",
              { count: lost.length },
            )}
          </p>
          <LinesLeft id="lost" label={t("Lines that were left")} lines={lost} />
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
      <p>
        <a href={urls.ledger()}>{t("My ledger")}</a>
      </p>
    </Notice>
  );
}

function LinesLeft({ id, label, lines }: { id: string; label: string; lines: readonly LedgerLine[] }) {
  return (
    <>
      <label for={id}>{label}</label>
      <textarea id={id} rows={6} readonly dir="auto">
        {writeLedger(lines).replace(/^\uFEFF/, "")}
      </textarea>
    </>
  );
}

import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { siteAddress } from "../../../plumbing/http/site-address.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { Translate } from "../../../vocabulary/translate.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerStates } from "../../../works/reader-marks.ts";
import { fillCards } from "../../../works/work-cards.ts";
import { bringInSheet } from "../../bring-in-sheet.ts";
import { everyLineElsewhere } from "../../ledger-elsewhere.ts";
import { readLedger, type SheetTrouble, sayLine, writeLedger } from "../../ledger-sheet.ts";
import { everyEntry } from "../../list-ledger.ts";
import { type BringingIn, LedgerImportPage } from "./import-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper; publicAddress: string | null };

/** Works looked up at once. */
const together = 400;

/** Sends a member's ledger as a sheet. */
export function sendLedgerSheet({ database, publicAddress }: Omit<Parts, "settings">): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { reading } = database;
    const entries = await everyEntry(reading, member);
    const names = new Map<string, string[]>();
    const ids = entries.flatMap(({ workId, title }) => (title === null ? [] : [workId]));
    for (let from = 0; from < ids.length; from += together)
      for (const { id, anonymous, creators } of await fillCards(
        reading,
        member,
        ids.slice(from, from + together),
      ))
        names.set(
          id,
          // A sheet is given on: what readers are not told does not stand in its makers' own either.
          anonymous ? [] : creators.filter(({ role }) => role === "author").map(({ name }) => name),
        );
    const origin = siteAddress(context, publicAddress);
    const sheet = writeLedger([
      ...entries.map(({ workId, title, ...entry }) =>
        sayLine({
          ...entry,
          title: title ?? "",
          authors: names.get(workId) ?? [],
          address: origin + urls.work(workId),
        }),
      ),
      ...(await everyLineElsewhere(reading, member)).map(({ said }) => said),
    ]);
    return context.body(sheet, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="ledger.csv"',
    });
  };
}

/** Asks for a sheet. */
export function showLedgerImport(): ArchiveHandler {
  return (context) => {
    memberOf(context);
    return answer(context, { typed: "", otherwise: "to-read", error: null, taken: null });
  };
}

/** Takes a sheet into a member's ledger, and says what became of its lines. */
export function handleLedgerImport({ database, settings }: Omit<Parts, "publicAddress">): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const otherwise = ledgerStates.find((state) => state === form.text("otherwise")) ?? "to-read";
    const file = form.file("file");
    const typed = form.text("sheet");
    const refuse = (error: string) => answer(context, { typed, otherwise, error, taken: null });
    const text = file && file.size > 0 ? await textOf(file) : typed;
    if (text === null)
      return refuse(t("This file is not text in UTF-8. Save it as “CSV UTF-8” and try again."));
    if (text.trim() === "") return refuse(t("Choose a file, or paste the lines of a sheet."));
    const { noteCharacters: note, ledgerLines: lines } = await settings.current();
    const sheet = await readLedger(text, lines);
    if ("trouble" in sheet) return refuse(troubleSentence(t, sheet, lines));
    const most = { lines, note };
    const came = await bringInSheet(database, member, sheet.lines, { otherwise, most });
    const { otherColumns, nameless } = sheet;
    return answer(context, {
      ...{ typed: "", otherwise, error: null },
      taken: { ...came, otherColumns, nameless, most: note },
    });
  };
}

function troubleSentence(t: Translate, sheet: SheetTrouble, most: number): string {
  switch (sheet.trouble) {
    case "no-columns":
      return t("The first line must name the columns, “title” or “address” among them.");
    case "open-quote":
      return t(
        "A quotation mark opens in line {line, number} and is never closed. Nothing was taken in; close it and try again.",
        { line: sheet.line },
      );
    case "overlong":
      return t(
        "Line {line, number} is too long for any sheet: perhaps the file is something else, or a quotation mark is missing. Nothing was taken in.",
        { line: sheet.line },
      );
    case "too-many":
      return t("The sheet has more than {most, number} lines. Nothing was taken in; bring it in in parts.", {
        most,
      });
  }
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

function answer(context: ArchiveContext, state: BringingIn) {
  return context.html(
    <LedgerImportPage page={context.var.page} {...state} />,
    state.error === null ? 200 : 422,
  );
}

import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerStates } from "../../../works/reader-marks.ts";
import { fillCards } from "../../../works/work-cards.ts";
import { bringInLedger, findLines } from "../../bring-in-ledger.ts";
import { type LedgerLine, readLedger, writeLedger } from "../../ledger-sheet.ts";
import { everyEntry } from "../../list-ledger.ts";
import { type BringingIn, LedgerImportPage } from "./import-page.tsx";

type Parts = { database: Database; settings: SettingsKeeper; publicAddress: string | null };

/** Works looked up at once. */
const together = 400;
/** Works written in one transaction. */
const writtenTogether = 200;

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
    const origin = publicAddress ?? new URL(context.req.url).origin;
    const sheet = writeLedger(
      entries.map(({ workId, title, ...entry }) => ({
        ...entry,
        title: title ?? "",
        authors: names.get(workId) ?? [],
        workId,
        address: origin + urls.work(workId),
      })),
    );
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

/** Takes a sheet into a member's ledger, and says which of its lines mean no work of this archive. */
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
    const lines = await readLedger(text);
    if (lines === null)
      return refuse(t("The first line must name the columns, “title” or “address” among them."));
    const { found, lost } = await findLines(database.reading, member, lines);
    const { noteCharacters: most } = await settings.current();
    const unfit: LedgerLine[] = [];
    const byWork = [...Map.groupBy(found, ({ workId }) => workId).values()];
    // Others write between; brought in again, what a kill cut short is taken in whole.
    for (let from = 0; from < byWork.length; from += writtenTogether) {
      const some = byWork.slice(from, from + writtenTogether).flat();
      const now = Date.now();
      unfit.push(
        ...(await database.write((writer) => bringInLedger(writer, member, some, { otherwise, most }, now))),
      );
    }
    const taken = { count: found.length, lost, unfit, most };
    return answer(context, { typed: "", otherwise, error: null, taken });
  };
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

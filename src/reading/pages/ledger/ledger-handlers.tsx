import { memberOf } from "../../../people/member-only.ts";
import { changePreferences, findPreferences } from "../../../people/preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { pageAsked } from "../../../plumbing/http/page-asked.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { type FieldErrors, NotFound } from "../../../vocabulary/errors.ts";
import { keepReadAway } from "../../../works/read-works.ts";
import { markId } from "../../../works/reader-mark-line.tsx";
import { ledgerStates } from "../../../works/reader-marks.ts";
import { countLinesElsewhere } from "../../ledger-elsewhere.ts";
import { type LedgerWish, ledgerOrders, listLedger } from "../../list-ledger.ts";
import { noteInLedger, setLedger, takeOutOfLedger } from "../../set-ledger.ts";
import { momentOfDay } from "../../typed-day.ts";
import { noteId } from "../own-note-id.ts";
import { answerElsewhere } from "./elsewhere-handlers.tsx";
import { entryFieldNames, type RefusedNote } from "./ledger-entry.tsx";
import { LedgerPage } from "./ledger-page.tsx";
import { placeToReturn } from "./place-to-return.ts";

type Parts = { database: Database; settings: SettingsKeeper };

/** Shows a member their ledger. */
export function showLedger(parts: Parts): ArchiveHandler {
  return (context) => answer(context, parts, null);
}

/** Writes the note on an entry, and its days. */
export function handleLedger(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t, timeZone = "UTC" } = context.var.page;
    const form = await readForm(context);
    const workId = form.text("work");
    const names = entryFieldNames(workId);
    const typed = {
      note: form.text(names.note).trim(),
      started: form.text(names.started).trim(),
      finished: form.text(names.finished).trim(),
    };
    const { noteCharacters: most } = await parts.settings.current();
    const errors: FieldErrors = {};
    if (typed.note.length > most)
      errors[names.note] = t("This text has at most {most, number} characters.", { most });
    const dates: { startedAt?: number | null; finishedAt?: number | null } = {};
    for (const [each, at] of [["started", "startedAt"] as const, ["finished", "finishedAt"] as const]) {
      if (!form.has(names[each])) continue;
      const moment = momentOfDay(typed[each], timeZone, Date.now());
      if (moment === "no day") errors[names[each]] = t("Type a day that has been, such as 2026-01-31.");
      else dates[at] = moment;
    }
    if (Object.keys(errors).length > 0) return answer(context, parts, { workId, typed, errors });
    await parts.database.write((writer) => noteInLedger(writer, member, workId, typed.note, dates));
    context.var.sayNext("bookmark-noted");
    return context.redirect(`${placeToReturn(form.text("back"))}#${noteId(workId)}`, 303);
  };
}

/** Moves a work on in a member's ledger, or takes it out, and leads back to where that was pressed. */
export function handleLedgerEntry({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = context.req.param("workId") ?? "";
    const form = await readForm(context);
    const state = ledgerStates.find((each) => each === form.text("state"));
    if (!state && form.text("state") !== "none") throw new NotFound();
    const now = Date.now();
    await database.write((writer) =>
      state ? setLedger(writer, member, workId, state, now) : takeOutOfLedger(writer, member, workId),
    );
    context.var.sayNext("ledger-changed");
    return context.redirect(`${placeToReturn(form.text("back"))}#${markId(workId)}`, 303);
  };
}

/** Keeps whether the ledger follows what is read, and what becomes in lists of what was read. */
export function handleLedgerWishes({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const { accountId } = memberOf(context);
    const form = await readForm(context);
    const follows = (["yes", "no"] as const).find((each) => each === form.text("follows"));
    const manner = (["show", "fold", "hide"] as const).find((each) => each === form.text("read-works"));
    await database.write(async (writer) => {
      if (follows) await changePreferences(writer, accountId, { ledgerFollows: follows });
      if (manner) await keepReadAway(writer, accountId, manner === "show" ? null : manner);
    });
    context.var.sayNext(manner ? saidOf[manner] : "preferences-saved");
    return context.redirect(placeToReturn(form.text("back")), 303);
  };
}

const saidOf = { show: "read-shown", fold: "read-folded", hide: "read-hidden" } as const;

async function answer(context: ArchiveContext, { database, settings }: Parts, refused: RefusedNote | null) {
  const member = memberOf(context);
  const { page } = context.var;
  const { worksPerPage: perPage } = await settings.current();
  const asked = (name: string) => context.req.query(name) ?? "";
  const wish: LedgerWish = {
    state: ledgerStates.find((state) => state === asked("state")) ?? null,
    words: asked("words").slice(0, 200),
    order: ledgerOrders.find((order) => order === asked("order")) ?? "changed",
    page: pageAsked(context),
    perPage,
  };
  if (!refused && asked("state") === "elsewhere") return answerElsewhere(context, { database }, member, wish);
  return context.html(
    <LedgerPage
      page={page}
      elsewhere={await countLinesElsewhere(database.reading, member)}
      list={await listLedger(database.reading, member, wish, page.locale)}
      wish={wish}
      preferences={await findPreferences(database.reading, member.accountId)}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { dropLinesElsewhere, pageOfLinesElsewhere } from "../../ledger-elsewhere.ts";
import { countLedger } from "../../list-ledger.ts";
import { lookAgain } from "../../look-again.ts";
import { ElsewherePage } from "./elsewhere-page.tsx";
import { placeToReturn } from "./place-to-return.ts";

type Parts = { database: Database; settings: SettingsKeeper };

/** A member's lines about works that are not here. */
export async function answerElsewhere(
  context: ArchiveContext,
  { database }: Pick<Parts, "database">,
  member: Member,
  wish: { words: string; page: number; perPage: number },
) {
  const { page } = context.var;
  const { lines, count, ...at } = await pageOfLinesElsewhere(database.reading, member, wish, page.locale);
  const counts = { ...(await countLedger(database.reading, member)), elsewhere: count };
  const { page: number, pages } = at;
  return context.html(<ElsewherePage {...{ page, lines, counts, words: wish.words, number, pages }} />);
}

/** Lets lines about works that are not here go, or looks whether some of those works are here by now. */
export function handleElsewhere({ database, settings }: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const does = (["look", "drop", "drop-all"] as const).find((one) => one === form.text("does"));
    if (!does) throw new NotFound();
    if (does === "look") {
      const { noteCharacters } = await settings.current();
      const count = await lookAgain(database, member, noteCharacters, Date.now());
      context.var.sayNext(count > 0 ? "ledger-found" : "ledger-not-found");
    } else {
      const lines = does === "drop" ? [form.text("line").slice(0, 100)] : "all";
      await database.write((writer) => dropLinesElsewhere(writer, member, lines));
      context.var.sayNext("ledger-changed");
    }
    const back = placeToReturn(form.text("back"));
    return context.redirect(does === "drop" ? back : urls.ledger({ state: "elsewhere" }), 303);
  };
}

import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type Distance, keepAway, liftBlock } from "../keep-away.ts";
import { memberOf } from "../member-only.ts";
import { findPseud, findPseudByName } from "../pseuds.ts";
import { listKeptAway } from "../quiet-people.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { KeepAwayPage } from "./keep-away-page.tsx";
import { KeptAwayPage } from "./kept-away-page.tsx";

/** Whom a member mutes and blocks. */
export function showKeptAway(database: Database): ArchiveHandler {
  return async (context) => answerList(context, database, "", {});
}

/** Goes on to the name that was typed, or lifts a block whose name is gone. */
export function handleKeptAway(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    if (form.has("lift")) {
      await database.write((writer) => liftBlock(writer, member, form.text("lift")));
      context.var.sayNext("kept-away-changed");
      return context.redirect(urls.keptAway(), 303);
    }
    const typed = form.text("name");
    const pseud = await findPseudByName(database.reading, typed);
    if (pseud) return context.redirect(urls.keepAway(pseud.id), 303);
    const { t } = context.var.page;
    return answerList(context, database, typed, { name: t("Nobody here writes under that name.") });
  };
}

/** Asks how far away somebody shall be kept. */
export function showKeepAway(database: Database): ArchiveHandler {
  return async (context) => answerOne(context, database, null, {});
}

/** Keeps somebody away, or no longer. */
export function handleKeepAway(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const distance = { muted: form.text("muted") === "yes", blocked: form.text("blocked") === "yes" };
    const pseudId = context.req.param("pseudId") ?? "";
    const refused = await database.write((writer) => keepAway(writer, member, pseudId, distance, Date.now()));
    if (refused === "nobody") throw new NotFound();
    if (refused !== null)
      return answerOne(context, database, distance, {
        muted:
          refused === "yourself" ? t("That is a name of your own.") : t("No more people can be kept away."),
      });
    context.var.sayNext("kept-away-changed");
    return context.redirect(urls.keptAway(), 303);
  };
}

async function answerList(context: ArchiveContext, database: Database, typed: string, errors: FieldErrors) {
  const { accountId } = memberOf(context);
  const { page } = context.var;
  const order = new Intl.Collator(page.locale);
  const people = await listKeptAway(database.reading, accountId);
  people.sort((one, other) => order.compare(one.name ?? "", other.name ?? ""));
  return context.html(
    <KeptAwayPage page={page} people={people} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function answerOne(
  context: ArchiveContext,
  database: Database,
  typed: Distance | null,
  errors: FieldErrors,
) {
  const { accountId } = memberOf(context);
  const pseudId = context.req.param("pseudId") ?? "";
  const pseud = looksLikeId(pseudId) ? await findPseud(database.reading, pseudId) : undefined;
  if (!pseud) throw new NotFound();
  const known = (await listKeptAway(database.reading, accountId)).find((one) => one.pseudId === pseudId);
  const distance = typed ?? { muted: known?.muted ?? false, blocked: (known?.blockId ?? null) !== null };
  return context.html(
    <KeepAwayPage page={context.var.page} pseud={pseud} distance={distance} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

import { APIError } from "better-auth/api";
import { z } from "zod";
import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { fieldErrorsOf } from "../../plumbing/http/field-errors.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import { limitTries } from "../../plumbing/http/limit-tries.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addPseud, PseudTaken } from "../add-pseud.ts";
import { memberOf } from "../member-only.ts";
import { passwordShape } from "../password-shape.ts";
import type { Member } from "../person.ts";
import { pseudNameShape } from "../pseud-name.ts";
import { findOwnPseuds } from "../pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import type { SignInLibrary } from "../sign-in-library.ts";
import { AccountPage, type RefusedAccountForm } from "./account-page.tsx";
import "../sql/sign-in-tables.ts";

export function showAccount(database: Database): ArchiveHandler {
  return (context) => answer(context, database, memberOf(context), null);
}

/** Adds a name. */
export function handleNewPseud(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    return addName(context, database, member, await readForm(context));
  };
}

async function addName(context: ArchiveContext, database: Database, member: Member, form: FormValues) {
  const { t } = context.var.page;
  const typed = form.text("name");
  const again = (errors: Record<string, string>) =>
    answer(context, database, member, { form: "new", name: typed, errors });
  const read = z.object({ name: pseudNameShape(t) }).safeParse({ name: typed });
  if (!read.success) return again(fieldErrorsOf(read.error));
  try {
    await database.write((writer) => addPseud(writer, member.accountId, read.data.name, Date.now()));
  } catch (cause) {
    if (cause instanceof PseudTaken)
      return again({
        name: t("Somebody writes under this name already, or under one that looks just like it."),
      });
    throw cause;
  }
  context.var.sayNext("pseud-added");
  return context.redirect(urls.account(), 303);
}

/**
 * Changes the password of who is signed in, and signs every other place out.
 *
 * @param takeKeysBack makes worthless what else opens the account to reading (src/take-keys-back.ts)
 */
export function handleOwnPassword(
  library: SignInLibrary,
  database: Database,
  takeKeysBack: (writer: Writer, accountId: string) => Promise<void>,
): ArchiveHandler {
  const byAccount = limitTries(10, 900);
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const again = (errors: Record<string, string>) =>
      answer(context, database, member, { form: "password", name: "", errors });
    const read = z
      .object({ "new-password": passwordShape(t) })
      .safeParse({ "new-password": form.text("new-password") });
    if (!read.success) return again(fieldErrorsOf(read.error));
    await byAccount.spend(member.accountId);
    try {
      const { headers } = await library.api.changePassword({
        body: {
          currentPassword: form.text("current-password"),
          newPassword: read.data["new-password"],
          revokeOtherSessions: true,
        },
        headers: context.req.raw.headers,
        returnHeaders: true,
      });
      for (const cookie of headers.getSetCookie()) context.header("set-cookie", cookie, { append: true });
    } catch (cause) {
      if (cause instanceof APIError && cause.status === "BAD_REQUEST")
        return again({ "current-password": t("That is not your password now.") });
      throw cause;
    }
    await database.write((writer) => takeKeysBack(writer, member.accountId));
    context.var.sayNext("password-changed");
    return context.redirect(urls.account(), 303);
  };
}

async function answer(
  context: ArchiveContext,
  database: Database,
  member: Member,
  refused: RefusedAccountForm | null,
) {
  const pseuds = await findOwnPseuds(database.reading, member.accountId);
  const { email } = await database.reading
    .selectFrom("accounts")
    .select("email")
    .where("id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  return context.html(
    <AccountPage page={context.var.page} email={email} pseuds={pseuds} refused={refused} />,
    refused ? 422 : 200,
  );
}

import { z } from "zod";
import type { Database } from "../../plumbing/database/database.ts";
import { fieldErrorsOf } from "../../plumbing/http/field-errors.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import { limitTries } from "../../plumbing/http/limit-tries.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { PseudTaken } from "../add-pseud.ts";
import { makeOwner } from "../make-owner.ts";
import { hasOwner, type OwnerCode } from "../owner-code.ts";
import { passwordShape } from "../password-shape.ts";
import { pseudNameShape } from "../pseud-name.ts";
import { EmailTaken, registerAccount } from "../register-account.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { signIn, WrongSignIn } from "../sign-in.ts";
import type { SignInLibrary } from "../sign-in-library.ts";
import { RegisterPage, type RegisterValues } from "./register-page.tsx";

/** What joining needs. `ownerCode` is the code printed at start while the archive had no owner. */
export type Joining = {
  library: SignInLibrary;
  database: Database;
  settings: SettingsKeeper;
  ownerCode: OwnerCode;
};

const nothingTyped: RegisterValues = { code: "", email: "", name: "" };

/** Shows the form for joining, or says that the archive takes nobody. */
export function showRegister(joining: Joining): ArchiveHandler {
  return async (context) => {
    if (!(await hasOwner(joining.database.reading))) return context.redirect(urls.setUp(), 303);
    return answer(context, joining, { askCode: false, values: nothingTyped, errors: {} });
  };
}

/** Shows the form that opens the archive; absent once it has an owner. */
export function showSetUp(joining: Joining): ArchiveHandler {
  return async (context) => {
    if (await hasOwner(joining.database.reading)) throw new NotFound();
    return answer(context, joining, { askCode: true, values: nothingTyped, errors: {} });
  };
}

/** Makes an account. Ten in an hour from one place are enough for any household. */
export function handleRegister(joining: Joining): ArchiveHandler {
  const byPlace = limitTries(10, 3600);
  return async (context) => {
    const { registration } = await joining.settings.current();
    if (registration === "closed")
      return answer(context, joining, { askCode: false, values: nothingTyped, errors: {} });
    const form = await readForm(context);
    await byPlace.spend(context.var.senderKey);
    return join(context, joining, form, false);
  };
}

/** Makes the owner's account; the code may be tried ten times in a quarter of an hour from one place. */
export function handleSetUp(joining: Joining): ArchiveHandler {
  const byPlace = limitTries(10, 900);
  return async (context) => {
    if (await hasOwner(joining.database.reading)) throw new NotFound();
    const form = await readForm(context);
    await byPlace.spend(context.var.senderKey);
    return join(context, joining, form, true);
  };
}

async function join(context: ArchiveContext, joining: Joining, form: FormValues, askCode: boolean) {
  const { t } = context.var.page;
  const values = { code: form.text("code"), email: form.text("email").trim(), name: form.text("name") };
  const again = (errors: Record<string, string>) => answer(context, joining, { askCode, values, errors });
  const read = shapeOf(t).safeParse({ ...values, password: form.text("password") });
  // In the order of the fields, so that the summary leads down the page.
  const errors: Record<string, string> = {
    ...(askCode &&
      !joining.ownerCode.matches(values.code) && {
        code: t("That is not the code this archive printed when it was last started."),
      }),
    ...(!read.success && fieldErrorsOf(read.error)),
  };
  if (!read.success || Object.keys(errors).length > 0) return again(errors);
  const { email, name, password } = read.data;
  try {
    const { accountId, cookies } = await enter(joining, { email, password, pseudName: name }, askCode);
    if (askCode) await joining.database.write((writer) => makeOwner(writer, accountId, Date.now()));
    for (const cookie of cookies) context.header("set-cookie", cookie, { append: true });
    context.var.sayNext(askCode ? "archive-opened" : "registered");
    return context.redirect(askCode ? urls.settings() : urls.desk(), 303);
  } catch (cause) {
    if (cause instanceof PseudTaken)
      return again({
        name: t("Somebody writes under this name already, or under one that looks just like it."),
      });
    if (cause instanceof EmailTaken)
      return again({
        email: t("There is an account with this address. You can sign in, or ask for a new password."),
      });
    throw cause;
  }
}

/** Opening the archive goes on after a crash between the account and its ownership: the same address and password. */
async function enter(
  joining: Joining,
  registration: { email: string; password: string; pseudName: string },
  askCode: boolean,
) {
  const { library, database } = joining;
  try {
    return await registerAccount(library, database, registration, Date.now());
  } catch (cause) {
    if (!askCode || !(cause instanceof EmailTaken || cause instanceof PseudTaken)) throw cause;
    try {
      return await signIn(library, database, registration.email, registration.password, Date.now());
    } catch (refusal) {
      throw refusal instanceof WrongSignIn ? cause : refusal;
    }
  }
}

function shapeOf(t: Translate) {
  return z.object({
    name: pseudNameShape(t),
    email: z.email(t("Type an e-mail address, such as name@example.org.")).toLowerCase(),
    password: passwordShape(t),
  });
}

async function answer(
  context: ArchiveContext,
  joining: Joining,
  shown: { askCode: boolean; values: RegisterValues; errors: Record<string, string> },
) {
  const { rules, registration } = await joining.settings.current();
  const closed = registration === "closed" && !shown.askCode;
  const refused = Object.keys(shown.errors).length > 0;
  return context.html(
    <RegisterPage page={context.var.page} rules={rules} closed={closed} {...shown} />,
    refused ? 422 : 200,
  );
}

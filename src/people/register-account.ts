import { APIError } from "better-auth/api";
import type { Database } from "../plumbing/database/database.ts";
import { addPseud, PseudTaken } from "./add-pseud.ts";
import { findLookAlike } from "./look-alikes.ts";
import { findOwnPseuds } from "./pseuds.ts";
import type { SignInLibrary } from "./sign-in-library.ts";
import "./sql/sign-in-tables.ts";

/** An account has this e-mail address already. */
export class EmailTaken extends Error {
  override name = "EmailTaken";
}

/** What somebody registers with; every part already checked by the form. */
export type Registration = { email: string; password: string; pseudName: string };

/**
 * Makes an account and its first pseud and signs it in.
 *
 * The library writes the account, then we write the pseud. A crash between leaves an account without
 * a name to write under; `giveMissingPseud` mends it at the next sign-in.
 *
 * @param now ms since 1970, UTC
 * @returns the account's id and the session's cookies
 * @throws EmailTaken, PseudTaken; nothing was made then
 */
export async function registerAccount(
  library: SignInLibrary,
  database: Database,
  registration: Registration,
  now: number,
): Promise<{ accountId: string; cookies: string[] }> {
  const { email, password, pseudName } = registration;
  if (await findLookAlike(database.reading, pseudName)) throw new PseudTaken(pseudName);
  const { accountId, cookies } = await signUp(library, email, password, pseudName);
  await giveMissingPseud(database, accountId, pseudName, now);
  return { accountId, cookies };
}

/** Gives an account its first pseud if it has none; a name taken meanwhile gets the first free number. */
export async function giveMissingPseud(
  database: Database,
  accountId: string,
  wishedName: string,
  now: number,
): Promise<void> {
  if ((await findOwnPseuds(database.reading, accountId)).length > 0) return;
  await database.write(async (writer) => {
    let name = wishedName;
    for (let number = 2; await findLookAlike(writer, name); number++) name = `${wishedName} ${number}`;
    await addPseud(writer, accountId, name, now);
  });
}

async function signUp(library: SignInLibrary, email: string, password: string, name: string) {
  try {
    const { response, headers } = await library.api.signUpEmail({
      body: { email, password, name },
      returnHeaders: true,
    });
    return { accountId: response.user.id, cookies: headers.getSetCookie() };
  } catch (cause) {
    if (cause instanceof APIError && cause.body?.code === "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL")
      throw new EmailTaken();
    throw cause;
  }
}

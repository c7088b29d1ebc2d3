import { APIError } from "better-auth/api";
import type { Database } from "../plumbing/database/database.ts";
import { giveMissingPseud } from "./register-account.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

/** The address or the password is wrong; which of them is never told. */
export class WrongSignIn extends Error {
  override name = "WrongSignIn";
}

/**
 * Signs an account in.
 *
 * @returns the account's id and the session's cookies
 * @throws WrongSignIn; unknown addresses take as long as wrong passwords
 */
export async function signIn(
  library: SignInLibrary,
  database: Database,
  email: string,
  password: string,
  now: number,
): Promise<{ accountId: string; cookies: string[] }> {
  try {
    const { response, headers } = await library.api.signInEmail({
      body: { email, password },
      returnHeaders: true,
    });
    await giveMissingPseud(database, response.user.id, response.user.name, now);
    return { accountId: response.user.id, cookies: headers.getSetCookie() };
  } catch (cause) {
    if (cause instanceof APIError && (cause.status === "UNAUTHORIZED" || cause.status === "BAD_REQUEST"))
      throw new WrongSignIn();
    throw cause;
  }
}

import type { Database } from "../plumbing/database/database.ts";
import { memberOfAccount } from "./member-of-account.ts";
import { type Person, visitor } from "./person.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

/**
 * Tells who sent a request, by its session cookie.
 *
 * The role is read afresh each time, so that a change of role shows at the next click.
 *
 * @returns the person, and the cookie to send back when the library renewed the session
 */
export async function recognisePerson(
  library: SignInLibrary,
  database: Database,
  headers: Headers,
): Promise<{ person: Person; renewedCookies: string[] }> {
  if (!headers.get("cookie")?.includes("pressie.session_token="))
    return { person: visitor, renewedCookies: [] };
  const { response, headers: answer } = await library.api.getSession({ headers, returnHeaders: true });
  if (!response) return { person: visitor, renewedCookies: [] };
  const person = await memberOfAccount(database.reading, response.user.id);
  if (!person) return { person: visitor, renewedCookies: [] };
  return { person, renewedCookies: answer.getSetCookie() };
}

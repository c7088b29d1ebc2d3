import { z } from "zod";
import type { Database } from "../../plumbing/database/database.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import { limitTries } from "../../plumbing/http/limit-tries.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { safeReturnPath } from "../return-path.ts";
import { signIn, WrongSignIn } from "../sign-in.ts";
import type { SignInLibrary } from "../sign-in-library.ts";
import { type HeldForm, SignInPage, signInFields } from "./sign-in-page.tsx";

/** Shows the sign-in form. */
export const showSignIn: ArchiveHandler = (context) => {
  const { page, person } = context.var;
  const returnTo = safeReturnPath(context.req.query(signInFields.returnTo) ?? "");
  if (person.kind === "member") return context.redirect(returnTo, 303);
  return context.html(<SignInPage page={page} email="" returnTo={returnTo} held={null} errors={{}} />);
};

/** Sends a held form on, as the person who has just signed in; `environment` still knows where it came from. */
export type SendOn = (request: Request, environment: ArchiveContext["env"]) => Response | Promise<Response>;

/**
 * Signs in, and then sends on the form that was held, if there is one.
 *
 * Ten wrong tries in a quarter of an hour, from one place or for one address, close the door for the rest of it.
 */
export function handleSignIn(library: SignInLibrary, database: Database, sendOn: SendOn): ArchiveHandler {
  const byPlace = limitTries(30, 900);
  const byAddress = limitTries(10, 900);
  return async (context) => {
    const form = await readForm(context);
    const email = form.text(signInFields.email).trim().toLowerCase();
    const returnTo = safeReturnPath(form.text(signInFields.returnTo));
    const held = heldFormOf(form);
    const { page, senderKey } = context.var;
    const { t } = page;
    const again = (message: string) =>
      context.html(
        <SignInPage page={page} email={email} returnTo={returnTo} held={held} errors={{ email: message }} />,
        422,
      );
    if (!z.email().safeParse(email).success)
      return again(t("Type your e-mail address, such as name@example.org."));
    await byPlace.spend(senderKey);
    await byAddress.spend(email);
    try {
      const password = form.text(signInFields.password);
      const { cookies } = await signIn(library, database, email, password, Date.now());
      await byAddress.forgive(email);
      if (held) return await goOn(context, held, cookies, sendOn);
      for (const cookie of cookies) context.header("set-cookie", cookie, { append: true });
      context.var.sayNext("signed-in");
      return context.redirect(returnTo, 303);
    } catch (cause) {
      if (cause instanceof WrongSignIn)
        return again(t("That address and password do not belong together. Please try again."));
      throw cause;
    }
  };
}

/** Signs out and forgets the session. */
export function handleSignOut(library: SignInLibrary): ArchiveHandler {
  return async (context) => {
    const { headers } = await library.api.signOut({ headers: context.req.raw.headers, returnHeaders: true });
    for (const cookie of headers.getSetCookie()) context.header("set-cookie", cookie, { append: true });
    // Whoever sits there next finds no page of theirs by going back (W3C Clear Site Data, section 3.1).
    context.header("clear-site-data", '"cache"');
    context.var.sayNext("signed-out");
    return context.redirect(urls.home(), 303);
  };
}

function heldFormOf(form: FormValues): HeldForm | null {
  const path = form.text(signInFields.heldPath);
  if (path === "") return null;
  const fields = form
    .entries()
    .filter(([name]) => name.startsWith(signInFields.heldPrefix))
    .map(([name, value]): [string, string] => [name.slice(signInFields.heldPrefix.length), value]);
  return { path: safeReturnPath(path), fields, hadFile: false };
}

/** The held form is sent to its own handler, which decides about it as if it had never been held. */
async function goOn(
  context: ArchiveContext,
  held: HeldForm,
  cookies: string[],
  sendOn: SendOn,
): Promise<Response> {
  const headers = new Headers(context.req.raw.headers);
  headers.set("cookie", cookies.map((cookie) => cookie.split(";")[0]).join("; "));
  headers.set("content-type", "application/x-www-form-urlencoded");
  headers.delete("content-length");
  const answer = await sendOn(
    new Request(new URL(held.path, context.req.url), {
      method: "POST",
      headers,
      body: new URLSearchParams(held.fields),
    }),
    context.env,
  );
  const passedOn = new Response(answer.body, answer);
  for (const cookie of cookies) passedOn.headers.append("set-cookie", cookie);
  return passedOn;
}

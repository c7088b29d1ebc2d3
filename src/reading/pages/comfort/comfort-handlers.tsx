import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { changePreferences } from "../../../people/preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import { safeReturnPath } from "../../../people/return-path.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Assets } from "../../../plumbing/http/assets.ts";
import { comfortCookie } from "../../../plumbing/http/comfort-cookie.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { comfortOf, comfortWord, readComfort } from "../../../ui/comfort.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { passageToTry } from "../../passage-to-try.ts";
import { ComfortPage } from "./comfort-page.tsx";

/** As long as browsers keep a cookie (RFC 6265bis, 5.5): 400 days; each choice begins anew. */
const lasts = 400 * 24 * 60 * 60;

/** Shows how pages look, and what else they might look like. */
export function showComfort({ database, assets }: { database: Database; assets: Assets }): ArchiveHandler {
  const script = assets.addressOf("comfort.js");
  const fontLicence = assets.addressOf("opendyslexic-license.txt");
  return async (context) => {
    const { person, page } = context.var;
    const from = placeToReturn(context.req.query("from") ?? "");
    const chosen = context.req.query("chosen");
    return context.html(
      <ComfortPage
        page={page}
        comfort={chosen === undefined ? page.comfort : readComfort(chosen)}
        from={from}
        passage={from === null ? null : await passageToTry(database.reading, person, from)}
        onDevice={getCookie(context, comfortCookie) !== undefined}
        script={script}
        fontLicence={fontLicence}
      />,
    );
  };
}

/** Keeps how pages look: on this device, or for the account; or shows it first. */
export function handleComfort(archive: { database: Database; overHttps: boolean }): ArchiveHandler {
  return async (context) => {
    const { person } = context.var;
    const form = await readForm(context);
    const word = comfortWord(comfortOf((part) => form.text(part)));
    const from = placeToReturn(form.text("from"));
    const goBack = () => context.redirect(from ?? urls.comfort(), 303);
    switch (form.text("press")) {
      case "device":
        setCookie(context, comfortCookie, word, cookieOptions(archive));
        context.var.sayNext("comfort-kept-here");
        return goBack();
      case "account":
        if (person.kind === "visitor") break;
        await archive.database.write((writer) =>
          changePreferences(writer, person.accountId, { comfort: word }),
        );
        forgetHere(context);
        context.var.sayNext("comfort-kept-for-account");
        return goBack();
      case "forget":
        forgetHere(context);
        context.var.sayNext("comfort-forgotten");
        return context.redirect(urls.comfort(from ?? undefined), 303);
    }
    return context.redirect(`${urls.comfort(from ?? undefined, word)}#sample`, 303);
  };
}

function cookieOptions({ overHttps }: { overHttps: boolean }) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: overHttps, maxAge: lasts } as const;
}

function forgetHere(context: ArchiveContext): void {
  deleteCookie(context, comfortCookie, { path: "/" });
}

/** A page of this archive to go back to; null for anything else, and for this page itself. */
function placeToReturn(asked: string): string | null {
  const isHere = asked.split("?")[0] === urls.comfort();
  return asked === "" || isHere || safeReturnPath(asked) !== asked ? null : asked;
}

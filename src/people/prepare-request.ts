import type { MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Database } from "../plumbing/database/database.ts";
import type { Assets } from "../plumbing/http/assets.ts";
import { comfortCookie } from "../plumbing/http/comfort-cookie.ts";
import { senderKey } from "../plumbing/http/sender-key.ts";
import { socketAddress } from "../plumbing/http/socket-address.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { readComfort } from "../ui/comfort.ts";
import { createTranslate, directionOf, negotiateLocale } from "../ui/translation.ts";
import { confirmations, isConfirmation } from "./confirmations.ts";
import { isOwner, mayModerate, mayWrangle, visitor } from "./person.ts";
import { findPageWishes } from "./preferences.ts";
import { recognisePerson } from "./recognise-person.ts";
import type { ArchiveEnvironment } from "./request.ts";
import type { SignInLibrary } from "./sign-in-library.ts";

/** Carries the name of the confirmation to show next. */
const saidCookie = "pressie.said";

/**
 * Finds out who asks and in which language, before any page is made.
 *
 * Answers made for one person are never kept by anything between; forms may be gone back to.
 */
export function prepareRequest(
  archive: {
    library: SignInLibrary;
    database: Database;
    settings: SettingsKeeper;
    assets: Assets;
    overHttps: boolean;
  },
  trustedProxies: number,
): MiddlewareHandler<ArchiveEnvironment> {
  const assets = {
    css: archive.assets.addressOf("pressie.css"),
    comfortCss: archive.assets.addressOf("comfort.css"),
    roomsCss: archive.assets.addressOf("rooms.css"),
    script: archive.assets.addressOf("pressie.js"),
    suggest: archive.assets.addressOf("suggest.js"),
    autosave: archive.assets.addressOf("autosave.js"),
    order: archive.assets.addressOf("order.js"),
    storyEnd: archive.assets.addressOf("story-end.js"),
    editor: {
      css: archive.assets.addressOf("writing.css"),
      script: archive.assets.addressOf("editor.js"),
    },
  };
  return async (context, next) => {
    const locale = negotiateLocale(context.req.header("accept-language"));
    const t = createTranslate(locale);
    const address = new URL(context.req.url);
    const onDevice = getCookie(context, comfortCookie);
    const page = {
      t,
      locale,
      direction: directionOf(locale),
      archiveName: "Pressie",
      path: address.pathname + address.search,
      assets,
      person: { signedIn: false, name: null, isOwner: false, isModerator: false, mayWrangle: false },
      comfort: readComfort(onDevice ?? ""),
      said: null,
    };
    // What a page needs to say that something broke, before anything can.
    context.set("person", visitor);
    context.set("page", page);
    const { person, renewedCookies } = await recognisePerson(
      archive.library,
      archive.database,
      context.req.raw.headers,
    );
    const settings = await archive.settings.current();
    const wishes =
      person.kind === "member" ? await findPageWishes(archive.database.reading, person.accountId) : null;
    const isDressedByAccount = onDevice === undefined && wishes !== null && wishes.comfort !== "";
    const said = getCookie(context, saidCookie);
    context.set("person", person);
    context.set(
      "senderKey",
      senderKey(socketAddress(context), context.req.header("x-forwarded-for") ?? null, trustedProxies),
    );
    context.set("sayNext", (confirmation) =>
      setCookie(context, saidCookie, confirmation, {
        path: "/",
        httpOnly: true,
        sameSite: "Lax",
        secure: archive.overHttps,
        maxAge: 60,
      }),
    );
    context.set("page", {
      ...page,
      ...(isDressedByAccount ? { comfort: readComfort(wishes.comfort) } : {}),
      ...(wishes?.timeZone === undefined ? {} : { timeZone: wishes.timeZone }),
      archiveName: settings.archiveName,
      person: {
        signedIn: person.kind === "member",
        name: person.kind === "member" ? person.name : null,
        isOwner: isOwner(person),
        isModerator: mayModerate(person),
        mayWrangle: mayWrangle(person),
        ...(person.kind === "member" ? { accountKey: person.accountId } : {}),
      },
      said: isConfirmation(said) ? confirmations[said](t) : null,
    });
    // Before the handler runs, so that it may set the cookie anew.
    if (said !== undefined && context.req.method === "GET") deleteCookie(context, saidCookie, { path: "/" });
    await next();
    for (const cookie of renewedCookies) context.header("set-cookie", cookie, { append: true });
    if (!context.res.headers.has("cache-control")) context.header("cache-control", "private, no-cache");
    context.header("vary", "cookie, accept-language");
  };
}

import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { ArchiveContext } from "../../people/request.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { KudosAnswer } from "../give-kudos.ts";
import { looksLikeToken } from "../guest-token.ts";

/** What a guest is known by, for one work; sent by their browser with kudos alone, so that pages stay everybody's. */
const guestCookie = "pressie.guest";
/** Carries what to say on the next page of the work. */
const saidCookie = "pressie.kudos";

/** A year: the longest that browsers keep a cookie is little more. */
const lasting = 31_536_000;

/** The token a guest's browser sent; null when it sent none that could be one. */
export function guestTokenOf(context: ArchiveContext): string | null {
  const token = getCookie(context, guestCookie);
  return looksLikeToken(token) ? token : null;
}

export function rememberGuest(
  context: ArchiveContext,
  workId: string,
  token: string,
  overHttps: boolean,
): void {
  const path = urls.kudos(workId);
  const options = { path, httpOnly: true, sameSite: "Lax", secure: overHttps, maxAge: lasting } as const;
  setCookie(context, guestCookie, token, options);
}

export function sayOnce(
  context: ArchiveContext,
  workId: string,
  answer: KudosAnswer,
  overHttps: boolean,
): void {
  const path = urls.work(workId);
  setCookie(context, saidCookie, answer, {
    path,
    httpOnly: true,
    sameSite: "Lax",
    secure: overHttps,
    maxAge: 60,
  });
}

/** What to say on this page and no other; null when nothing was just done. */
export function takeSaid(context: ArchiveContext, workId: string): KudosAnswer | null {
  const said = getCookie(context, saidCookie);
  if (said === undefined) return null;
  deleteCookie(context, saidCookie, { path: urls.work(workId) });
  return said === "given" || said === "before" || said === "own" ? said : null;
}

/** Carries how pages look on this device (`ui/comfort.ts`); the only cookie that a page kept for visitors may meet. */
export const comfortCookie = "pressie.comfort";

/**
 * What a request's cookies say where they say nothing but how pages shall look: the word for it, "" where there is no
 * cookie; null where there is any other, and so a page may have to be made for one person.
 */
export function comfortAlone(cookies: string | undefined): string | null {
  if (cookies === undefined) return "";
  return /^pressie\.comfort=([a-z0-9.-]{1,200})$/.exec(cookies)?.[1] ?? null;
}

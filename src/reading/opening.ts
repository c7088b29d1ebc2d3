import { isBrowser } from "./browser-names.ts";

/** Who opened a work or came to the end of a chapter, as far as it is needed to count them once a day. Nothing of it is kept. */
export type Opening = {
  /** The member, or null for a visitor, whom address and browser tell apart. */
  accountId: string | null;
  /** Where they are (`householdOf`). */
  household: string;
  userAgent: string;
  /** The Sec-Purpose or Purpose header: a browser that loads a page before anybody wants it says so there. */
  purpose: string;
};

/** Whether somebody sits before it and wanted the page, as far as can be told. */
export function isByPerson({ userAgent, purpose }: Opening): boolean {
  return isBrowser(userAgent) && !isFetchedAhead(purpose);
}

/** Whether a browser fetches a page in case it is wanted, by its Sec-Purpose or Purpose header: nobody reads it then. */
export function isFetchedAhead(purpose: string): boolean {
  return /prefetch|preview|prerender/i.test(purpose);
}

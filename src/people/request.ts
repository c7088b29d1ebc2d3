import type { Context, Handler } from "hono";
import type { Page } from "../ui/page.ts";
import type { Confirmation } from "./confirmations.ts";
import type { Person } from "./person.ts";

/** What every request carries once `prepare-request.ts` has seen it. */
export type ArchiveEnvironment = {
  Variables: {
    person: Person;
    page: Page;
    /** Stands for the sender's address in rate limits: hashed with a key that dies with the process. */
    senderKey: string;
    /** Set on pages that every visitor sees alike (see keep-visitor-pages.ts). */
    sameForVisitors?: boolean;
    /** The work that stands open on this page before somebody who did not write it; its opening may be counted. */
    openedWork?: string;
    /** Shows a one-line confirmation on the next page this person opens. */
    sayNext: (confirmation: Confirmation) => void;
  };
};

export type ArchiveContext = Context<ArchiveEnvironment>;
export type ArchiveHandler = Handler<ArchiveEnvironment>;

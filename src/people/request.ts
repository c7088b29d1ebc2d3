import type { Context, Handler } from "hono";
import type { WhenSent } from "../plumbing/http/visitor-pages.ts";
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
    /** Where this page is a chapter of it: the chapter before, which whoever comes from there has read. */
    chapterBefore?: string;
    /** Chapters somebody who did not write them has just come to the end of. */
    reachedEnd?: readonly string[];
    /** What is to be counted whenever this page is sent to another visitor. */
    whenSentAgain?: WhenSent;
    /** Shows a one-line confirmation on the next page this person opens. */
    sayNext: (confirmation: Confirmation) => void;
  };
};

export type ArchiveContext = Context<ArchiveEnvironment>;
export type ArchiveHandler = Handler<ArchiveEnvironment>;

import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { accountIdOf } from "../people/person.ts";
import { findPreferences } from "../people/preferences.ts";
import type { ArchiveContext, ArchiveEnvironment } from "../people/request.ts";
import type { Database } from "../plumbing/database/database.ts";
import { householdOf } from "../plumbing/http/sender-key.ts";
import { socketAddress } from "../plumbing/http/socket-address.ts";
import { urls } from "../vocabulary/urls.ts";
import { asksNotToBeCounted, isUncountedBrowser } from "./asks-not-to-be-counted.ts";
import type { Endings } from "./endings.ts";
import type { Opening } from "./opening.ts";
import type { Readings } from "./readings.ts";

/** A header of a request by its name in small letters; "" where it has none. */
type HeaderOf = (name: string) => string;

/** What a page of a work that was just sent tells of reading. */
type Opened = { workId: string; chapterBefore: string | undefined };

/**
 * Counts the works that are opened, and the chapters that are read to the end, of whoever has nothing against it. What is
 * counted is decided by the pages (`openedWork`, `chapterBefore`, `reachedEnd`); a page that is kept for visitors is counted
 * again each time it is sent.
 */
export function countOpenings(
  archive: { database: Database; readings: Readings; endings: Endings },
  trustedProxies: number,
): MiddlewareHandler<ArchiveEnvironment> {
  const { readings, endings } = archive;
  const count = ({ workId, chapterBefore }: Opened, header: HeaderOf, by: Opening) => {
    readings.opened(workId, by);
    if (chapterBefore === undefined) return;
    // Whoever comes from a chapter to the one after it has read it; without a script nothing else says so.
    if (header("referer").endsWith(urls.chapter(workId, chapterBefore))) endings.reached([chapterBefore], by);
  };
  return async (context, next) => {
    await next();
    const { openedWork: workId, chapterBefore, reachedEnd, person } = context.var;
    const isOpened = workId !== undefined && context.req.method === "GET" && context.res.status === 200;
    const isReached = reachedEnd !== undefined && context.res.status < 400;
    if (!isOpened && !isReached) return;
    if (isOpened)
      context.set("whenSentAgain", (request) => {
        const header = headersOf(request);
        if (asksNotToBeCounted(header)) return;
        const by = openingOf(header, null, request.socket.remoteAddress ?? "", trustedProxies);
        count({ workId, chapterBefore }, header, by);
      });
    const header: HeaderOf = (name) => context.req.header(name) ?? "";
    if (await isAgainst(archive.database, context, header)) return;
    const accountId = accountIdOf(person);
    const by = openingOf(header, accountId, socketAddress(context), trustedProxies);
    if (isOpened) count({ workId, chapterBefore }, header, by);
    if (isReached) endings.reached(reachedEnd, by);
  };
}

/** Whether who asks does not want their reading to be counted. */
async function isAgainst({ reading }: Database, context: ArchiveContext, header: HeaderOf): Promise<boolean> {
  const { person } = context.var;
  if (asksNotToBeCounted(header) || isUncountedBrowser(context)) return true;
  return person.kind === "member" && !(await findPreferences(reading, person.accountId)).readingCounted;
}

function openingOf(
  header: HeaderOf,
  accountId: string | null,
  address: string,
  trustedProxies: number,
): Opening {
  return {
    accountId,
    household: householdOf(address, header("x-forwarded-for") || null, trustedProxies),
    userAgent: header("user-agent"),
    purpose: header("sec-purpose") || header("purpose"),
  };
}

/** A header that came several times is read as one, its values joined (RFC 9110, section 5.2). */
function headersOf(request: IncomingMessage): HeaderOf {
  return (name) => {
    const value = request.headers[name];
    return typeof value === "string" ? value : (value ?? []).join(", ");
  };
}

import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import { findPreferences } from "../../../people/preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { listOwnWorks } from "../../../works/own-works.ts";
import type { ChapterEntry, Work } from "../../../works/work.ts";
import { findOwnWork, listChapters } from "../../../works/works.ts";
import { type CountedElsewhere, findStatistics, type WorkStatistics } from "../../statistics.ts";
import type { Hidden } from "./numbers-frame.tsx";
import { OwnStatisticsPage, type WorkWithNumbers } from "./own-statistics-page.tsx";
import { StatisticsPage } from "./statistics-page.tsx";
import { statisticsSheet } from "./statistics-sheet.ts";

/** What the pages of numbers need. */
type Parts = {
  database: Database;
  settings: SettingsKeeper;
  counted: CountedElsewhere;
  clock?: () => number;
};

/** Shows who writes a work its numbers, or those of one of its chapters; nobody else, the archive's keepers neither. */
export function showStatistics(parts: Parts): ArchiveHandler {
  return async (context) => {
    const { member, work, chapters } = await ownWork(context, parts);
    const asked = context.req.query("chapter");
    const chapter = chapters.find(({ id }) => id === asked);
    if (asked !== undefined && !chapter) throw new NotFound();
    const now = nowOf(parts);
    const hidden = await keptFrom(parts, member);
    return context.html(
      <StatisticsPage
        page={context.var.page}
        {...{ hidden, work, chapters, chapter, now }}
        statistics={await numbersOf(parts, member, work.id, hidden, now)}
        subscribers={parts.counted.subscribers !== undefined}
        all={context.req.query("all") === "1"}
      />,
    );
  };
}

/** The numbers of a work as a sheet. */
export function sendStatistics(parts: Parts): ArchiveHandler {
  return async (context) => {
    const { member, work, chapters } = await ownWork(context, parts);
    const hidden = await keptFrom(parts, member);
    if (hidden !== null) return context.redirect(urls.statistics(work.id), 303);
    const statistics = await numbersOf(parts, member, work.id, hidden, nowOf(parts));
    const works = [{ title: work.title, chapters, statistics }];
    return sendSheet(context, statisticsSheet(context.var.page, works, columnsOf(parts, true)));
  };
}

/** Shows a writer the numbers of everything they write. */
export function showOwnStatistics(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const hidden = await keptFrom(parts, member);
    return context.html(
      <OwnStatisticsPage
        page={context.var.page}
        hidden={hidden}
        works={hidden === null ? await ownNumbers(context, parts, member) : []}
        subscribers={parts.counted.subscribers !== undefined}
        all={context.req.query("all") === "1"}
        now={nowOf(parts)}
      />,
    );
  };
}

/** The numbers of everything somebody writes as a sheet, work by work. */
export function sendOwnStatistics(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    if ((await keptFrom(parts, member)) !== null) return context.redirect(urls.ownStatistics(), 303);
    const works = (await ownNumbers(context, parts, member)).map((work) => ({ ...work, chapters: [] }));
    return sendSheet(context, statisticsSheet(context.var.page, works, columnsOf(parts, false)));
  };
}

async function ownWork(
  context: ArchiveContext,
  { database: { reading } }: Parts,
): Promise<{ member: Member; work: Work; chapters: ChapterEntry[] }> {
  const member = memberOf(context);
  const work = await findOwnWork(reading, member, context.req.param("workId") ?? "");
  if (!work) throw new NotFound();
  return { member, work, chapters: await listChapters(reading, { id: work.id, mine: false }) };
}

/** Whether numbers are kept from a writer, and by whom. */
async function keptFrom({ database, settings }: Parts, member: Member): Promise<Hidden> {
  if ((await settings.current()).statistics === "off") return "by owner";
  const { statisticsShown } = await findPreferences(database.reading, member.accountId);
  return statisticsShown ? null : "by author";
}

async function numbersOf(
  { database, counted }: Parts,
  member: Member,
  workId: string,
  hidden: Hidden,
  now: number,
): Promise<WorkStatistics> {
  const none = { workId, months: [], chapters: new Map() };
  if (hidden !== null) return none;
  return (await findStatistics(database.reading, member, counted, now, [workId])).get(workId) ?? none;
}

/** Published works in the order of their titles: no list begins with the one that was read most. */
async function ownNumbers(context: ArchiveContext, parts: Parts, member: Member): Promise<WorkWithNumbers[]> {
  const { reading } = parts.database;
  const found = await findStatistics(reading, member, parts.counted, nowOf(parts));
  const works = (await listOwnWorks(reading, member)).flatMap(({ id, title, status }) => {
    const statistics = found.get(id);
    return statistics && status === "published" ? [{ id, title, statistics }] : [];
  });
  const { compare } = new Intl.Collator(context.var.page.locale);
  return works.sort((one, other) => compare(one.title, other.title));
}

function columnsOf({ counted }: Parts, chapters: boolean) {
  return { chapters, subscribers: counted.subscribers !== undefined };
}

function sendSheet(context: ArchiveContext, sheet: string) {
  return context.body(sheet, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="numbers.csv"',
    "cache-control": "private, no-store",
  });
}

function nowOf({ clock = Date.now }: Parts): number {
  return clock();
}

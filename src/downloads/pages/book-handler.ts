import { sql } from "kysely";
import type { Person } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { attachment } from "../../plumbing/http/content-disposition.ts";
import { openSeats } from "../../plumbing/http/seats.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import { TooBusy } from "../../plumbing/jobs/worker-pool.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound, TooManyTries } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { BoundWork, BoundWorks } from "../../works/bound-works.ts";
import { robotsHeaders } from "../../works/robots-wishes.ts";
import { findWork } from "../../works/works.ts";
import { epubPartFormat } from "../epub/part-format.ts";
import { fileName } from "../file-name.ts";
import { titleOf } from "../front-matter.ts";
import { gatherWork } from "../gather-work.ts";
import type { Downloads } from "../keep-downloads.ts";
import type { BoundBook } from "../together/bound-book.ts";
import { type MadePart, streamBook } from "../together/stream-book.ts";

export type BookParts = {
  database: Database;
  settings: SettingsKeeper;
  downloads: Downloads;
  /** The archive's address without a slash at the end, or null for the one asked at. */
  publicAddress: string | null;
};

/** The works a person wants bound; undefined when there are none for them. */
export type FindBoundWorks = (context: ArchiveContext, person: Person) => Promise<BoundWorks | undefined>;

/** Seconds after which a busy archive may be asked again. */
const busySeconds = 30;
/** How often a work is tried when all threads are busy. */
const mostTries = 20;
const seats = openSeats({ most: 12, ofOneSender: 3 });
/** A book of which nothing was taken for so long is given up, in ms: whoever reads a byte an hour keeps others waiting. */
const longestPause = 600_000;

/** Gives several works as one EPUB. */
export function sendBook(parts: BookParts, find: FindBoundWorks): ArchiveHandler {
  return async (context) => {
    const { person } = context.var;
    const bound = await find(context, person);
    if (!bound) throw new NotFound();
    return answerBook(context, parts, person, bound);
  };
}

/**
 * The same for whoever was recognised otherwise than by a cookie.
 *
 * @param whenSent told which chapters went along, once the last piece was taken
 */
export async function answerBook(
  context: ArchiveContext,
  { database, settings, downloads, publicAddress }: BookParts,
  person: Person,
  bound: BoundWorks,
  whenSent: (given: { workId: string; chapterIds: string[] }[]) => Promise<void> = async () => {},
): Promise<Response> {
  if (bound.works.length === 0) throw new NotFound();
  const { senderKey } = context.var;
  if (!seats.areFree(senderKey)) throw new TooManyTries(busySeconds);
  const { page } = context.var;
  const reader = database.reading;
  const { archiveName } = await settings.current();
  const address = siteAddress(context, publicAddress);
  const book: BoundBook = {
    url: address + bound.path,
    title: bound.title,
    text: bound.text,
    keeper: bound.keeper,
    isSeries: bound.isSeries,
    changedAt: bound.changedAt,
    archiveName,
    archiveUrl: address + urls.home(),
  };
  const given: { workId: string; chapterIds: string[] }[] = [];
  const make = async (wanted: BoundWork): Promise<MadePart | null> => {
    const found = await findWork(reader, person, wanted.workId);
    const whole = found && (await gatherWork(reader, person, found, { name: archiveName, address }));
    if (!whole) return null;
    const { chapterIds } = wanted;
    const chapters = whole.chapters.filter(({ id }) => chapterIds === null || chapterIds.has(id));
    if (chapters.length === 0) return null;
    const isAll = chapters.length === whole.chapters.length;
    const work = isAll ? whole : { ...whole, chapters, chaptersInAll: whole.chapters.length };
    const task = { work, formatId: epubPartFormat.id, locale: page.locale };
    // Some chapters do not take the place of the whole among what is kept.
    const extension = isAll ? epubPartFormat.extension : `some.${epubPartFormat.extension}`;
    const { bytes } = await downloads.get(task, extension);
    given.push({ workId: work.id, chapterIds: chapters.map(({ id }) => id) });
    const authors = work.creators.filter(({ role }) => role === "author" || role === "co-author");
    return {
      workId: work.id,
      url: work.url,
      title: titleOf(work, page.t),
      language: work.language,
      authors: authors.map(({ name }) => name),
      note: wanted.note,
      bytes,
    };
  };
  const [first, ...others] = bound.works;
  let begun: MadePart | null = null;
  try {
    begun = first ? await make(first) : null;
  } catch (cause) {
    if (cause instanceof TooBusy) throw new TooManyTries(busySeconds);
    throw cause;
  }
  const made = async function* (): AsyncGenerator<MadePart> {
    if (begun) yield begun;
    for (const wanted of others) {
      const part = await patiently(() => make(wanted));
      if (part) yield part;
    }
  };
  const wishes = await wishesOf(
    reader,
    bound.works.map(({ workId }) => workId),
  );
  for (const [name, value] of Object.entries(robotsHeaders(wishes))) context.header(name, value);
  context.header("content-type", "application/epub+zip");
  context.header("content-disposition", attachment(fileName(bound.title, "epub", "book")));
  const pieces = streamBook(book, made(), page.t, page.locale);
  return context.body(streamOf(pieces, senderKey, () => whenSent(given)));
}

/** What all works in it ask of robots holds for the book; no book stands in an index. */
async function wishesOf(reader: Reader, ids: string[]): Promise<{ unindexed: boolean; aiCrawlers: boolean }> {
  const unwilling = await reader
    .selectFrom("works")
    .select(sql<number>`1`.as("one"))
    .where("id", "in", ids)
    .where("ai_crawlers", "=", 0)
    .limit(1)
    .executeTakeFirst();
  return { unindexed: true, aiCrawlers: unwilling === undefined };
}

/** A book that was begun is not given up because all threads are busy for a moment. */
async function patiently<Made>(make: () => Promise<Made>): Promise<Made> {
  for (let tries = 1; ; tries++) {
    try {
      return await make();
    } catch (cause) {
      if (!(cause instanceof TooBusy) || tries >= mostTries) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 250 * tries));
    }
  }
}

/** The pieces as they are asked for; whoever takes none for long gets no more of them. */
function streamOf(
  pieces: AsyncGenerator<Uint8Array>,
  senderKey: string,
  whenSent: () => Promise<void>,
): ReadableStream<Uint8Array> {
  let leaveSeat: (() => void) | null = null;
  let pause: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(pause);
    leaveSeat?.();
    leaveSeat = null;
  };
  const giveUp = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    end();
    controller.error(new Error("nobody took the rest of the book"));
    await pieces.return(undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(pause);
        leaveSeat ??= seats.take(senderKey);
        try {
          const { done, value } = await pieces.next();
          if (!done) {
            pause = setTimeout(() => void giveUp(controller), longestPause).unref();
            return controller.enqueue(value);
          }
          // Everything before was taken: nothing is asked for ahead.
          await whenSent();
          end();
          controller.close();
        } catch (cause) {
          end();
          throw cause;
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

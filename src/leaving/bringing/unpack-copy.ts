import type { z } from "zod";
import { DamagedContainer, TooManyParts, UnpacksTooLarge } from "../../plumbing/zip/container-refused.ts";
import { openZipFile, type ZipFile } from "../../plumbing/zip/open-zip-file.ts";
import type { ZipEntry } from "../../plumbing/zip/zip-directory.ts";
import { copyVersion } from "../copy/copy-version.ts";
import { CopyRefused } from "./copy-refused.ts";
import {
  accountShape,
  type CopiedAccount,
  type CopiedComment,
  type CopiedList,
  type CopiedOriginal,
  type CopiedRows,
  type CopiedWork,
  commentsShape,
  originalsShape,
  type Spoken,
  statisticsShape,
  workShape,
} from "./copy-shape.ts";

/** A copy that lies on disk, opened: of everything in it one file at a time is read. */
export type UnpackedCopy = {
  account: CopiedAccount;
  /** The ids its works had, in the order of the copy. */
  workIds: readonly string[];
  /** How long its lists are. @throws CopyRefused */
  counts(): Promise<Record<CopiedList, number>>;
  /** A piece of a list. @throws CopyRefused */
  rows<List extends CopiedList>(list: List, from: number, most: number): Promise<CopiedRows[List][]>;
  /** What is said about a work. @throws CopyRefused */
  work(id: string): Promise<CopiedWork>;
  /** A chapter's story, or null: it has none. @throws CopyRefused */
  story(workId: string, chapterId: string): Promise<string | null>;
  /** A story that an earlier state of a chapter had. @throws CopyRefused */
  earlierStory(workId: string, chapterId: string, digest: string): Promise<string | null>;
  originals(): Promise<CopiedOriginal[]>;
  /** What was counted about a work, by its id there; read by the room that counts. */
  statistics(workId: string): Promise<unknown>;
  /** Bytes of a picture, an icon or an original; null when there are none, or more than `most`. */
  bytes(path: PathOfBytes, most: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
};

export type PathOfBytes = `pictures/${string}` | `icons/${string}` | `originals/${string}`;

/** A novelist's years: five hundred works of twenty chapters, each with twenty earlier states, and as many pictures. */
const mostEntries = 250_000;
const mostDirectoryBytes = 60_000_000;
/** What is said of a work of thousands of chapters and states; stories are files of their own. */
const mostJsonBytes = 100_000_000;
/** The longest story the owner can allow, in UTF-8. */
const mostStoryBytes = 40_000_000;
/** All together: a hundred of the largest novels with all their states. */
const mostBytes = 20_000_000_000;

const publicId = "[0-9a-hjkmnp-tv-z]{10}";
/** Every name a file of a copy can have. */
const knownPath = new RegExp(
  `^(?:account\\.json|originals\\.json|comments/(?:written|received)\\.json|statistics\\.json|icons/${publicId}|originals/${publicId}` +
    `|pictures/[0-9a-f]{64}\\.(?:png|jpg|gif|webp)|works/(${publicId})/(?:work\\.json|chapters/${publicId}\\.html` +
    `|states/${publicId}/[\\w-]{1,100}\\.html))$`,
);

/**
 * Opens a copy. That its files are called as they should be is looked at for all of them at once; each is read, and found
 * good or not, when it is asked for.
 *
 * @throws CopyRefused
 */
export async function unpackCopy(path: string): Promise<UnpackedCopy> {
  const zip = await asCopy(() =>
    openZipFile(path, { entries: mostEntries, directoryBytes: mostDirectoryBytes }),
  );
  try {
    return await copyIn(zip);
  } catch (cause) {
    await zip.close();
    throw cause;
  }
}

async function copyIn(zip: ZipFile): Promise<UnpackedCopy> {
  const entries = entriesByName(zip.entries);
  const read = async (path: string, most: number): Promise<Uint8Array | null> => {
    const entry = entries.get(path);
    return entry ? asCopy(() => zip.read(entry, most)) : null;
  };
  const words = async (path: string, most: number): Promise<string | null> => {
    const bytes = await read(path, most);
    if (bytes === null) return null;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new CopyRefused("not-readable", cause);
    }
  };
  const json = async <Shape extends z.ZodType>(
    path: string,
    shape: Shape,
  ): Promise<z.infer<Shape> | null> => {
    const said = await words(path, mostJsonBytes);
    if (said === null) return null;
    try {
      return shape.parse(JSON.parse(said));
    } catch (cause) {
      throw new CopyRefused("not-readable", cause);
    }
  };
  if (!entries.has("account.json")) throw new CopyRefused("no-copy");
  const whole = await json("account.json", accountShape);
  if (whole === null) throw new CopyRefused("no-copy");
  if (whole.version > copyVersion) throw new CopyRefused("newer");
  const { account, ofAccount } = partAccount(whole);
  const said: { [Kind in "written" | "received"]?: Promise<CopiedComment[]> } = {};
  const comments = (kind: "written" | "received") => {
    const reading = said[kind] ?? json(`comments/${kind}.json`, commentsShape).then((read) => read ?? []);
    said[kind] = reading;
    return reading;
  };
  const listOf = async <List extends CopiedList>(list: List): Promise<readonly CopiedRows[List][]> => {
    const lists: { [Each in CopiedList]: () => Promise<readonly CopiedRows[Each][]> } = {
      ...ofAccount,
      written: () => comments("written"),
      received: () => comments("received"),
    };
    return lists[list]();
  };
  let counted: Promise<Map<string, unknown>> | null = null;
  const workIds = [...entries.keys()].flatMap((name) => {
    const workId = knownPath.exec(name)?.[1];
    return workId !== undefined && name === `works/${workId}/work.json` ? [workId] : [];
  });
  return {
    account,
    workIds,
    async counts() {
      const long = (list: CopiedList) => listOf(list).then(({ length }) => length);
      return {
        bookmarks: await long("bookmarks"),
        ledger: await long("ledger"),
        ledgerElsewhere: await long("ledgerElsewhere"),
        readingPlaces: await long("readingPlaces"),
        shelfWorks: await long("shelfWorks"),
        written: await long("written"),
        received: await long("received"),
      };
    },
    rows: async (list, from, most) => (await listOf(list)).slice(from, from + most),
    async work(id) {
      const work = await json(`works/${id}/work.json`, workShape);
      if (work?.work.id !== id) throw new CopyRefused("not-readable");
      return work;
    },
    story: (workId, chapterId) => words(`works/${workId}/chapters/${chapterId}.html`, mostStoryBytes),
    earlierStory: (workId, chapterId, digest) =>
      words(`works/${workId}/states/${chapterId}/${digest}.html`, mostStoryBytes),
    originals: async () => (await json("originals.json", originalsShape)) ?? [],
    async statistics(workId) {
      counted ??= json("statistics.json", statisticsShape).then(
        (read) => new Map((read ?? []).map((row) => [row.workId, row])),
      );
      return (await counted).get(workId);
    },
    async bytes(path, most) {
      const entry = entries.get(path);
      return entry && entry.size <= most ? read(path, most) : null;
    },
    close: () => zip.close(),
  };
}

/** What is said about an account apart from its long lists, and those with what works were called. */
function partAccount(whole: z.infer<typeof accountShape>) {
  const { bookmarks, ledger, ledgerElsewhere, readingPlaces, shelfWorks, works, people, ...rest } = whole;
  const wordsOf = (id: string) => (Object.hasOwn(works, id) ? (works[id] ?? null) : null);
  const ofWork = <Row extends { work_id: string }>(rows: readonly Row[]) => {
    const spoken = rows.map((row) => ({ ...row, words: wordsOf(row.work_id) }));
    return async () => spoken;
  };
  const spokenIn = (words: string): Spoken => {
    const ids = words.match(/[0-9a-z]{10}/g) ?? [];
    return {
      works: Object.fromEntries(
        ids.flatMap((id) => [wordsOf(id)].flatMap((one) => (one ? [[id, one]] : []))),
      ),
      people: Object.fromEntries(
        ids.flatMap((id) => (Object.hasOwn(people, id) ? [[id, people[id] ?? ""]] : [])),
      ),
    };
  };
  const account: CopiedAccount = {
    ...rest,
    people,
    rules: rest.rules.map((rule) => ({ ...rule, ...spokenIn(rule.parts) })),
    subscriptions: rest.subscriptions.map((one) => ({ ...one, ...spokenIn(one.target_id) })),
  };
  return {
    account,
    ofAccount: {
      bookmarks: async () => bookmarks,
      ledger: ofWork(ledger),
      ledgerElsewhere: async () => ledgerElsewhere,
      readingPlaces: ofWork(readingPlaces),
      shelfWorks: ofWork(shelfWorks),
    },
  };
}

/** @throws CopyRefused for names no copy has, names that stand twice, links, and what is too much */
function entriesByName(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const byName = new Map<string, ZipEntry>();
  let bytes = 0;
  for (const entry of entries) {
    if (entry.encrypted || entry.isLink || !knownPath.test(entry.name))
      throw new CopyRefused(
        entries.some(({ name }) => name === "account.json") ? "strange-names" : "no-copy",
      );
    if (byName.has(entry.name)) throw new CopyRefused("doubled");
    byName.set(entry.name, entry);
    bytes += entry.size;
  }
  if (bytes > mostBytes) throw new CopyRefused("too-large");
  return byName;
}

async function asCopy<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof UnpacksTooLarge) throw new CopyRefused("too-large", cause);
    if (cause instanceof TooManyParts) throw new CopyRefused("too-many", cause);
    if (cause instanceof DamagedContainer) throw new CopyRefused("damaged", cause);
    throw cause;
  }
}

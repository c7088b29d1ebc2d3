import { z } from "zod";
import type { Database } from "../database/database.ts";
import type { Reader, Writer } from "../database/reader-writer.ts";
import { recordFact } from "../events/record-fact.ts";
import { knownAiCrawlers } from "./known-ai-crawlers.ts";

declare module "../database/tables.ts" {
  interface Tables {
    /** One row a setting; `value` is JSON text. A setting without a row has its default. */
    settings: { name: string; value: string };
  }
}

/** What an owner may change about the whole archive, each with a sensible beginning. */
export const settingsShape = z.object({
  archiveName: z.string().trim().min(1).max(80).default("Pressie"),
  /** Note HTML, shown on the home page. */
  welcome: z.string().default("<p>A home for stories that were given away.</p>"),
  /** Note HTML, shown on the about page. */
  about: z.string().default(""),
  /** Note HTML, shown on the about page and when registering. */
  rules: z.string().default(""),
  registration: z.enum(["open", "closed"]).default("open"),
  /** BCP 47; what a new work's language starts as, and the interface's when a reader wishes none we have. */
  language: z.string().default("en"),
  /** The largest file brought in, in MB (10^6 bytes). */
  uploadMegabytes: z.coerce.number().int().min(1).max(100).default(10),
  /** The largest copy from another archive that a member brings back, in MB (10^6 bytes). */
  copyMegabytes: z.coerce.number().int().min(1).max(20_000).default(500),
  /** The longest chapter, in characters. */
  chapterCharacters: z.coerce.number().int().min(1_000).max(10_000_000).default(2_000_000),
  /** The longest summary or note, in characters. */
  noteCharacters: z.coerce.number().int().min(200).max(200_000).default(20_000),
  /** How many imports of one member are read at the same time, or wait for it. */
  importsAtOnce: z.coerce.number().int().min(1).max(100).default(3),
  /** How many imports one member may have begun and not finished. */
  unfinishedImports: z.coerce.number().int().min(1).max(10_000).default(100),
  /** How many pictures of one member are kept. */
  picturesKept: z.coerce.number().int().min(10).max(1_000_000).default(1_000),
  /** How much they are together, in MB (10^6 bytes). */
  pictureMegabytes: z.coerce.number().int().min(1).max(1_000_000).default(500),
  /** How many filters one member may keep. */
  savedFilters: z.coerce.number().int().min(1).max(1_000).default(100),
  /** How many shelves one member may keep, and how many works may stand on one. */
  shelvesKept: z.coerce.number().int().min(1).max(5_000).default(200),
  shelfWorks: z.coerce.number().int().min(10).max(10_000).default(1_000),
  /** How many lines a sheet of a ledger may have, and how many of works that are not here one member may keep. */
  ledgerLines: z.coerce.number().int().min(100).max(200_000).default(20_000),
  /** How many e-readers one member may have: each has a key to what they may read. */
  devicesKept: z.coerce.number().int().min(1).max(1_000).default(30),
  /** How much one member may follow. */
  subscriptionsKept: z.coerce.number().int().min(10).max(10_000).default(1_000),
  /** Days after which a notice is forgotten, and what is known of a letter that was sent. */
  noticeDays: z.coerce.number().int().min(7).max(3650).default(180),
  /** Days for which a letter is tried again while the mail server cannot be reached. */
  letterDays: z.coerce.number().int().min(2).max(30).default(5),
  /** In how many windows a member may have typed something that is not saved. */
  autosavesKept: z.coerce.number().int().min(5).max(10_000).default(200),
  /** How much of that is kept for one member, in MB (10^6 bytes). */
  autosaveMegabytes: z.coerce.number().int().min(5).max(10_000).default(50),
  /** Days after which it is forgotten when something else was saved over it; what is newer than that never is. */
  autosaveDays: z.coerce.number().int().min(1).max(3650).default(365),
  /** Works on one page of a list. */
  worksPerPage: z.coerce.number().int().min(5).max(100).default(20),
  /** Days a work taken away can be taken back. */
  daysInTrash: z.coerce.number().int().min(1).max(3650).default(60),
  /** The names of crawlers that take stories for makers of AI, one a line, as robots.txt names them. */
  aiCrawlers: z
    .string()
    .regex(/^(?:[\w.+/ -]{1,60}(?:\n(?!$)|$)){0,500}$/)
    .default(knownAiCrawlers.join("\n")),
  /** Whether writers may give a work without a name. What was given so stays so when the owner changes their mind. */
  anonymousWorks: z.enum(["allowed", "off"]).default("off"),
  /** Days for which whoever said no to being named on a work is not asked again. */
  daysUnasked: z.coerce.number().int().min(1).max(3650).default(90),
  /** The largest picture beside a writer's name, in kB (10^3 bytes). */
  iconKilobytes: z.coerce.number().int().min(10).max(5_000).default(500),
  /** Whether readers are shown how many kudos a work has, and may order works by them. Its author always is. */
  kudos: z.enum(["shown", "hidden"]).default("shown"),
  /** Who may comment at most; an author may let fewer. */
  commentsFrom: z.enum(["everyone", "members", "nobody"]).default("everyone"),
  /** The longest comment, in characters. */
  commentCharacters: z.coerce.number().int().min(200).max(100_000).default(10_000),
  /** Comments on one page. */
  commentsPerPage: z.coerce.number().int().min(10).max(200).default(40),
  /** How many comments one member may post in a quarter of an hour. */
  commentsOfMember: z.coerce.number().int().min(1).max(1_000).default(30),
  /** How many comments may come from one household without an account in an hour. */
  commentsOfGuest: z.coerce.number().int().min(1).max(1_000).default(6),
  /** Whether readings are counted; readers may order works by them, and are told the numbers only when "shown". */
  readings: z.enum(["off", "ordering", "shown"]).default("ordering"),
  /** Whether it is counted how often chapters are read to the end, and writers are shown numbers by month. */
  statistics: z.enum(["counted", "off"]).default("counted"),
});

export type Settings = z.infer<typeof settingsShape>;

/** The settings as they stand, read once and again after each change. */
export type SettingsKeeper = {
  current(): Promise<Settings>;
  /** Reads them again when next asked for: another process may have changed them. */
  forget(): void;
};

/** Keeps the settings at hand until a fact is recorded here or `forget` is called. */
export function keepSettings(database: Database): SettingsKeeper {
  let kept: Promise<Settings> | null = null;
  const forget = () => {
    kept = null;
  };
  database.onFacts(forget);
  return {
    current: () => {
      if (kept) return kept;
      const reading = readSettings(database.reading);
      kept = reading;
      // A reading that failed is no reading: the next to ask tries again.
      reading.catch(() => {
        if (kept === reading) forget();
      });
      return reading;
    },
    forget,
  };
}

/**
 * Reads settings; a stored value this release cannot use falls back to its default.
 *
 * @param names only these are read; left out: all
 */
export async function readSettings<Name extends keyof Settings>(
  reader: Reader | Writer,
  names?: readonly Name[],
): Promise<Pick<Settings, Name>> {
  const rows = await reader
    .selectFrom("settings")
    .select(["name", "value"])
    .$if(names !== undefined, (query) => query.where("name", "in", names ?? []))
    .execute();
  const stored: Record<string, unknown> = {};
  for (const { name, value } of rows) stored[name] = JSON.parse(value);
  const read = settingsShape.safeParse(stored);
  if (read.success) return read.data;
  for (const issue of read.error.issues) delete stored[String(issue.path[0])];
  return settingsShape.parse(stored);
}

/** Writes the given settings and records that they changed. `now` is ms since 1970, UTC. */
export async function changeSettings(writer: Writer, changed: Partial<Settings>, now: number): Promise<void> {
  for (const [name, value] of Object.entries(changed)) {
    const row = { name, value: JSON.stringify(value) };
    await writer
      .insertInto("settings")
      .values(row)
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: row.value }))
      .execute();
  }
  await recordFact(writer, { type: "settings-changed" }, now);
}

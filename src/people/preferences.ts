import { z } from "zod";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Person } from "./person.ts";
import "./sql/account-preferences-table.ts";

/** Between who reads letter by letter and who glances over pages. */
export const wordsPerMinute = { least: 20, most: 2_000 };
export const worksLinkedAnswers = ["ask", "always", "never"] as const;

/** What a member may prefer, each with a sensible beginning; shown to nobody else. */
const preferencesShape = z.object({
  /** IANA name, as `Intl.DateTimeFormat` knows it: which clock the times they write and read are of. */
  timeZone: z.string().refine(isTimeZone).default("UTC"),
  /** Whether others may give them works. */
  giftsWanted: z.boolean().default(true),
  /** Whether they are shown numbers about their own works. */
  statisticsShown: z.boolean().default(true),
  /** How pages look on devices that were not told otherwise (`ui/comfort.ts`); "" until it was chosen. */
  comfort: z.string().max(200).default(""),
  /** Whether others are told how many kudos and readings their works have, where the archive tells it. */
  countsShown: z.boolean().default(true),
  /** Whether their own reading counts among the readings of a work. */
  readingCounted: z.boolean().default(true),
  /** Whether it is kept where they are in what they read. */
  placesKept: z.boolean().default(true),
  /** Whether their ledger follows what they read by itself; until they are asked it does not. */
  ledgerFollows: z.enum(["unasked", "yes", "no"]).default("unasked"),
  /** What becomes in lists of works they have read: they are shown, folded to a line, or left out. */
  readWorks: z.enum(["show", "fold", "hide"]).default("show"),
  /** How fast they read, for the time a story takes. */
  wordsPerMinute: z.number().int().min(wordsPerMinute.least).max(wordsPerMinute.most).default(230),
  /** What they say to works that are made of theirs and want to be linked with them. */
  worksLinked: z.enum(worksLinkedAnswers).default("ask"),
});

export type Preferences = z.infer<typeof preferencesShape>;

const mostKnownZones = 1_000;
/** Names that were tried: there are few, and each comes with many requests. */
const knownZones = new Set<string>();

/** Whether this runtime can tell the time there. */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // Spellings of one zone differ in their capitals alone; somebody could try them all.
    if (knownZones.size < mostKnownZones) knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/** An account's preferences; a stored value this release cannot use falls back to its default. */
export async function findPreferences(reader: Reader | Writer, accountId: string): Promise<Preferences> {
  const rows = await reader
    .selectFrom("account_preferences")
    .select(["name", "value"])
    .where("account_id", "=", accountId)
    .execute();
  const stored: Record<string, unknown> = {};
  for (const { name, value } of rows) stored[name] = JSON.parse(value);
  const read = preferencesShape.safeParse(stored);
  if (read.success) return read.data;
  for (const issue of read.error.issues) delete stored[String(issue.path[0])];
  return preferencesShape.parse(stored);
}

/** How pages are made for an account, asked for with every one of them. */
export type PageWishes = {
  /** The word for how pages look; "" until it was chosen. */
  comfort: string;
  /** The clock that times are told by; undefined until it was chosen. */
  timeZone?: string;
};

const pageWishes = z.object({
  comfort: preferencesShape.shape.comfort.unwrap().optional(),
  timeZone: preferencesShape.shape.timeZone.unwrap().optional(),
});

/** An account's wishes about pages; what this release cannot use is as if it had not been chosen. */
export async function findPageWishes(reader: Reader, accountId: string): Promise<PageWishes> {
  const rows = await reader
    .selectFrom("account_preferences")
    .select(["name", "value"])
    .where("account_id", "=", accountId)
    .where("name", "in", ["comfort", "timeZone"])
    .execute();
  const wishes: PageWishes = { comfort: "" };
  for (const { name, value } of rows) {
    const read = pageWishes.safeParse({ [name]: JSON.parse(value) });
    if (read.data?.comfort) wishes.comfort = read.data.comfort;
    if (read.data?.timeZone) wishes.timeZone = read.data.timeZone;
  }
  return wishes;
}

/** Writes the preferences that are given; the others stay. */
export async function changePreferences(
  writer: Writer,
  accountId: string,
  changes: Partial<Preferences>,
): Promise<void> {
  for (const [name, value] of Object.entries(changes)) {
    const row = { account_id: accountId, name, value: JSON.stringify(value) };
    await writer
      .insertInto("account_preferences")
      .values(row)
      .onConflict((conflict) => conflict.columns(["account_id", "name"]).doUpdateSet({ value: row.value }))
      .execute();
  }
}

/** How fast this person reads, in words a minute; a visitor as most do. */
export async function wordsPerMinuteOf(reader: Reader, person: Person): Promise<number> {
  if (person.kind === "visitor") return preferencesShape.parse({}).wordsPerMinute;
  return (await findPreferences(reader, person.accountId)).wordsPerMinute;
}

import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { fandomKind } from "../tags/tags.ts";
import "./sql/works-tables.ts";

/** What a work still lacks before readers can be given it. */
export type Lack = (typeof lacks)[number];
/** `ready chapter`: every chapter that has a story waits for its time. */
export const lacks = ["title", "author", "fandom", "story", "ready chapter"] as const;

/** Readers cannot be given this; nothing changed. */
export class NotReady extends Error {
  override name = "NotReady";
  readonly lacks: Lack[];
  constructor(lacks: Lack[]) {
    super(`lacks ${lacks.join(", ")}`);
    this.lacks = lacks;
  }
}

/** What a work lacks, as it stands to this reader or writer; nothing when readers can be given it. */
export async function whatIsLacking(reader: Reader | Writer, workId: string): Promise<Lack[]> {
  const { title } = await reader
    .selectFrom("works")
    .select("title")
    .where("id", "=", workId)
    .executeTakeFirstOrThrow();
  const author = await reader
    .selectFrom("work_creators")
    .select("position")
    .where("work_id", "=", workId)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .executeTakeFirst();
  const fandom = await reader
    .selectFrom("work_tags")
    .select("position")
    .where("work_id", "=", workId)
    .where("kind_id", "=", fandomKind)
    .executeTakeFirst();
  const story = await reader
    .selectFrom("chapters")
    .select("id")
    .where("work_id", "=", workId)
    .where("removed_at", "is", null)
    .where("word_count", ">", 0)
    .executeTakeFirst();
  const lacking: Lack[] = [];
  if (title === "") lacking.push("title");
  if (!author) lacking.push("author");
  if (!fandom) lacking.push("fandom");
  if (!story) lacking.push("story");
  return lacking;
}

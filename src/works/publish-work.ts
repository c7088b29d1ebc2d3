import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { fandomKind } from "../tags/tags.ts";
import { countPublished } from "./count-published.ts";
import { ownWork } from "./own-work.ts";
import "./sql/works-tables.ts";

/** What a work still lacks before readers can be given it. */
export type Lack = "title" | "author" | "fandom" | "story";

/** The work is not ready; it stays a draft and nothing changed. */
export class NotReady extends Error {
  override name = "NotReady";
  readonly lacks: Lack[];
  constructor(lacks: Lack[]) {
    super(`lacks ${lacks.join(", ")}`);
    this.lacks = lacks;
  }
}

/**
 * Publishes a draft with all of its chapters that have text. Publishing a published work again does nothing.
 *
 * @throws NotFound, NotReady
 */
export async function publishWork(
  writer: Writer,
  member: Member,
  workId: string,
  now: number,
): Promise<void> {
  const work = await ownWork(writer, member, workId);
  if (work.status === "published") return;
  const lacks = await whatIsLacking(writer, workId);
  if (lacks.length > 0) throw new NotReady(lacks);
  await writer
    .updateTable("chapters")
    .set({ status: "published", published_at: now, updated_at: now })
    .where("work_id", "=", workId)
    .where("status", "=", "draft")
    .where("removed_at", "is", null)
    .where("word_count", ">", 0)
    .execute();
  await writer
    .updateTable("works")
    .set({ status: "published", published_at: now, revised_at: now, updated_at: now })
    .where("id", "=", workId)
    .execute();
  await countPublished(writer, workId);
  await recordFact(writer, { type: "work-published", workId }, now);
}

async function whatIsLacking(writer: Writer, workId: string): Promise<Lack[]> {
  const { title } = await writer
    .selectFrom("works")
    .select("title")
    .where("id", "=", workId)
    .executeTakeFirstOrThrow();
  const author = await writer
    .selectFrom("work_creators")
    .select("position")
    .where("work_id", "=", workId)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .executeTakeFirst();
  const fandom = await writer
    .selectFrom("work_tags")
    .select("position")
    .where("work_id", "=", workId)
    .where("kind_id", "=", fandomKind)
    .executeTakeFirst();
  const story = await writer
    .selectFrom("chapters")
    .select("id")
    .where("work_id", "=", workId)
    .where("removed_at", "is", null)
    .where("word_count", ">", 0)
    .executeTakeFirst();
  const lacks: Lack[] = [];
  if (title === "") lacks.push("title");
  if (!author) lacks.push("author");
  if (!fandom) lacks.push("fandom");
  if (!story) lacks.push("story");
  return lacks;
}

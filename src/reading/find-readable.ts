import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { publishedFor } from "../works/visible-works.ts";
import { changeableBy } from "../works/who-may-change.ts";
import "../works/works.ts";

/** Whether a chapter is there for this person as readers have it, and whether they write its work. */
export async function findReadable(
  reader: Reader,
  person: Person,
  workId: string,
  chapterId: string,
): Promise<{ mine: boolean } | undefined> {
  const chapter = await reader
    .selectFrom("works")
    .innerJoin("chapters", "chapters.work_id", "works.id")
    .select((work) => work.case().when(changeableBy(person)(work)).then(1).else(0).end().as("mine"))
    .where("works.id", "=", workId)
    .where("chapters.id", "=", chapterId)
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .where((work) => publishedFor(person)(work))
    .executeTakeFirst();
  return chapter && { mine: chapter.mine === 1 };
}

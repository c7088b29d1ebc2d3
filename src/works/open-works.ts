import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { openFor, publishedFor } from "./visible-works.ts";
import "./sql/works-tables.ts";

/** Whether a work is published, and there for this person, in their lists or by its address alone. */
export async function isPublishedFor(
  reader: Reader | Writer,
  person: Person,
  workId: string,
): Promise<boolean> {
  return (await publishedAmong(reader, person, [workId])).length > 0;
}

/** Those of some works that are published and there for this person, in no order. */
export async function publishedAmong(
  reader: Reader | Writer,
  person: Person,
  workIds: readonly string[],
): Promise<string[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "in", workIds)
    .where(publishedFor(person))
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of some works that this person may open, in no order: drafts of their own too. */
export async function openAmong(
  reader: Reader | Writer,
  person: Person,
  workIds: readonly string[],
): Promise<string[]> {
  if (workIds.length === 0) return [];
  const rows = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "in", workIds)
    .where(openFor(person))
    .execute();
  return rows.map(({ id }) => id);
}

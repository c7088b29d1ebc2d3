import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { factIn } from "../../plumbing/events/read-log.ts";
import { Turns } from "../../plumbing/jobs/turns.ts";
import { changesKeptPages, type Fact } from "../../vocabulary/events.ts";
import { learnTags } from "./build-index.ts";
import type { FindingIndex } from "./finding-index.ts";
import { readTags } from "./read-tags.ts";
import { readWorks } from "./read-works.ts";
import "../../plumbing/events/events-table.ts";

/** Facts taken from the log, and works read again, at once. */
const slice = 250;

/**
 * Brings the index to where the log is. What a fact tells of is read anew, so facts may be followed twice.
 *
 * @param seen the number of the last fact followed
 * @returns the number of the newest fact followed now, and whether one asks for the index to be checked
 */
export async function followLog(
  reader: Reader,
  index: FindingIndex,
  seen: number,
): Promise<{ newest: number; checkAsked: boolean }> {
  let newest = seen;
  let checkAsked = false;
  const turns = new Turns();
  for (;;) {
    // A sheet of tags leaves fifty thousand facts.
    if (turns.isOver) await turns.next();
    const rows = await reader
      .selectFrom("events")
      .select(["number", "body"])
      .where("number", ">", newest)
      .orderBy("number")
      .limit(slice)
      .execute();
    const last = rows.at(-1);
    if (!last) return { newest, checkAsked };
    const facts = rows.map(({ body }) => factIn(body));
    await followFacts(reader, index, facts);
    if (facts.some(({ type }) => type === "index-check-asked")) checkAsked = true;
    newest = last.number;
  }
}

async function followFacts(reader: Reader, index: FindingIndex, facts: readonly Fact[]): Promise<void> {
  const tagIds = facts.flatMap((fact) => ("tagId" in fact ? [fact.tagId] : []));
  const pseudIds = facts.flatMap((fact) => (fact.type === "pseud-changed" ? [fact.pseudId] : []));
  const workIds = facts.flatMap((fact) => ("workId" in fact && changesKeptPages(fact) ? [fact.workId] : []));
  if (tagIds.length > 0) await readTagsAgain(reader, index, [...new Set(tagIds)]);
  if (pseudIds.length > 0) workIds.push(...(await worksCrediting(reader, [...new Set(pseudIds)])));
  await readWorksAgain(reader, index, [...new Set(workIds)]);
}

/** Makes works found as they are in the database now; those in no list are found no more. */
export async function readWorksAgain(
  reader: Reader,
  index: FindingIndex,
  workIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < workIds.length; from += slice) {
    const ids = workIds.slice(from, from + slice);
    const works = await readWorks(reader, { ids });
    const tagIds = works.flatMap((work) => work.tags.map(({ id }) => id));
    if (await learnTags(reader, index, tagIds)) index.followMeanings();
    const listed = new Set(works.map(({ id }) => id));
    for (const id of ids) if (!listed.has(id)) index.remove(id);
    for (const work of works) index.put(work);
  }
}

/** Makes tags mean what they mean in the database now. */
export async function readTagsAgain(
  reader: Reader,
  index: FindingIndex,
  tagIds: readonly string[],
): Promise<void> {
  let changed = false;
  for (const tag of await readTags(reader, tagIds)) if (index.tags.meanings.put(tag)) changed = true;
  if (await learnTags(reader, index, index.tags.meanings.missing())) changed = true;
  if (changed) index.followMeanings();
}

/** Works that name one of the pseuds as an author: they are ordered by its name. */
async function worksCrediting(reader: Reader, pseudIds: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom("work_creators")
    .select("work_id")
    .where("pseud_id", "in", pseudIds)
    .where("role", "=", "author")
    .execute();
  return rows.map(({ work_id }) => work_id);
}

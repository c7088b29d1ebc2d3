import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Work } from "../work.ts";
import "../../people/pseuds.ts";
import "../sql/revisions-tables.ts";
import "../sql/works-tables.ts";

/**
 * Which author of a work saved each state of a chapter, under the name that stands on the work; for those who may
 * change it. Nothing while one person alone writes it; who has left it is named no more.
 *
 * @returns names by version
 */
export async function listSavers(
  reader: Reader,
  work: Pick<Work, "id" | "mine">,
  chapterId: string,
): Promise<Map<number, string>> {
  if (!work.mine) return new Map();
  const authors = await reader
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["account_id", "pseuds.name"])
    .where("work_id", "=", work.id)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .orderBy("position", "desc")
    .execute();
  // Of several names of one person the first that stands there.
  const names = new Map(authors.map(({ account_id, name }) => [account_id, name]));
  if (names.size < 2) return new Map();
  const states = await reader
    .selectFrom("chapters")
    .select(["version", "saved_by"])
    .where("id", "=", chapterId)
    .where("work_id", "=", work.id)
    .unionAll(
      reader
        .selectFrom("chapter_revisions")
        .select(["version", "saved_by"])
        .where("chapter_id", "=", chapterId),
    )
    .execute();
  return new Map(
    states.flatMap(({ version, saved_by }) => {
      const name = names.get(saved_by ?? "");
      return name === undefined ? [] : [[version, name] as const];
    }),
  );
}

import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { inSlices } from "../tags/read-tag-book.ts";
import { listedFor } from "../works/visible-works.ts";

/** How a tag is used, as far as this person's lists show: counting ends at `mostCounted`. */
export type TagUse = { name: string; works: number };

/** Works counted for one tag; a number beyond it is "more than". */
export const mostCounted = 1_000;

/**
 * Which of these tags stand on works listed for the person. Any other tag that is not canonical does not exist for
 * them: it would tell of a draft.
 *
 * @param fandoms only works that also have one of these fandoms; empty: any
 */
export async function tagsListedFor(
  reader: Reader,
  person: Person,
  tagIds: readonly string[],
  fandoms: readonly string[] = [],
): Promise<Set<string>> {
  const rows = await inSlices(tagIds, (some) =>
    reader
      .selectFrom("tags")
      .select("tags.id")
      .where("tags.id", "in", some)
      .where((tag) =>
        tag.exists(
          tag
            .selectFrom("work_tags")
            .innerJoin("works", "works.id", "work_tags.work_id")
            .select("work_tags.work_id")
            .whereRef("work_tags.tag_id", "=", "tags.id")
            .where((eb) => listedFor(person)(eb))
            .$if(fandoms.length > 0, (query) =>
              query.where((work) =>
                work.exists(
                  work
                    .selectFrom("work_tags as fandom")
                    .select("fandom.work_id")
                    .whereRef("fandom.work_id", "=", "works.id")
                    .where("fandom.tag_id", "in", fandoms),
                ),
              ),
            ),
        ),
      )
      .execute(),
  );
  return new Set(rows.map(({ id }) => id));
}

/** How tags stand on works listed for the person: spelled as on one of them, and on how many. */
export async function usesOfTags(
  reader: Reader,
  person: Person,
  tagIds: readonly string[],
): Promise<Map<string, TagUse>> {
  const uses = await Promise.all(
    tagIds.map(async (id): Promise<[string, TagUse][]> => {
      const some = reader
        .selectFrom("works")
        .innerJoin("work_tags", "work_tags.work_id", "works.id")
        .select("work_tags.typed_as as name")
        .where("work_tags.tag_id", "=", id)
        .where((eb) => listedFor(person)(eb))
        .limit(mostCounted + 1);
      const { name, works } = await reader
        .selectFrom(some.as("some"))
        .select((row) => [
          row.fn.max<string | null>("name").as("name"),
          row.fn.countAll<number>().as("works"),
        ])
        .executeTakeFirstOrThrow();
      return name === null ? [] : [[id, { name, works }]];
    }),
  );
  return new Map(uses.flat());
}

/** A fandom, its synonyms, and all that is under it with theirs. */
export async function tagsUnder(reader: Reader, tagId: string): Promise<string[]> {
  const known = new Set([tagId]);
  let last = [tagId];
  while (last.length > 0) {
    const found = [
      ...(await inSlices(last, (some) =>
        reader.selectFrom("tags").select("id").where("synonym_of", "in", some).execute(),
      )),
      ...(await inSlices(last, (some) =>
        reader.selectFrom("tag_parents").select("tag_id as id").where("parent_id", "in", some).execute(),
      )),
    ];
    last = [...new Set(found.map(({ id }) => id))].filter((id) => !known.has(id));
    for (const id of last) known.add(id);
  }
  return [...known];
}

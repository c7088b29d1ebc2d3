import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { listedFor } from "../../works/visible-works.ts";

/** What thanks and readings are counted in, and lists can be ordered by. */
const counted = ["kudos", "comments", "bookmarks", "hits"] as const;
export type CountedSort = (typeof counted)[number];

/** How long an answer is believed, in ms: the first kudos of an archive may wait that long to be an order. */
const believed = 5 * 60 * 1000;

/**
 * Which counts a list can be ordered by: those that any work in the person's lists has. Asked now and then, for
 * visitors and for members.
 */
export function keepCountedSorts(reader: Reader): (person: Person) => Promise<readonly CountedSort[]> {
  const known = new Map<Person["kind"], { sorts: Promise<CountedSort[]>; until: number }>();
  return (person) => {
    const now = Date.now();
    const before = known.get(person.kind);
    if (before && before.until > now) return before.sorts;
    const sorts = findCounted(reader, person);
    known.set(person.kind, { sorts, until: now + believed });
    sorts.catch(() => known.delete(person.kind));
    return sorts;
  };
}

async function findCounted(reader: Reader, person: Person): Promise<CountedSort[]> {
  const found = await Promise.all(
    counted.map((count) =>
      reader
        .selectFrom("work_counts")
        .innerJoin("works", "works.id", "work_counts.work_id")
        .select("work_counts.work_id")
        .where(`work_counts.${count}`, ">", 0)
        .where(listedFor(person))
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  return counted.filter((_, index) => found[index] !== undefined);
}

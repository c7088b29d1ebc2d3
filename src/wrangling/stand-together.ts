import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { inSlices } from "../tags/read-tag-book.ts";
import { fandomKind } from "../tags/tags.ts";
import { listedFor } from "../works/visible-works.ts";

/** Works looked at for one tag: enough to tell what it goes with. */
const sample = 20;

/** What stands on the same works as a tag. */
export type Company = {
  /** Works looked at. */
  works: number;
  /** Other tags of its kind, by how many of those works have them. */
  others: Map<string, number>;
  /** Fandoms of those works. */
  fandoms: Map<string, number>;
};

/** What tags stand together with on works listed for the person. */
export async function companyOf(
  reader: Reader,
  person: Person,
  tags: readonly { id: string; kindId: string }[],
): Promise<Map<string, Company>> {
  const borne = await Promise.all(
    tags.map(async (tag) => ({
      tag,
      works: await reader
        .selectFrom("works")
        .innerJoin("work_tags", "work_tags.work_id", "works.id")
        .select("works.id")
        .where("work_tags.tag_id", "=", tag.id)
        .where((eb) => listedFor(person)(eb))
        .limit(sample)
        .execute(),
    })),
  );
  const works = [...new Set(borne.flatMap((one) => one.works.map(({ id }) => id)))];
  const kinds = [...new Set([fandomKind, ...tags.map(({ kindId }) => kindId)])];
  const rows = await inSlices(works, (some) =>
    reader
      .selectFrom("work_tags")
      .select(["work_id", "kind_id", "tag_id", "weight"])
      .where("work_id", "in", some)
      .where("kind_id", "in", kinds)
      .execute(),
  );
  const byWork = Map.groupBy(rows, ({ work_id }) => work_id);
  return new Map(
    borne.map(({ tag, works: own }) => {
      const company: Company = { works: own.length, others: new Map(), fandoms: new Map() };
      for (const { id } of own)
        for (const { kind_id, tag_id, weight } of byWork.get(id) ?? []) {
          if (tag_id === tag.id) continue;
          if (kind_id === tag.kindId) count(company.others, tag_id);
          // A work is not in a fandom that it only mentions.
          else if (kind_id === fandomKind && weight !== "mention") count(company.fandoms, tag_id);
        }
      return [tag.id, company];
    }),
  );
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

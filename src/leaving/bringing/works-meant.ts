import type { Member } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { namedFor } from "../../works/anonymity.ts";
import { publishedFor } from "../../works/visible-works.ts";
import type { WorkWords } from "./copy-shape.ts";
import "../../works/works.ts";
import "../sql/brought-tables.ts";

const together = 400;

/**
 * Which works here are meant by what another archive called them, among those the member may read: works of the same copy,
 * the very works, when the copy was made here, and works that their writers brought from that archive, if they are still
 * called the same. An anonymous work is none of them: that would tell whose it is.
 *
 * @param brought works of the member's copies, by their ids there
 */
export async function worksMeant(
  reader: Reader | Writer,
  member: Member,
  brought: ReadonlyMap<string, string>,
  asked: readonly { id: string; words: WorkWords | null }[],
): Promise<Map<string, string>> {
  const meant = new Map<string, string>();
  const words = new Map(asked.map(({ id, words: said }) => [id, said]));
  const ids = [...words.keys()];
  for (let from = 0; from < ids.length; from += together) {
    const some = ids.slice(from, from + together);
    const candidates = [...some, ...some.flatMap((id) => brought.get(id) ?? [])];
    const here = await reader
      .selectFrom("works")
      .select("works.id")
      .where("works.id", "in", candidates)
      .where((work) => publishedFor(member)(work))
      .execute();
    const open = new Set(here.map(({ id }) => id));
    const elsewhere = await reader
      .selectFrom("brought_works")
      .innerJoin("works", "works.id", "brought_works.work_id")
      .select(["source_id", "works.id", "works.title"])
      .where("source_id", "in", some)
      .where((work) => publishedFor(member)(work))
      .where((work) => namedFor(member)(work))
      .where("works.visibility", "in", ["everyone", "members"])
      .orderBy("brought_at")
      .execute();
    for (const { source_id, id, title } of elsewhere) {
      const called = words.get(source_id)?.title;
      if (called !== undefined && foldName(called) === foldName(title)) meant.set(source_id, id);
    }
    for (const id of some) {
      const own = brought.get(id);
      if (own !== undefined && open.has(own)) meant.set(id, own);
      else if (open.has(id)) meant.set(id, id);
    }
  }
  return meant;
}

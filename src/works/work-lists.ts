import { accountIdOf, type Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { named } from "./anonymity.ts";
import { countRead, hiddenFrom } from "./hidden-from.ts";
import { findReaderRules, type Heeding } from "./reader-rules.ts";
import { listedFor } from "./visible-works.ts";
import type { WorkCard } from "./work.ts";
import { fillCards } from "./work-cards.ts";
import "./sql/works-tables.ts";

/**
 * One page of a list, and how many works the person can see in all of it. What their rules fold stands on the pages and is
 * counted in `folded`, what they hide only in `hidden`, and in `read` how much of that they have but read.
 */
export type WorkListPage = {
  works: WorkCard[];
  count: number;
  folded: number;
  hidden: number;
  read: number;
  page: number;
  pages: number;
};

/** Which part of a list is wanted; `page` counts from 1. `count`: how long the list is, where that is known already. */
export type PageWish = { page: number; perPage: number; count?: number };

/** What a list is of: everything, what bears a tag, or what a pseud made. */
export type ListWish = { tagId?: string; pseudId?: string };

/**
 * Works newest first, as far as this person may see them. A page past the end is the last page.
 *
 * @param heeding they may have asked to see this once what their rules keep quiet
 */
export async function listWorks(
  reader: Reader,
  person: Person,
  wish: ListWish,
  { page, perPage, count: known }: PageWish,
  heeding: Heeding = "all",
): Promise<WorkListPage> {
  const { tagId, pseudId } = wish;
  const matching = reader
    .selectFrom("works")
    .where(listedFor(person))
    .$if(tagId !== undefined, (query) =>
      query.where((work) =>
        work.exists(
          work
            .selectFrom("work_tags")
            .select("work_tags.work_id")
            .whereRef("work_tags.work_id", "=", "works.id")
            .where("work_tags.tag_id", "=", tagId ?? ""),
        ),
      ),
    )
    .$if(pseudId !== undefined, (query) =>
      query
        .where((work) =>
          work.exists(
            work
              .selectFrom("work_creators")
              .select("work_creators.work_id")
              .whereRef("work_creators.work_id", "=", "works.id")
              .where("work_creators.pseud_id", "=", pseudId ?? "")
              .where("work_creators.accepted", "=", 1),
          ),
        )
        // A writer sees on their own page what others see there.
        .where((work) => named(work)),
    );
  const accountId = accountIdOf(person);
  if (pseudId !== undefined && (await findReaderRules(reader, accountId, heeding)) !== null) {
    const all = await matching
      .select("works.id")
      .orderBy("works.revised_at", "desc")
      .orderBy("works.id")
      .execute();
    return ruledPage(
      reader,
      person,
      all.map(({ id }) => id),
      { page, perPage },
      heeding,
    );
  }
  const counted = matching.select((work) => work.fn.countAll<number>().as("count"));
  const count = known ?? (await counted.executeTakeFirstOrThrow()).count;
  const pages = Math.max(1, Math.ceil(count / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const ids = await matching
    .select("works.id")
    .orderBy("works.revised_at", "desc")
    .orderBy("works.id")
    .limit(perPage)
    .offset((shown - 1) * perPage)
    .execute();
  return {
    works: await fillCards(
      reader,
      person,
      ids.map(({ id }) => id),
      heeding,
    ),
    count,
    folded: 0,
    hidden: 0,
    read: 0,
    page: shown,
    pages,
  };
}

/**
 * One page of a list that is known from end to end, after the rules of whoever asks.
 *
 * @param ids everything in the list this person may see, in its order
 * @param heeding they may have asked to see this once what their rules keep quiet
 */
export async function ruledPage(
  reader: Reader,
  person: Person,
  ids: readonly string[],
  { page, perPage }: PageWish,
  heeding: Heeding = "all",
): Promise<WorkListPage> {
  const accountId = accountIdOf(person);
  const quiet = await hiddenFrom(reader, accountId, ids, heeding);
  const shown = ids.filter((id) => quiet.get(id)?.manner !== "hide");
  const folded = shown.filter((id) => quiet.has(id)).length;
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  return {
    works: await fillCards(reader, person, shown.slice((at - 1) * perPage, at * perPage), heeding),
    count: shown.length - folded,
    folded,
    hidden: ids.length - shown.length,
    read: countRead(quiet.values()),
    page: at,
    pages,
  };
}

/** A tag with the number of works this person can see under it. */
export type CountedTag = { id: string; name: string; count: number };

/** How alive the archive is, as this person sees it. */
export async function countArchive(
  reader: Reader,
  person: Person,
): Promise<{ works: number; words: number; writers: number }> {
  const sums = await reader
    .selectFrom("works")
    .where(listedFor(person))
    .select((work) => [
      work.fn.countAll<number>().as("works"),
      work.fn.coalesce(work.fn.sum<number>("word_count"), work.lit(0)).as("words"),
    ])
    .executeTakeFirstOrThrow();
  const { writers } = await reader
    .selectFrom("work_creators")
    .innerJoin("works", "works.id", "work_creators.work_id")
    .where(listedFor(person))
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .where((row) => named(row))
    .select((row) => row.fn.count<number>("pseud_id").distinct().as("writers"))
    .executeTakeFirstOrThrow();
  return { works: sums.works, words: Number(sums.words), writers };
}

import { accountIdOf, type Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { namedFor } from "./anonymity.ts";
import { hidingOfCards, type Looked } from "./hiding-of-cards.ts";
import { marksOf } from "./reader-marks.ts";
import type { Heeding } from "./reader-rules.ts";
import { partsOfSeries } from "./series.ts";
import type { Creator, Gift, WorkCard, WorkTag, WorkWarning } from "./work.ts";
import { shownCounts } from "./work-counts.ts";
import "./sql/works-tables.ts";

const columns = [
  "works.id",
  "works.title",
  "works.summary",
  "works.language",
  "works.status",
  "works.visibility",
  "works.anonymous",
  "works.chapter_count as chapterCount",
  "works.expected_chapters as expectedChapters",
  "works.word_count as wordCount",
  "works.published_at as publishedAt",
  "works.revised_at as revisedAt",
  "ratings.id as ratingId",
  "ratings.name as ratingName",
  "ratings.about as ratingAbout",
] as const;

/**
 * Fills in what a list shows of works, in the order of the ids, by as many queries for a hundred works as for one. The ids
 * must come from a finder that knew the person; this one does not ask again. The person decides how much of a series is
 * told, whether an anonymous work has names, what they noted themselves, and what their rules keep quiet. That is said of
 * every card (`hiding`): whoever makes a list of them heeds it, as `WorkBlurb` does.
 */
export async function fillCards(
  reader: Reader | Writer,
  person: Person,
  ids: string[],
  heeding: Heeding = "all",
): Promise<WorkCard[]> {
  if (ids.length === 0) return [];
  const [rows, creators, gifts, series, tags, warnings, counts, marks] = await Promise.all([
    reader
      .selectFrom("works")
      .innerJoin("ratings", "ratings.id", "works.rating_id")
      .select(columns)
      .where("works.id", "in", ids)
      .execute(),
    creatorsOf(reader, person, ids),
    giftsOf(reader, ids),
    partsOfSeries(reader, person, ids),
    tagsOf(reader, ids),
    warningsOf(reader, ids),
    shownCounts(reader, person, ids),
    marksOf(reader, person, ids),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cards = ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { ratingId, ratingName, ratingAbout, ...card } = row;
    return {
      ...card,
      anonymous: card.anonymous === 1,
      rating: { id: ratingId, name: ratingName, about: ratingAbout },
      creators: creators.get(id) ?? [],
      gifts: gifts.get(id) ?? [],
      series: series.get(id) ?? [],
      tags: tags.get(id) ?? [],
      warnings: warnings.get(id) ?? [],
      counts: counts.get(id) ?? { kudos: 0, comments: 0, hits: 0 },
      mark: marks.get(id) ?? null,
    };
  });
  const accountId = accountIdOf(person);
  const hiding = await hidingOfCards(reader, accountId, cards, heeding);
  return cards.map((card) => ({ ...card, hiding: hiding.get(card.id) ?? null }));
}

/**
 * What of works rules look at, in no order: a third of what cards hold. As with `fillCards`, the ids come from a finder that
 * knew the person.
 */
export async function lookAtWorks(reader: Reader | Writer, person: Person, ids: string[]): Promise<Looked[]> {
  if (ids.length === 0) return [];
  const [rows, creators, tags, warnings] = await Promise.all([
    reader
      .selectFrom("works")
      .select(["works.id", "works.anonymous", "works.language", "works.word_count as wordCount"])
      .select(["works.chapter_count as chapterCount", "works.expected_chapters as expectedChapters"])
      .select(["works.published_at as publishedAt", "works.revised_at as revisedAt"])
      .where("works.id", "in", ids)
      .execute(),
    creatorsOf(reader, person, ids),
    tagsOf(reader, ids),
    warningsOf(reader, ids),
  ]);
  return rows.map((row) => ({
    ...row,
    anonymous: row.anonymous === 1,
    creators: creators.get(row.id) ?? [],
    tags: tags.get(row.id) ?? [],
    warnings: warnings.get(row.id) ?? [],
  }));
}

/** A card for a list of somebody's own making, where rules hide nothing: what they kept themselves, or asked for. */
export function asAsked(card: WorkCard): WorkCard {
  return { ...card, hiding: null };
}

async function creatorsOf(
  reader: Reader | Writer,
  person: Person,
  ids: string[],
): Promise<Map<string, Creator[]>> {
  const rows = await reader
    .selectFrom("work_creators")
    .innerJoin("works", "works.id", "work_creators.work_id")
    .leftJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .select(["work_id", "role", "accepted", "pseud_id as pseudId"])
    .select(["work_creators.name", "pseuds.name as pseudName"])
    .where("work_id", "in", ids)
    .where((row) => namedFor(person)(row))
    .orderBy("work_id")
    .orderBy("position")
    .execute();
  return grouped(rows, ({ role, accepted, pseudId, name, pseudName }) =>
    accepted === 1 ? { role, pseudId, name: pseudName ?? name } : { role, pseudId: null, name },
  );
}

async function giftsOf(reader: Reader | Writer, ids: string[]): Promise<Map<string, Gift[]>> {
  const rows = await reader
    .selectFrom("work_gifts")
    .leftJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select([
      "work_id",
      "recipient_id as recipientId",
      "work_gifts.name",
      "pseuds.name as pseudName",
      "addressed_as as addressedAs",
    ])
    .where("work_id", "in", ids)
    .orderBy("work_id")
    .orderBy("position")
    .execute();
  return grouped(rows, ({ recipientId, name, pseudName, addressedAs }) => ({
    recipientId,
    name: pseudName ?? name,
    addressedAs,
  }));
}

async function tagsOf(reader: Reader | Writer, ids: string[]): Promise<Map<string, WorkTag[]>> {
  const rows = await reader
    .selectFrom("work_tags")
    .innerJoin("tag_kinds", "tag_kinds.id", "work_tags.kind_id")
    .select(["work_id", "kind_id as kindId", "tag_id as tagId", "typed_as as name", "weight"])
    .where("work_id", "in", ids)
    .orderBy("work_id")
    .orderBy("tag_kinds.position")
    .orderBy("tag_kinds.id")
    .orderBy((tag) => tag.case("weight").when("main").then(0).when("side").then(1).else(2).end())
    .orderBy("work_tags.position")
    .execute();
  return grouped(rows, ({ kindId, tagId, name, weight }) => ({ kindId, tagId, name, weight }));
}

async function warningsOf(reader: Reader | Writer, ids: string[]): Promise<Map<string, WorkWarning[]>> {
  const rows = await reader
    .selectFrom("work_warnings")
    .innerJoin("warnings", "warnings.id", "work_warnings.warning_id")
    .select(["work_id", "warnings.id", "warnings.name", "answer"])
    .where("work_id", "in", ids)
    .orderBy("work_id")
    .orderBy("warnings.position")
    .execute();
  return grouped(rows, ({ id, name, answer }) => ({ id, name, answer }));
}

function grouped<Row extends { work_id: string }, Value>(
  rows: Row[],
  makeValue: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.work_id);
    if (group) group.push(makeValue(row));
    else groups.set(row.work_id, [makeValue(row)]);
  }
  return groups;
}

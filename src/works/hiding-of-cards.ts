import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { reachOfTags, type TagReach } from "../tags/tag-reach.ts";
import { fandomKind, type TagWeight } from "../tags/tags.ts";
import { dayOf } from "../vocabulary/days.ts";
import {
  type Hiding,
  hidingOf,
  type PreparedRules,
  prepareRules,
  tagsOfRules,
  type WorkFacts,
} from "./apply-rules.ts";
import { findReaderRules, type Heeding, type ReaderRules } from "./reader-rules.ts";
import { isComplete, type WorkCard } from "./work.ts";

/** What rules look at, as a card has it. */
export type Looked = Pick<
  WorkCard,
  | "id"
  | "anonymous"
  | "creators"
  | "tags"
  | "language"
  | "wordCount"
  | "chapterCount"
  | "expectedChapters"
  | "publishedAt"
  | "revisedAt"
  | "warnings"
>;

/** Which of some works an account's rules and mutes keep quiet, by work. */
export async function hidingOfCards(
  reader: Reader | Writer,
  accountId: string | null,
  cards: readonly Looked[],
  heeding: Heeding = "all",
): Promise<ReadonlyMap<string, Hiding>> {
  const rules = await findReaderRules(reader, accountId, heeding);
  if (rules === null || cards.length === 0) return new Map();
  const borne = cards.flatMap(({ tags }) => tags.map(({ tagId }) => tagId));
  let reach = await reachOfTags(reader, borne);
  // Rules may name thousands of tags: what those mean is asked when the rules are not prepared for it yet.
  if (keptPrepared.get(rules)?.reach !== reach)
    reach = await reachOfTags(reader, [...tagsOfRules(rules), ...borne]);
  const prepared = preparedFor(rules, reach, Date.now());
  return new Map(
    cards.flatMap((card) => {
      const hiding = hidingOf(prepared, factsOf(card, reach));
      return hiding ? [[card.id, hiding] as const] : [];
    }),
  );
}

type Prepared = { reach: TagReach; day: number; prepared: PreparedRules };
const keptPrepared = new WeakMap<ReaderRules, Prepared>();

/** Rules hold as prepared until they change, a tag comes to mean something else, or the day is over. */
function preparedFor(rules: ReaderRules, reach: TagReach, now: number): PreparedRules {
  const day = dayOf(now);
  const kept = keptPrepared.get(rules);
  if (kept && kept.reach === reach && kept.day === day) return kept.prepared;
  const prepared = prepareRules(rules, (tagId) => reach.get(tagId)?.[0] ?? tagId, now);
  keptPrepared.set(rules, { reach, day, prepared });
  return prepared;
}

const heaviness: Record<TagWeight, number> = { main: 0, side: 1, mention: 2 };

function factsOf(card: Looked, reach: TagReach): WorkFacts {
  const meanings = new Map<string, { weight: TagWeight; by: string }>();
  const borne = new Set<string>();
  for (const { tagId, kindId, weight } of card.tags) {
    const means = reach.get(tagId) ?? [tagId];
    if (kindId === fandomKind && weight !== "mention") borne.add(means[0] ?? tagId);
    for (const meaning of means) {
      const known = meanings.get(meaning);
      if (!known || heaviness[weight] < heaviness[known.weight]) meanings.set(meaning, { weight, by: tagId });
    }
  }
  return {
    id: card.id,
    writers: card.anonymous
      ? []
      : card.creators.flatMap(({ role, pseudId }) =>
          role === "author" && pseudId !== null ? [pseudId] : [],
        ),
    meanings,
    language: card.language,
    words: card.wordCount,
    fandoms: withoutThoseAbove([...borne], reach).length,
    complete: isComplete(card),
    updated: card.revisedAt ?? card.publishedAt ?? 0,
    saidWarnings: new Set(card.warnings.filter(({ answer }) => answer !== "unsaid").map(({ id }) => id)),
  };
}

/** Tags above one another in a circle would all be left out: of those the first stands for the others. */
function withoutThoseAbove(borne: readonly string[], reach: TagReach): string[] {
  const isAbove = (above: string, below: string) =>
    above !== below && (reach.get(below)?.includes(above) ?? false);
  return borne.filter((one, index) => {
    const below = borne.filter((other) => isAbove(one, other));
    return below.every((other) => isAbove(other, one) && borne.indexOf(other) > index);
  });
}

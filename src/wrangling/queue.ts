import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { likenessOf } from "./likeness.ts";
import { tagsListedFor, tagsUnder, usesOfTags } from "./listed-tags.ts";
import { companyOf } from "./stand-together.ts";
import { type Suggestion, suggestMeanings } from "./suggest-meanings.ts";
import { type CataloguedTag, isWaiting, type TagCatalogue } from "./tag-catalogue.ts";

export const queueOrders = ["oldest", "newest", "used"] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** Which of the waiting tags somebody wants to see. */
export type QueueWish = {
  kindId: string | null;
  /** Only tags on works in this fandom, or in one under it. */
  fandomId: string | null;
  order: QueueOrder;
  /** Part of a name. */
  typed: string;
  /** Where the page before ended. */
  after: string | null;
};

/** A tag that waits, with what helps to decide. */
export type WaitingTag = {
  tag: CataloguedTag;
  /** As it stands on a work. */
  name: string;
  /** Up to `mostCounted`, and one more when there are more. */
  works: number;
  /** Where it stands most. */
  fandoms: CataloguedTag[];
  suggestions: Suggestion[];
};

/** `next`: where the next page begins; null at the end. A page may be short while there is a next one. */
export type QueuePage = { rows: WaitingTag[]; next: string | null };

/** True counts by meaning, as the finding index has them (`Finder.countTags`). */
export type CountTags = (person: Person, kindId: string) => Promise<readonly { id: string; count: number }[]>;

/** The counts of all tags of some kinds, by tag id. */
export async function countsOfKinds(
  countTags: CountTags,
  person: Person,
  kindIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const kindId of kindIds)
    for (const { id, count } of await countTags(person, kindId)) counts.set(id, count);
  return counts;
}

const rowsPerPage = 25;

/** Tags asked about at once, and for one page: nobody waits for a rare one. */
const slice = 200;
const mostAskedFor = 4_000;

/** A page of the tags that wait for a wrangler, with suggestions. Only tags on works listed for the person. */
export async function listWaiting(
  reader: Reader,
  catalogue: TagCatalogue,
  person: Person,
  wish: QueueWish,
  counts: ReadonlyMap<string, number>,
): Promise<QueuePage> {
  const fandoms = wish.fandomId === null ? [] : await tagsUnder(reader, wish.fandomId);
  const candidates = inOrder(catalogue, wish, counts);
  const chosen: CataloguedTag[] = [];
  let asked = 0;
  // One more than is shown: a next page is only promised when something is known to be on it.
  while (chosen.length <= rowsPerPage && asked < candidates.length && asked < mostAskedFor) {
    const some = candidates.slice(asked, asked + (asked === 0 ? rowsPerPage * 2 : slice));
    asked += some.length;
    const listed = await tagsListedFor(
      reader,
      person,
      some.map(({ id }) => id),
      fandoms,
    );
    chosen.push(...some.filter(({ id }) => listed.has(id)));
  }
  const isFull = chosen.length > rowsPerPage;
  chosen.length = Math.min(chosen.length, rowsPerPage);
  const last = isFull ? chosen.at(-1) : asked < candidates.length ? candidates[asked - 1] : undefined;
  const next = last ? placeIn(wish.order, last, counts) : null;
  return { rows: await withHelp(reader, catalogue, person, chosen), next };
}

async function withHelp(
  reader: Reader,
  catalogue: TagCatalogue,
  person: Person,
  tags: readonly CataloguedTag[],
): Promise<WaitingTag[]> {
  const uses = await usesOfTags(
    reader,
    person,
    tags.map(({ id }) => id),
  );
  const company = await companyOf(reader, person, tags);
  const suggestions = await suggestMeanings(reader, catalogue, person, tags, company);
  return tags.flatMap((tag) => {
    const use = uses.get(tag.id);
    if (!use) return [];
    const fandoms = [...(company.get(tag.id)?.fandoms ?? [])]
      .sort(([, one], [, other]) => other - one)
      .slice(0, 2)
      .flatMap(([id]) => catalogue.get(id) ?? []);
    return [{ tag, ...use, fandoms, suggestions: suggestions.get(tag.id) ?? [] }];
  });
}

/** Tags that wranglers decided about, or that are canonical, with a name like this; for going to their pages. */
export function decidedTagsNamed(
  catalogue: TagCatalogue,
  kindId: string | null,
  typed: string,
  most: number,
) {
  const fits = nameTest(typed);
  const found: CataloguedTag[] = [];
  for (const tag of catalogue.byAge()) {
    if (found.length === most) break;
    const isDecided = tag.canonical || tag.synonymOf !== null;
    if (isDecided && (kindId === null || tag.kindId === kindId) && fits(tag)) found.push(tag);
  }
  return found;
}

/** The waiting tags behind the place asked for, in order. */
function inOrder(
  catalogue: TagCatalogue,
  { kindId, order, typed, after }: QueueWish,
  counts: ReadonlyMap<string, number>,
): CataloguedTag[] {
  const fits = nameTest(typed);
  const place = readPlace(after);
  const orderOf = (tag: CataloguedTag) => valueIn(order, tag, counts);
  // Every order counts upwards.
  const isBehind = (tag: CataloguedTag) => {
    if (!place) return true;
    const value = orderOf(tag);
    return value > place.value || (value === place.value && tag.id > place.id);
  };
  const waiting = catalogue
    .byAge()
    .filter(
      (tag) => isWaiting(tag) && (kindId === null || tag.kindId === kindId) && fits(tag) && isBehind(tag),
    );
  return order === "oldest"
    ? waiting
    : waiting.sort((one, other) => orderOf(one) - orderOf(other) || (one.id < other.id ? -1 : 1));
}

function nameTest(typed: string): (tag: CataloguedTag) => boolean {
  const wanted = likenessOf(foldName(typed));
  if (wanted.letters === "") return () => true;
  const [sound = ""] = wanted.keys.sound.split(" ");
  return ({ likeness }) =>
    likeness.letters.includes(wanted.letters) || (sound !== "" && likeness.keys.sound.includes(sound));
}

function valueIn(order: QueueOrder, tag: CataloguedTag, counts: ReadonlyMap<string, number>): number {
  if (order === "used") return -(counts.get(tag.id) ?? 0);
  return order === "oldest" ? tag.createdAt : -tag.createdAt;
}

function placeIn(order: QueueOrder, tag: CataloguedTag, counts: ReadonlyMap<string, number>): string {
  return `${valueIn(order, tag, counts)}_${tag.id}`;
}

function readPlace(after: string | null): { value: number; id: string } | null {
  const [, value, id] = /^(-?\d{1,16})_([0-9a-z]{10})$/.exec(after ?? "") ?? [];
  return value === undefined || id === undefined ? null : { value: Number(value), id };
}

import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { isShortPairing } from "../tags/pairing-sides.ts";
import { listAbbreviations } from "../tags/tags.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { findNamed } from "./find-named.ts";
import { tagsListedFor } from "./listed-tags.ts";
import { lettersAllowed, lettersBetween } from "./spelling.ts";
import type { Company } from "./stand-together.ts";
import type { CataloguedTag, TagCatalogue } from "./tag-catalogue.ts";

/** Why a tag may mean another. */
export type Reason =
  | { why: "abbreviation" }
  /** Nothing but accents, spaces and punctuation differs. */
  | { why: "same-letters" }
  | { why: "other-script" }
  | { why: "other-order" }
  | { why: "initials" }
  /** A pairing whose every side has words that begin those of a side there. */
  | { why: "short-pairing" }
  /** Alike but for letters that sound alike, as when a name went through another script. */
  | { why: "loose-sound" }
  | { why: "spelling"; letters: number }
  /** They stand together on `works` of the `of` works looked at. */
  | { why: "together"; works: number; of: number };

/** What could be done with a tag in one press. */
export type Suggestion = {
  act: "merge" | "put-under";
  /** The tag it may mean, or stand under. */
  target: CataloguedTag;
  /** The synonym of the target that was met, if one was. */
  by: CataloguedTag | null;
  reason: Reason;
};

/** Suggestions for one tag: more would be read by nobody. */
const mostSuggestions = 3;

/** The surest reasons first. */
const order: Reason["why"][] = [
  "abbreviation",
  "same-letters",
  "other-order",
  "other-script",
  "short-pairing",
  "spelling",
  "loose-sound",
  "initials",
  "together",
];

/**
 * What each of these tags may mean, the surest first. Only tags that exist for the person are named: canonical ones,
 * and those on works listed for them.
 */
export async function suggestMeanings(
  reader: Reader,
  catalogue: TagCatalogue,
  person: Person,
  tags: readonly CataloguedTag[],
  company: ReadonlyMap<string, Company>,
): Promise<Map<string, Suggestion[]>> {
  const shorts = await abbreviationsByName(reader);
  const spelled = spelledAlmostAlike(catalogue, tags);
  const all = new Map(
    tags.map((tag) => [
      tag.id,
      merged(tag, catalogue, [
        ...abbreviated(catalogue, tag, shorts),
        ...alike(catalogue, tag),
        ...(spelled.get(tag.id) ?? []),
        ...together(catalogue, company.get(tag.id)),
      ]),
    ]),
  );
  const doubtful = [...all.values()].flat().filter(({ target }) => !target.canonical);
  const listed = await tagsListedFor(reader, person, [...new Set(doubtful.map(({ target }) => target.id))]);
  return new Map(
    [...all].map(([id, suggestions]) => [
      id,
      suggestions.filter(({ target }) => target.canonical || listed.has(target.id)).slice(0, mostSuggestions),
    ]),
  );
}

/** A tag met, and why. */
type Met = { tag: CataloguedTag; reason: Reason };

/** One suggestion for each meaning, the surest reason and canonical tags first. */
function merged(tag: CataloguedTag, catalogue: TagCatalogue, met: readonly Met[]): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const { tag: one, reason } of met) {
    const target = one.synonymOf === null ? one : catalogue.get(one.synonymOf);
    if (!target || target.id === tag.id) continue;
    const suggestion: Suggestion = {
      act: reason.why === "together" ? "put-under" : "merge",
      target,
      by: one === target ? null : one,
      reason,
    };
    const known = best.get(target.id);
    if (!known || placeOf(suggestion) < placeOf(known)) best.set(target.id, suggestion);
  }
  return [...best.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ reason, target }: Suggestion): number {
  const letters = reason.why === "spelling" ? reason.letters : 0;
  return order.indexOf(reason.why) * 100 + letters * 10 + (target.canonical ? 0 : 5);
}

type Abbreviations = Map<string, { kind: string; name: string }[]>;

async function abbreviationsByName(reader: Reader): Promise<Abbreviations> {
  return Map.groupBy(await listAbbreviations(reader), ({ abbreviation }) => foldName(abbreviation));
}

function* abbreviated(catalogue: TagCatalogue, tag: CataloguedTag, shorts: Abbreviations): Iterable<Met> {
  for (const { kind, name } of shorts.get(tag.nameKey) ?? []) {
    if (kind !== tag.kindId) continue;
    const one = findNamed(catalogue, kind, foldName(name));
    if (one) yield { tag: one, reason: { why: "abbreviation" } };
  }
}

function* alike(catalogue: TagCatalogue, tag: CataloguedTag): Iterable<Met> {
  const { keys, isLatin, letters } = tag.likeness;
  // Names of signs alone sound like nothing, and all alike.
  const says = /[a-z0-9]/.test(keys.sound);
  if (says)
    for (const one of catalogue.alike(tag.kindId, "sound", keys.sound))
      if (one !== tag)
        yield {
          tag: one,
          reason: { why: one.likeness.isLatin === isLatin ? "same-letters" : "other-script" },
        };
  if (says)
    for (const one of catalogue.alike(tag.kindId, "words", keys.words))
      if (one !== tag) yield { tag: one, reason: { why: "other-order" } };
  if (says && keys.looseSound !== "")
    for (const one of catalogue.alike(tag.kindId, "looseSound", keys.looseSound))
      if (one !== tag) yield { tag: one, reason: { why: "loose-sound" } };
  if (/^[a-z]{3,8}$/.test(letters))
    for (const one of catalogue.alike(tag.kindId, "initials", letters))
      if (one !== tag && (one.canonical || one.synonymOf !== null))
        yield { tag: one, reason: { why: "initials" } };
}

/** All in one walk over the names: comparing is quick, walking is not. */
function spelledAlmostAlike(catalogue: TagCatalogue, tags: readonly CataloguedTag[]): Map<string, Met[]> {
  const met = new Map<string, Met[]>(tags.map(({ id }) => [id, []]));
  const asked = tags
    .map((tag) => ({ tag, most: lettersAllowed(tag.likeness.letters.length), into: met.get(tag.id) ?? [] }))
    .filter(({ tag, most }) => most > 0 || tag.likeness.sides.length > 0);
  for (const one of catalogue.byAge())
    for (const { tag, most, into } of asked) {
      if (one.kindId !== tag.kindId || one === tag) continue;
      const letters = lettersBetween(tag.likeness, one.likeness, most);
      if (letters > 0 && letters <= most && one.likeness.marks === tag.likeness.marks)
        into.push({ tag: one, reason: { why: "spelling", letters } });
      if (isShortFor(tag, one)) into.push({ tag: one, reason: { why: "short-pairing" } });
    }
  return met;
}

function isShortFor({ likeness: short }: CataloguedTag, { likeness: long }: CataloguedTag): boolean {
  const mayBe =
    short.sides.length > 0 && short.marks === long.marks && short.letters.length < long.letters.length;
  return mayBe && isShortPairing(short.sides, long.sides);
}

/** Canonical tags that stand on most of the works a tag stands on, and on three at least. */
function* together(catalogue: TagCatalogue, company: Company | undefined): Iterable<Met> {
  if (!company) return;
  for (const [id, works] of company.others) {
    const one = catalogue.get(id);
    const isMost = works >= 3 && works * 5 >= company.works * 4;
    if (one && isMost && (one.canonical || one.synonymOf !== null))
      yield { tag: one, reason: { why: "together", works, of: company.works } };
  }
}

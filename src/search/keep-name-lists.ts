import { accountIdOf, type Person } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { changesKeptPages } from "../vocabulary/events.ts";
import { findReaderRules } from "../works/reader-rules.ts";
import { byLetter, inOrderOfNames, type LetterGroup } from "./letters.ts";
import type { Finder } from "./open-finder.ts";
import "../tags/tags.ts";

/**
 * A tag of a list of names. `name` is the folded one, by which it is put in order: how it is spelled depends on whose
 * works one may see (`findVisibleTags`), and every spelling of a tag folds to the same.
 */
export type ListedName = { id: string; name: string; count: number };

/** Every meaning of a kind that one person meets in lists, by letter, the members of a letter in no order yet. */
export type NameList = { names: readonly ListedName[]; letters: readonly LetterGroup<ListedName>[] };

/** Lists of all the names of a kind, made once and again after each recorded fact. */
export type NameLists = {
  /** Waits while the index is being built. @param locale whose alphabet the letters follow */
  of(person: Person, kindId: string, locale: string): Promise<NameList>;
  /** The names of one letter in order; sorting tens of thousands takes a while, so only what is looked at is. */
  sorted(group: LetterGroup<ListedName>, locale: string): readonly ListedName[];
  /** Makes lists anew when next asked: another process may have changed the archive. */
  forget(): void;
};

/** Lists kept at once; a large archive's are some megabytes each. */
const mostKept = 60;

/** The index hears of another process's change within half a second: for so long a list may lag behind, in ms. */
const lag = 1_000;

/**
 * Keeps lists of names, which take longer to make the more tags there are. Lists show every member without rules of their
 * own the same works (`listedFor`), so two lists of a kind serve everybody of one language but those who have some.
 */
export function keepNameLists(database: Database, finder: Finder): NameLists {
  const kept = new Map<string, Promise<NameList>>();
  let orders = new WeakMap<LetterGroup<ListedName>, ListedName[]>();
  let toldAt = 0;
  const clear = () => {
    kept.clear();
    orders = new WeakMap();
  };
  // What this process changed the index knows before it answers.
  database.onFacts((facts) => {
    if (facts.some(({ fact }) => changesKeptPages(fact))) clear();
  });
  return {
    async of(person, kindId, locale) {
      const accountId = accountIdOf(person);
      const rules = await findReaderRules(database.reading, accountId);
      const whose = rules === null ? person.kind : `${accountId} ${rules.version}`;
      const key = `${whose} ${kindId} ${locale}`;
      const known = kept.get(key);
      if (known) return known;
      const list = makeList(database.reading, finder, person, kindId, locale);
      if (Date.now() - toldAt > lag) {
        if (kept.size >= mostKept) clear();
        kept.set(key, list);
        // A list that failed is no list: the next to ask makes it anew.
        list.catch(clear);
      }
      return list;
    },
    sorted(group, locale) {
      const known = orders.get(group);
      if (known) return known;
      const order = inOrderOfNames(group.members, locale);
      orders.set(group, order);
      return order;
    },
    forget() {
      toldAt = Date.now();
      clear();
    },
  };
}

async function makeList(
  reader: Reader,
  finder: Finder,
  person: Person,
  kindId: string,
  locale: string,
): Promise<NameList> {
  const counted = await finder.countTags(person, kindId);
  const rows = await reader
    .selectFrom("tags")
    .select(["id", "name_key as name"])
    .where("kind_id", "=", kindId)
    .where("synonym_of", "is", null)
    .execute();
  const turns = new Turns();
  const nameOf = new Map<string, string>();
  for (const { id, name } of rows) {
    if (turns.isOver) await turns.next();
    nameOf.set(id, name);
  }
  const names: ListedName[] = [];
  for (const { id, count } of counted) {
    if (turns.isOver) await turns.next();
    const name = nameOf.get(id);
    if (name !== undefined && count > 0) names.push({ id, name, count });
  }
  await turns.next();
  return { names, letters: byLetter(names, locale) };
}

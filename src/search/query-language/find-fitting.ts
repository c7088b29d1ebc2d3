import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Tag } from "../../tags/tags.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { escaped, keyOf } from "./name-key.ts";
import { withoutAccents } from "./spelling-distance.ts";

/** With more names than this that have the letters, what was typed tells too little. */
const mostLookedThrough = 400;

/** How much of a name was typed, the most first. */
const fits = ["whole", "words", "beginning"] as const;
type Fit = (typeof fits)[number];

/**
 * Tags in whose name, or in a synonym's, stands what was typed, accents aside: those that are called so; else those
 * with these words among others ("Frankenstein" in "Frankenstein - Mary Shelley"); else those with a word that begins
 * so. Only tags that the person may meet, synonyms as what they stand for.
 *
 * @param kindId of one kind, or null for any
 */
export async function findTagsFitting(
  reader: Reader,
  person: Person,
  name: string,
  kindId: string | null,
): Promise<Tag[]> {
  const typed = withoutAccents(keyOf(name));
  if ([...typed].length < 2) return [];
  const asTyped = await namesLike(reader, escaped(keyOf(name)), kindId);
  const rows = asTyped?.length === 0 ? await namesLike(reader, anyAccents(typed), kindId) : asTyped;
  if (!rows) return [];
  const fitting = rows.flatMap(({ id, synonymOf, key }) => {
    const fit = fitOf(withoutAccents(key), typed);
    return fit ? [{ id: synonymOf ?? id, fit }] : [];
  });
  const visible = await findVisibleTags(reader, person, [...new Set(fitting.map(({ id }) => id))]);
  for (const fit of fits) {
    const ids = new Set(fitting.filter((one) => one.fit === fit).map(({ id }) => id));
    const tags = [...ids].flatMap((id) => visible.get(id) ?? []);
    if (tags.length > 0) return tags;
  }
  return [];
}

/** Names with a pattern inside; null: too many. */
async function namesLike(reader: Reader, pattern: string, kindId: string | null) {
  const rows = await reader
    .selectFrom("tags")
    .select(["id", "synonym_of as synonymOf", "name_key as key"])
    .where("name_key", "like", `%${pattern}%`)
    .$if(kindId !== null, (query) => query.where("kind_id", "=", kindId ?? ""))
    .limit(mostLookedThrough + 1)
    .execute();
  return rows.length > mostLookedThrough ? null : rows;
}

/** A pattern that leaves open whether the letters that bear most accents bear one. */
function anyAccents(plain: string): string {
  return escaped(plain).replace(/[aeiouycnsz]/g, "_");
}

/** Letters of scripts that put no space between words: a word may begin and end at any of them. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function fitOf(known: string, typed: string): Fit | null {
  if (known === typed) return "whole";
  let best: Fit | null = null;
  for (let at = known.indexOf(typed); at >= 0; at = known.indexOf(typed, at + 1)) {
    if (isOneWord(known.slice(0, at), typed)) continue;
    if (!isOneWord(typed, known.slice(at + typed.length))) return "words";
    best = "beginning";
  }
  return best;
}

/** Whether two pieces of a name meet within a word. */
function isOneWord(before: string, behind: string): boolean {
  const [last = "", next = ""] = [[...before].at(-1), [...behind].at(0)];
  return /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}]/u.test(next) && !unspaced.test(last + next);
}

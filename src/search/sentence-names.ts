import { fandomKind } from "../tags/tags.ts";
import { languageName } from "../works/language-name.ts";
import type { FilterNames } from "./filter-names.ts";

/** What a name in the sentence is, for those who set it apart from the words around it. */
export type NameSort = "fandom" | "name";

/** Gives a name as it is to stand in the sentence. */
export type MarkName = (name: string, sort: NameSort) => string;

/** Names joined as a sentence says them, in an order that depends on nothing but the names. */
export function sentenceNames(locale: string, names: FilterNames, mark: MarkName) {
  const kindOrder = new Map(names.kinds.map(({ id }, index) => [id, index]));
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const join = (said: string[], how: "and" | "or") =>
    new Intl.ListFormat(locale, { type: how === "and" ? "conjunction" : "disjunction" }).format(said);
  return {
    /** By kind in the owner's order, then by name. */
    tags(ids: readonly string[], how: "and" | "or"): string {
      const known = ids.flatMap((id) => names.tags.get(id) ?? []);
      const place = (kindId: string) => kindOrder.get(kindId) ?? kindOrder.size;
      known.sort((one, other) => place(one.kindId) - place(other.kindId) || compare(one.name, other.name));
      return join(
        known.map(({ name, kindId }) => mark(name, kindId === fandomKind ? "fandom" : "name")),
        how,
      );
    },
    named(known: ReadonlyMap<string, string>, ids: readonly string[], how: "and" | "or"): string {
      const said = ids.flatMap((id) => known.get(id) ?? []).sort(compare);
      return join(
        said.map((name) => mark(name, "name")),
        how,
      );
    },
    /** In the owner's order. */
    rows(all: readonly { id: string; name: string }[], ids: readonly string[]): string {
      return join(
        all.filter(({ id }) => ids.includes(id)).map(({ name }) => mark(name, "name")),
        "or",
      );
    },
    languages(tags: readonly string[]): string {
      return join(
        tags.map((tag) => languageName(tag, locale)),
        "or",
      );
    },
  };
}

import type { TagKind } from "../../tags/tags.ts";
import { type Asking, adding, type Change, retyped } from "./asking.ts";
import { findTagsFitting } from "./find-fitting.ts";
import { findTagsLike, findTagsNamed } from "./find-names.ts";
import { quoted } from "./mistake.ts";
import { keyOfKind } from "./query-keys.ts";
import type { Term } from "./read-tokens.ts";

/** How much a tag must matter to a work: `character:Lucy=main`. "side" is what is meant without saying. */
export type AskedWeight = "main" | "side" | "mention";

const weightWords = new Map<string, AskedWeight>([
  ["main", "main"],
  ["mention", "mention"],
  ["mentioned", "mention"],
  ["side", "side"],
]);

/** A term with the weight that stands after its "=", which belongs to the name if it is no weight. */
export function weighed(term: Term): { term: Term; weight: AskedWeight } {
  const weight = weightWords.get(term.answer?.toLowerCase() ?? "side");
  return weight
    ? { term, weight }
    : { term: { ...term, value: `${term.value}=${term.answer}`, answer: null }, weight: "side" };
}

/** More names than these are better looked for with another word of theirs. */
const mostFitting = 6;

/** The one tag of a name, or the only one with the name in its own; null: told that there is none, or several. */
export async function tagOf(
  asking: Asking,
  term: Term,
  kind: TagKind | null,
  weight: AskedWeight = "side",
): Promise<string | null> {
  const { reader, person, names, tell } = asking;
  const found = await findTagsNamed(reader, person, term.value, kind?.id ?? null);
  const [only] = found;
  if (only && found.length === 1) return only.id;
  if (only) {
    const kinds = names.kinds.filter(({ id }) => found.some(({ kindId }) => kindId === id));
    return tell(
      term,
      { kind: "several-names", name: term.value, kinds: kinds.map(({ name }) => name) },
      kinds.map(
        (one) =>
          `${term.minus ? "-" : ""}${keyOfKind(one)}:${quoted(term.value)}${weight === "side" ? "" : `=${weight}`}`,
      ),
    );
  }
  const mayLookUp = asking.mayLookUp();
  const fitting = mayLookUp ? await findTagsFitting(reader, person, term.value, kind?.id ?? null) : [];
  const [fits] = fitting;
  if (fits && fitting.length === 1) return fits.id;
  if (fits) {
    const fitted = [...new Set(fitting.map(({ name }) => name))].slice(0, mostFitting);
    return tell(
      term,
      { kind: "several-fit", name: term.value, near: fitted },
      fitted.map((name) => retyped(term, name)),
    );
  }
  const near = mayLookUp ? await findTagsLike(reader, person, term.value, kind?.id ?? null) : [];
  const spelled = [...new Set(near.map(({ name }) => name))];
  return tell(
    term,
    { kind: "no-such-name", sort: kind?.name ?? null, name: term.value, near: spelled },
    spelled.map((name) => retyped(term, name)),
  );
}

/** Asks for a tag, or keeps it out, as much as it must matter. */
export function askingForTag(asking: Asking, term: Term, id: string, weight: AskedWeight): Change | null {
  if (!term.minus)
    return adding(({ main: "main", side: "all", mention: "mentioned" } as const)[weight], [id]);
  if (weight === "main")
    return asking.tell(term, { kind: "no-main-exclusion", name: term.value }, [`-${quoted(term.value)}`]);
  return adding(weight === "mention" ? "notMentioned" : "none", [id]);
}

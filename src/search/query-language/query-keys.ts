import type { TagKind } from "../../tags/tags.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { spellingDistance } from "./spelling-distance.ts";

/** What a key asks about. */
export type Subject =
  | { about: "tag"; kind: TagKind | null }
  | {
      about:
        | "main"
        | "mention"
        | "text"
        | "gift"
        | "series"
        | "pictures"
        | "audio"
        | "rating"
        | "warning"
        | "category"
        | "language"
        | "writer"
        | "complete"
        | "crossovers"
        | "pairing"
        | "words"
        | "chapters"
        | "posted"
        | "updated"
        | "sort"
        | "order";
    };

type PlainSubject = Exclude<Subject["about"], "tag">;

/** The keys everybody may type, with what else people call them. */
const fixed: Record<PlainSubject, string[]> = {
  main: [],
  mention: ["mentions", "mentioned"],
  text: ["inside", "phrase"],
  gift: ["gift-to", "gifts", "gifts-to", "for"],
  series: [],
  pictures: ["picture", "images", "image", "art"],
  audio: ["sound", "podfic"],
  rating: ["rated", "ratings"],
  warning: ["warnings", "warn"],
  category: ["categories"],
  language: ["lang", "in"],
  writer: ["author", "by", "creator"],
  complete: ["completed", "finished"],
  crossovers: ["crossover"],
  pairing: ["pairings"],
  words: ["length", "wordcount"],
  chapters: ["chapter"],
  posted: ["published"],
  updated: ["revised"],
  sort: ["sorted"],
  order: [],
};

/** Every key that can be typed, the owner's kinds of tag first, for telling what there is. */
function allKeys(kinds: readonly TagKind[]): string[] {
  return [...kinds.map(keyOfKind), "tag", ...Object.keys(fixed)];
}

/** What a key means here: the owner's kinds of tag go by their id, their name and their plural. */
export function subjectOf(key: string, kinds: readonly TagKind[]): Subject | null {
  const folded = foldName(key);
  for (const about of keysOf(fixed)) if (about === folded || fixed[about].includes(folded)) return { about };
  if (folded === "tag" || folded === "tags") return { about: "tag", kind: null };
  const kind = kinds.find(({ id, name, plural }) =>
    [id, name, plural].some((called) => foldName(called).replaceAll(" ", "-") === folded),
  );
  return kind ? { about: "tag", kind } : null;
}

/** A kind's name as it can be typed before a colon. */
export function keyOfKind(kind: TagKind): string {
  return foldName(kind.name).replaceAll(" ", "-");
}

/** The key somebody may have meant, or null. */
export function nearestKey(key: string, kinds: readonly TagKind[]): string | null {
  const folded = foldName(key);
  const near = allKeys(kinds)
    .map((known) => ({ known, distance: spellingDistance(known, folded, 2) }))
    .filter(({ distance }) => distance <= 2)
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.known ?? null;
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record);
}

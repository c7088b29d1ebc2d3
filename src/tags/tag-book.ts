import { NotFound } from "../vocabulary/errors.ts";

/** How a tag stands: what wranglers decide about it, and nothing that stands on works. */
export type TagStanding = {
  id: string;
  kindId: string;
  name: string;
  /** `name` folded. */
  nameKey: string;
  createdAt: number;
  canonical: boolean;
  synonymOf: string | null;
  /** When a wrangler left it as it is (ms, UTC); null: nobody did. */
  settledAt: number | null;
  parents: ReadonlySet<string>;
  media: ReadonlySet<string>;
};

/** One thing that changed about a tag, enough to be taken back. */
export type TagChange = { tag: string } & (
  | { slot: "canonical"; before: boolean; after: boolean }
  | { slot: "synonymOf"; before: string | null; after: string | null }
  | { slot: "name"; before: string; after: string }
  | { slot: "settledAt"; before: number | null; after: number | null }
  | { slot: "parent" | "medium"; of: string; before: boolean; after: boolean }
);

/** What a tag becomes; what is left out stays. */
type NewStanding = Partial<Pick<TagStanding, "canonical" | "synonymOf" | "name" | "settledAt">>;

/**
 * Tags as they stand, in memory, with every link in both directions. Deeds are done here first; what changed is then
 * written at once. A book may hold some tags only: then it holds all that the deed may touch (read-tag-book.ts).
 */
export class TagBook {
  readonly #standings = new Map<string, TagStanding & { parents: Set<string>; media: Set<string> }>();
  readonly #byName = new Map<string, string>();
  readonly #synonyms = new Map<string, Set<string>>();
  readonly #children = new Map<string, Set<string>>();
  #changes = new Map<string, TagChange>();
  readonly #touched = new Set<string>();

  /** Takes a tag in as it stands in the database. */
  read(standing: TagStanding): void {
    this.#standings.set(standing.id, {
      ...standing,
      parents: new Set(standing.parents),
      media: new Set(standing.media),
    });
    this.#byName.set(nameIn(standing.kindId, standing.nameKey), standing.id);
    if (standing.synonymOf !== null) linksOf(this.#synonyms, standing.synonymOf).add(standing.id);
    for (const parent of standing.parents) linksOf(this.#children, parent).add(standing.id);
  }

  /** Takes a tag in that is in no database yet. */
  make(tag: Pick<TagStanding, "id" | "kindId" | "name" | "nameKey" | "createdAt">): TagStanding {
    const none: ReadonlySet<string> = new Set();
    this.read({ ...tag, canonical: false, synonymOf: null, settledAt: null, parents: none, media: none });
    this.#touched.add(tag.id);
    return this.get(tag.id);
  }

  /** @throws NotFound for a tag that is not in the book */
  get(id: string): TagStanding {
    const standing = this.#standings.get(id);
    if (!standing) throw new NotFound();
    return standing;
  }

  find(id: string): TagStanding | undefined {
    return this.#standings.get(id);
  }

  findNamed(kindId: string, nameKey: string): TagStanding | undefined {
    return this.#standings.get(this.#byName.get(nameIn(kindId, nameKey)) ?? "");
  }

  /** Every tag in the book. */
  all(): Iterable<TagStanding> {
    return this.#standings.values();
  }

  synonymsOf(id: string): string[] {
    return [...(this.#synonyms.get(id) ?? [])];
  }

  childrenOf(id: string): string[] {
    return [...(this.#children.get(id) ?? [])];
  }

  /** What a tag stands for: itself, unless it is a synonym. */
  meaningOf(id: string): TagStanding {
    const tag = this.get(id);
    return tag.synonymOf === null ? tag : this.get(tag.synonymOf);
  }

  /**
   * The way up from a tag to another.
   *
   * @returns the tags from `below` to `above`, both included; null when the one is not under the other
   */
  wayUp(below: string, above: string): string[] | null {
    const cameFrom = new Map<string, string | null>([[below, null]]);
    for (const [place] of cameFrom) {
      if (place === above) {
        const way: string[] = [];
        for (let at: string | null = place; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
        return way;
      }
      for (const parent of this.#standings.get(place)?.parents ?? [])
        if (!cameFrom.has(parent)) cameFrom.set(parent, place);
    }
    return null;
  }

  /** How many tags stand above one another, at most, over a tag. */
  levelsAbove(id: string): number {
    return levelsFrom(id, (at) => this.#standings.get(at)?.parents ?? []);
  }

  /** How many tags stand under one another, at most, below a tag. */
  levelsBelow(id: string): number {
    return levelsFrom(id, (at) => this.#children.get(at) ?? []);
  }

  change(id: string, becomes: NewStanding): void {
    const { canonical, synonymOf, name, settledAt } = becomes;
    const is = this.get(id);
    if (canonical !== undefined)
      this.apply({ tag: id, slot: "canonical", before: is.canonical, after: canonical });
    if (synonymOf !== undefined)
      this.apply({ tag: id, slot: "synonymOf", before: is.synonymOf, after: synonymOf });
    if (name !== undefined) this.apply({ tag: id, slot: "name", before: is.name, after: name });
    if (settledAt !== undefined)
      this.apply({ tag: id, slot: "settledAt", before: is.settledAt, after: settledAt });
  }

  /** Puts a tag under a parent, or takes it from there. */
  setParent(id: string, parent: string, under: boolean): void {
    const before = this.get(id).parents.has(parent);
    this.apply({ tag: id, slot: "parent", of: parent, before, after: under });
  }

  setMedium(id: string, medium: string, has: boolean): void {
    const before = this.get(id).media.has(medium);
    this.apply({ tag: id, slot: "medium", of: medium, before, after: has });
  }

  /** Makes one change, and notes it; a change back to how it was is no change. */
  apply(change: TagChange): void {
    if (change.before === change.after) return;
    const tag = this.#standings.get(change.tag);
    if (!tag) throw new NotFound();
    switch (change.slot) {
      case "canonical":
        tag.canonical = change.after;
        break;
      case "name":
        tag.name = change.after;
        break;
      case "settledAt":
        tag.settledAt = change.after;
        break;
      case "synonymOf":
        if (tag.synonymOf !== null) linksOf(this.#synonyms, tag.synonymOf).delete(tag.id);
        if (change.after !== null) linksOf(this.#synonyms, change.after).add(tag.id);
        tag.synonymOf = change.after;
        break;
      case "parent":
        toggle(tag.parents, change.of, change.after);
        toggle(linksOf(this.#children, change.of), tag.id, change.after);
        break;
      case "medium":
        toggle(tag.media, change.of, change.after);
        break;
    }
    this.#touched.add(tag.id);
    this.#note(change);
  }

  /** What changed since it was last asked for, each place once. */
  takeChanges(): TagChange[] {
    const changes = [...this.#changes.values()];
    this.#changes = new Map();
    return changes;
  }

  /** Tags that were changed or made since the book was read. */
  touched(): TagStanding[] {
    return [...this.#touched].map((id) => this.get(id));
  }

  #note(change: TagChange): void {
    const place = placeOfChange(change);
    const known = this.#changes.get(place);
    if (!known) this.#changes.set(place, change);
    else if (known.before === change.after) this.#changes.delete(place);
    else this.#changes.set(place, Object.assign({}, change, { before: known.before }));
  }
}

/** The longest way from a tag; there are no circles. */
function levelsFrom(id: string, next: (id: string) => Iterable<string>): number {
  const known = new Map<string, number>();
  const levels = (at: string): number => {
    const counted = known.get(at);
    if (counted !== undefined) return counted;
    let most = 0;
    for (const one of next(at)) most = Math.max(most, levels(one) + 1);
    known.set(at, most);
    return most;
  };
  return levels(id);
}

/** What a change is about; of two changes at one place the later hides the earlier. */
export function placeOfChange(change: TagChange): string {
  return placeOfLink(change.tag, change.slot, "of" in change ? change.of : undefined);
}

export function placeOfLink(tag: string, slot: TagChange["slot"], of?: string): string {
  return [tag, slot, of].filter((part) => part !== undefined).join(" ");
}

function nameIn(kindId: string, nameKey: string): string {
  return `${kindId}\n${nameKey}`;
}

function linksOf(links: Map<string, Set<string>>, id: string): Set<string> {
  const known = links.get(id);
  if (known) return known;
  const made = new Set<string>();
  links.set(id, made);
  return made;
}

function toggle(set: Set<string>, id: string, there: boolean): void {
  if (there) set.add(id);
  else set.delete(id);
}

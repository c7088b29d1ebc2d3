import type { SortOrder as OrderName } from "../work-filter.ts";
import { highBits, lowBits } from "./id-numbers.ts";
import { IdTable } from "./id-table.ts";
import { fandomKindId, type IndexedWork, relationshipKindId } from "./indexed-work.ts";
import type { Pause } from "./pause.ts";
import { Postings } from "./postings.ts";
import { radixSort } from "./radix-sort.ts";
import { RowSet } from "./row-set.ts";
import { Scratch } from "./scratch.ts";
import { SortOrder } from "./sort-order.ts";
import { NumberColumn, TextValues } from "./sort-values.ts";
import { TagRows } from "./tag-rows.ts";
import { sortKey, TextColumn } from "./text-column.ts";

/** Whom a list is for: lists show every member the same works (works/visible-works.ts). */
export type Audience = "everyone" | "members";

/** The orders that are kept; a random one is made when asked for. */
export type KeptOrder = Exclude<OrderName, "random">;

/**
 * Every listed work, held so that any filter is answered by walking over bits: one row a work, one set of rows
 * for each thing that can be asked.
 *
 * Rows are only appended. A work that changes leaves its row and gets a new one, a work that goes leaves its
 * row; rows left behind stand in no audience, which every question begins with. `wornOut` says when so many
 * are left that building anew is worth it.
 */
export class FindingIndex {
  readonly works = new IdTable();
  readonly tags = new TagRows();
  readonly writers = new IdTable();
  readonly writerRows = new Postings();
  readonly audiences: Record<Audience, RowSet> = { everyone: new RowSet(), members: new RowSet() };
  /** Rows by rating, category, language, and by "warning answer". */
  readonly ratings = new Map<string, RowSet>();
  readonly categories = new Map<string, RowSet>();
  readonly languages = new Map<string, RowSet>();
  readonly warnings = new Map<string, { yes: RowSet; no: RowSet }>();
  readonly complete = new RowSet();
  readonly crossovers = new RowSet();
  readonly onePairing = new RowSet();
  readonly words = new NumberColumn(false);
  readonly chapters = new NumberColumn(false);
  readonly posted = new NumberColumn(true);
  readonly updated = new NumberColumn(true);
  readonly #titles = new TextColumn();
  readonly #authors = new TextColumn();
  /** What questions work in. */
  readonly scratch = new Scratch();
  readonly orders: Record<KeptOrder, SortOrder>;
  #listed = 0;
  #settled = false;

  constructor() {
    const order = (values: SortOrder["values"]) => new SortOrder(values, this.works);
    this.orders = {
      updated: order(this.updated),
      posted: order(this.posted),
      words: order(this.words),
      title: order(new TextValues(this.#titles)),
      author: order(new TextValues(this.#authors)),
      kudos: order(this.updated),
      comments: order(this.updated),
      bookmarks: order(this.updated),
      hits: order(this.updated),
      relevance: order(this.updated),
    };
  }

  /** Rows there are, those left behind among them. */
  get rows(): number {
    return this.works.size;
  }

  /** How many works stand in lists for members, who see the most. */
  get listed(): number {
    return this.#listed;
  }

  /** Whether so many rows were left behind that the index should be built anew. */
  get wornOut(): boolean {
    const left = this.rows - this.#listed;
    return left > 10_000 && left * 5 > this.rows;
  }

  has(workId: string): boolean {
    return this.#listedRow(workId) >= 0;
  }

  /** Makes a work found as it is now. Its tags must be known (`tags.meanings.knows`). */
  put(work: IndexedWork): void {
    this.remove(work.id);
    const row = this.works.append(work.id);
    this.words.append(work.words);
    this.chapters.append(work.chapters);
    this.posted.append(work.posted);
    this.updated.append(work.updated);
    this.#titles.append(sortKey(work.title));
    this.#authors.append(sortKey(work.author));
    this.tags.append(work.tagIds);
    this.writerRows.append([...new Set(work.writerIds)].map((id) => this.#placeOfWriter(id)));
    this.#putTraits(row, work);
    if (this.#settled) this.#noteKindCounts(row);
    this.audiences.members.add(row);
    if (work.open) this.audiences.everyone.add(row);
    this.#listed++;
    if (this.#settled) for (const order of Object.values(this.orders)) order.insert(row);
  }

  /** Makes a work found no more; one that was not is left alone. */
  remove(workId: string): void {
    const row = this.#listedRow(workId);
    if (row < 0) return;
    this.audiences.members.delete(row);
    this.audiences.everyone.delete(row);
    this.#listed--;
    if (this.#settled) for (const order of Object.values(this.orders)) order.remove(row);
  }

  /** Ready for questions: once, after the first works and tags. */
  async settle(pause: Pause): Promise<void> {
    this.tags.meanings.settle();
    await this.tags.settle(pause);
    await this.writerRows.settle(this.writers.size, pause);
    for (let row = 0; row < this.rows; row++) {
      this.#noteKindCounts(row);
      if (row % 50_000 === 0) await pause();
    }
    const listed = Uint32Array.from({ length: this.rows }, (_, row) => row).filter((row) =>
      this.audiences.members.has(row),
    );
    const byId = await radixSort(
      listed,
      4,
      (row, place) => {
        const number = this.works.numberAt(row);
        const half = place < 2 ? lowBits(number) : highBits(number);
        return (half >>> ((place & 1) * 16)) & 0xffff;
      },
      pause,
    );
    for (const order of Object.values(this.orders)) await order.fill(byId, pause);
    this.#settled = true;
  }

  /** After tags were taken in: works are found by what their tags mean now. */
  followMeanings(): void {
    const changed = this.tags.meanings.settle();
    this.tags.forgetGathered();
    const touched = new Set<number>();
    for (const tag of changed) this.tags.postings.forEach(tag, (row) => touched.add(row));
    for (const row of touched) this.#noteKindCounts(row);
    this.tags.rank();
  }

  /** Whether a listed work is found as what it is here. */
  holds(work: IndexedWork): boolean {
    const row = this.#listedRow(work.id);
    return row >= 0 && JSON.stringify(this.#workAt(row)) === JSON.stringify(comparable(work));
  }

  /** The works that stand in lists for members. */
  *listedIds(): Generator<string> {
    for (let row = 0; row < this.rows; row++) if (this.audiences.members.has(row)) yield this.works.idAt(row);
  }

  /** Bytes in memory, the names of tags and small change left out. */
  get bytes(): number {
    const sets = [this.complete, this.crossovers, this.onePairing, ...Object.values(this.audiences)];
    for (const map of [this.ratings, this.categories, this.languages]) sets.push(...map.values());
    for (const { yes, no } of this.warnings.values()) sets.push(yes, no);
    const columns = [this.words, this.chapters, this.posted, this.updated];
    return (
      sets.reduce((sum, set) => sum + set.size, 0) +
      columns.reduce((sum, column) => sum + column.values.byteLength, 0) +
      Object.values(this.orders).reduce((sum, order) => sum + order.bytes, 0) +
      this.#titles.size +
      this.#authors.size +
      this.works.bytes +
      this.tags.bytes +
      this.writers.bytes +
      this.writerRows.bytes +
      this.scratch.bytes
    );
  }

  /** A row read back, in the form `comparable` gives a work. */
  #workAt(row: number): IndexedWork {
    const having = (sets: ReadonlyMap<string, RowSet>) =>
      [...sets].flatMap(([id, set]) => (set.has(row) ? [id] : []));
    const termsOf = ({ starts, terms }: Postings, { idAt }: { idAt(place: number): string }) =>
      Array.from(terms.subarray(starts[row], starts[row + 1]), (place) => idAt(place));
    const warnings: { id: string; answer: "yes" | "no" }[] = [];
    for (const [id, { yes, no }] of this.warnings)
      if (yes.has(row) || no.has(row)) warnings.push({ id, answer: yes.has(row) ? "yes" : "no" });
    return comparable({
      id: this.works.idAt(row),
      open: this.audiences.everyone.has(row),
      ratingId: having(this.ratings).join(),
      language: having(this.languages).join(),
      categoryIds: having(this.categories),
      warnings,
      complete: this.complete.has(row),
      words: this.words.valueAt(row),
      chapters: this.chapters.valueAt(row),
      posted: this.posted.valueAt(row),
      updated: this.updated.valueAt(row),
      title: this.#titles.at(row),
      author: this.#authors.at(row),
      writerIds: termsOf(this.writerRows, { idAt: (place) => this.writers.idAt(place) }),
      tagIds: termsOf(this.tags.postings, { idAt: (place) => this.tags.meanings.table.idAt(place) }),
    });
  }

  #listedRow(workId: string): number {
    const row = this.works.placeOf(workId);
    return row >= 0 && this.audiences.members.has(row) ? row : -1;
  }

  #placeOfWriter(pseudId: string): number {
    const known = this.writers.placeOf(pseudId);
    return known >= 0 ? known : this.writers.append(pseudId);
  }

  #putTraits(row: number, work: IndexedWork): void {
    setOf(this.ratings, work.ratingId).add(row);
    setOf(this.languages, work.language).add(row);
    for (const id of work.categoryIds) setOf(this.categories, id).add(row);
    for (const { id, answer } of work.warnings) {
      const known = this.warnings.get(id) ?? { yes: new RowSet(), no: new RowSet() };
      this.warnings.set(id, known);
      known[answer].add(row);
    }
    if (work.complete) this.complete.add(row);
  }

  /** Whether a row is in several fandoms, and whether it has one relationship: questions of what its tags mean. */
  #noteKindCounts(row: number): void {
    if (this.tags.countOfKind(row, fandomKindId) > 1) this.crossovers.add(row);
    else this.crossovers.delete(row);
    if (this.tags.countOfKind(row, relationshipKindId) === 1) this.onePairing.add(row);
    else this.onePairing.delete(row);
  }
}

/** The same for two works that are found alike: lists without repeats and in one order, text as it is ordered by. */
function comparable(work: IndexedWork): IndexedWork {
  const { id, open, ratingId, language, complete, words, chapters, posted, updated } = work;
  const ordered = (ids: readonly string[]) => [...new Set(ids)].sort();
  return {
    ...{ id, open, ratingId, language, complete, words, chapters, posted, updated },
    categoryIds: ordered(work.categoryIds),
    warnings: [...work.warnings]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map((warning) => ({ id: warning.id, answer: warning.answer })),
    title: sortKey(work.title),
    author: sortKey(work.author),
    writerIds: ordered(work.writerIds),
    tagIds: ordered(work.tagIds),
  };
}

function setOf(sets: Map<string, RowSet>, id: string): RowSet {
  const known = sets.get(id);
  if (known) return known;
  const made = new RowSet();
  sets.set(id, made);
  return made;
}

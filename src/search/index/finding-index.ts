import type { TagWeight } from "../../tags/tags.ts";
import type { SortOrder as OrderName } from "../work-filter.ts";
import { Arena } from "./arena.ts";
import { type Bitmap, bitmapFor, forEachRow, hasRow, rowsIn } from "./bitmap.ts";
import { IdPostings } from "./id-postings.ts";
import { IdTable } from "./id-table.ts";
import {
  type CountName,
  countNames,
  fandomKindId,
  type IndexedWork,
  relationshipKindId,
  type WorkCounts,
} from "./indexed-work.ts";
import { joinTags } from "./joined-tags.ts";
import {
  choiceNames,
  idNames,
  numberNames,
  type PackedWorks,
  packWorks,
  traitNames,
} from "./packed-works.ts";
import type { Pause } from "./pause.ts";
import { radixSort } from "./radix-sort.ts";
import { RowSet } from "./row-set.ts";
import { Scratch } from "./scratch.ts";
import { SortOrder } from "./sort-order.ts";
import { NumberColumn, TextValues } from "./sort-values.ts";
import { isGreater } from "./tag-key.ts";
import { TagRows } from "./tag-rows.ts";
import { sortKey, TextColumn } from "./text-column.ts";

/** The kinds a row's crossovers and pairings are counted of. */
const countedKinds = new Set([fandomKindId, relationshipKindId]);

/** Whom a list is for: lists show every member the same works (works/visible-works.ts). */
export type Audience = "everyone" | "members";

/** The works found, in both forms counting needs. */
export type FoundRows = { set: Bitmap; total: number };

/** The orders that are kept; others are made when asked for. */
export type KeptOrder = Exclude<OrderName, CountName | "relevance" | "random">;

/**
 * Every listed work, held so that any filter is answered by walking over bits: one row a work, one set of rows
 * for each thing that can be asked.
 *
 * Rows are only appended. A work that changes leaves its row and gets a new one, a work that goes leaves its
 * row; rows left behind stand in no audience, which every question begins with. `wornOut` says when so many
 * are left that building anew is worth it.
 */
export class FindingIndex {
  readonly #arena = new Arena();
  readonly works = new IdTable();
  readonly tags = new TagRows(this.#arena);
  readonly writers = new IdPostings(this.#arena);
  readonly recipients = new IdPostings(this.#arena);
  readonly series = new IdPostings(this.#arena);
  readonly audiences: Record<Audience, RowSet> = {
    everyone: new RowSet(this.#arena),
    members: new RowSet(this.#arena),
  };
  /** Rows by rating, category, language, and by "warning answer". */
  readonly ratings = new Map<string, RowSet>();
  readonly categories = new Map<string, RowSet>();
  readonly languages = new Map<string, RowSet>();
  readonly warnings = new Map<string, { yes: RowSet; no: RowSet }>();
  readonly complete = new RowSet(this.#arena);
  readonly pictures = new RowSet(this.#arena);
  readonly audio = new RowSet(this.#arena);
  readonly crossovers = new RowSet(this.#arena);
  readonly onePairing = new RowSet(this.#arena);
  readonly words = new NumberColumn();
  readonly chapters = new NumberColumn();
  readonly posted = new NumberColumn();
  readonly updated = new NumberColumn();
  readonly counts: Record<CountName, NumberColumn> = {
    kudos: new NumberColumn(),
    comments: new NumberColumn(),
    bookmarks: new NumberColumn(),
    hits: new NumberColumn(),
  };
  readonly #titles = new TextColumn();
  readonly #authors = new TextColumn();
  /** What questions work in. */
  readonly scratch = new Scratch(this.#arena);
  readonly orders: Record<KeptOrder, SortOrder>;
  /** Grows with every work that comes, changes or goes, and when tags come to mean something else. */
  changes = 0;
  /** Grows when tags come to mean something else. */
  meant = 0;
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

  /** Makes room for so many works at once: columns of a million that grow hold up whoever waits. */
  makeRoom(works: number): void {
    for (const column of [...this.#numbers, this.works]) column.makeRoom(works);
  }

  has(workId: string): boolean {
    return this.#listedRow(workId) >= 0;
  }

  /** Makes a work found as it is now. What its tags mean must be told before anybody asks (`tags.meanings.put`). */
  put(work: IndexedWork): void {
    this.putAll(packWorks([{ ...work, joinedTags: joinTags(work.tags) }]));
  }

  /** Makes works found as they are now; none is there twice. */
  putAll(works: PackedWorks): void {
    const first = this.rows;
    const { highs, lows } = works.ids;
    for (let at = 0; at < highs.length; at++) {
      this.#leave(this.works.placeOfHalves(highs[at] ?? 0, lows[at] ?? 0));
      this.works.appendHalves(highs[at] ?? 0, lows[at] ?? 0);
    }
    for (const name of numberNames) this[name].append(works[name]);
    for (const name of countNames) this.counts[name].append(works.counts[name]);
    this.#titles.appendAll(works.titles);
    this.#authors.appendAll(works.authors);
    this.tags.append(works.tags);
    for (const name of idNames) this[name].append(works[name]);
    for (const name of traitNames) this[name].addFrom(first, works[name]);
    for (const name of choiceNames)
      for (const [id, set] of works[name]) this.#setOf(this[name], id).addFrom(first, set);
    for (const [id, { yes, no }] of works.warnings) {
      const known = this.warnings.get(id) ?? { yes: new RowSet(this.#arena), no: new RowSet(this.#arena) };
      this.warnings.set(id, known);
      known.yes.addFrom(first, yes);
      known.no.addFrom(first, no);
    }
    this.audiences.everyone.addFrom(first, works.open);
    for (let row = first; row < this.rows; row++) {
      this.audiences.members.add(row);
      if (!this.#settled) continue;
      this.#noteKindCounts(row);
      for (const order of Object.values(this.orders)) order.insert(row);
    }
    this.#listed += highs.length;
    this.changes += highs.length;
  }

  /** Makes a work found no more; one that was not is left alone. */
  remove(workId: string): void {
    this.#leave(this.works.placeOf(workId));
  }

  /** Leaves a row, where a work stands on it that is listed. */
  #leave(row: number): void {
    if (row < 0 || !this.audiences.members.has(row)) return;
    this.changes++;
    this.audiences.members.delete(row);
    this.audiences.everyone.delete(row);
    this.#listed--;
    if (this.#settled) for (const order of Object.values(this.orders)) order.remove(row);
  }

  /** Ready for questions: once, after the first works and tags. */
  async settle(pause: Pause): Promise<void> {
    this.tags.followMeanings(countedKinds);
    await this.tags.settle(pause);
    for (const postings of [this.writers, this.recipients, this.series]) await postings.settle(pause);
    await pause();
    await this.#noteAllKindCounts(pause);
    const byId = await this.#listedById(pause);
    for (const column of [...this.#numbers, this.#titles, this.#authors, this.works]) {
      column.trim();
      await pause();
    }
    for (const order of Object.values(this.orders)) await order.fill(byId, pause);
    await this.#authors.share(this.orders.author, pause);
    this.#settled = true;
  }

  /** All listed rows in the order of their works' ids, which they come in when an archive is read from end to end. */
  async #listedById(pause: Pause): Promise<Uint32Array<ArrayBuffer>> {
    const { bits } = this.audiences.members;
    const rows = rowsIn(bits, this.scratch.rowList(this.#listed)).slice();
    let inOrder = true;
    for (let at = 1; at < rows.length && inOrder; at++)
      inOrder = this.works.numberAt(rows[at] ?? 0) > this.works.numberAt(rows[at - 1] ?? 0);
    await pause();
    if (inOrder) return rows;
    const { highs, lows } = this.works.halves;
    const digits = new Uint16Array(this.rows);
    return radixSort(
      rows,
      4,
      (place) => {
        const half = place < 2 ? lows : highs;
        for (let row = 0; row < digits.length; row++) digits[row] = (half[row] ?? 0) >>> ((place & 1) * 16);
        return digits;
      },
      pause,
    );
  }

  /** After tags were taken in: works are found by what their tags mean now. */
  followMeanings(): void {
    this.changes++;
    this.meant++;
    for (const row of this.tags.followMeanings(countedKinds)) this.#noteKindCounts(row);
  }

  /** Brings into order what is only noted while questions are asked; at any time, and with pauses. */
  async tidy(pause: Pause): Promise<void> {
    if (this.tags.names.areLate) await this.tags.names.layOut(pause);
  }

  /** Notes what thanks and readings of a work came to; one that is not listed is left alone. */
  setCounts(workId: string, counts: WorkCounts): void {
    const row = this.#listedRow(workId);
    if (row >= 0) for (const name of countNames) this.counts[name].set(row, counts[name]);
  }

  /** The row a listed work stands on, or -1. */
  rowOf(workId: string): number {
    return this.#listedRow(workId);
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

  /** An empty set for somebody to keep, with room for so many rows. */
  newSet(rows: number): Bitmap {
    return bitmapFor(this.#arena, rows);
  }

  /** Lets go of a set that was kept. */
  giveBack({ words }: Bitmap): void {
    this.#arena.giveBack(words);
  }

  /** Bytes of its shared memory, which `process.memoryUsage` leaves out; all else it counts. */
  get arenaBytes(): number {
    return this.#arena.bytes;
  }

  /** A row read back, in the form `comparable` gives a work. */
  #workAt(row: number): IndexedWork {
    const having = (sets: ReadonlyMap<string, RowSet>) =>
      [...sets].flatMap(([id, set]) => (set.has(row) ? [id] : []));
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
      writerIds: this.writers.idsOn(row),
      recipientIds: this.recipients.idsOn(row),
      seriesIds: this.series.idsOn(row),
      pictures: this.pictures.has(row),
      audio: this.audio.has(row),
      tags: this.tags.tagsOn(row),
      ...noCounts,
    });
  }

  get #numbers(): NumberColumn[] {
    return [this.words, this.chapters, this.posted, this.updated, ...Object.values(this.counts)];
  }

  #listedRow(workId: string): number {
    const row = this.works.placeOf(workId);
    return row >= 0 && this.audiences.members.has(row) ? row : -1;
  }

  #setOf(sets: Map<string, RowSet>, id: string): RowSet {
    const known = sets.get(id);
    if (known) return known;
    const made = new RowSet(this.#arena);
    sets.set(id, made);
    return made;
  }

  /** The same for every row, where none was noted before. */
  async #noteAllKindCounts(pause: Pause): Promise<void> {
    const fandoms = await this.tags.rowsOfKind(fandomKindId, pause);
    forEachRow(fandoms.several, (row) => this.crossovers.add(row));
    const relationships = await this.tags.rowsOfKind(relationshipKindId, pause);
    forEachRow(relationships.any, (row) => {
      if (!hasRow(relationships.several, row)) this.onePairing.add(row);
    });
  }

  /** Whether a row is in several fandoms, and whether it has one relationship: questions of what its tags mean. */
  #noteKindCounts(row: number): void {
    if (this.tags.countOfKind(row, fandomKindId) > 1) this.crossovers.add(row);
    else this.crossovers.delete(row);
    if (this.tags.countOfKind(row, relationshipKindId) === 1) this.onePairing.add(row);
    else this.onePairing.delete(row);
  }
}

/** Counts are looked at by themselves, and may be a minute behind. */
const noCounts: WorkCounts = { kudos: 0, comments: 0, bookmarks: 0, hits: 0 };

/** The same for two works that are found alike: lists without repeats and in one order, text as it is ordered by. */
function comparable(work: IndexedWork): IndexedWork {
  const { id, open, ratingId, language, complete, words, chapters, posted, updated, pictures, audio } = work;
  const ordered = (ids: readonly string[]) => [...new Set(ids)].sort();
  const weights = new Map<string, TagWeight>();
  for (const { id, weight } of work.tags) {
    const known = weights.get(id);
    if (known === undefined || isGreater(weight, known)) weights.set(id, weight);
  }
  return {
    ...{
      id,
      open,
      ratingId,
      language,
      complete,
      words,
      chapters,
      posted,
      updated,
      pictures,
      audio,
      ...noCounts,
    },
    categoryIds: ordered(work.categoryIds),
    warnings: [...work.warnings]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map((warning) => ({ id: warning.id, answer: warning.answer })),
    title: sortKey(work.title),
    author: sortKey(work.author),
    writerIds: ordered(work.writerIds),
    recipientIds: ordered(work.recipientIds),
    seriesIds: ordered(work.seriesIds),
    tags: [...weights]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, weight]) => ({ id, weight })),
  };
}

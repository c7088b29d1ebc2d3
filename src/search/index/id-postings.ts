import type { Arena } from "./arena.ts";
import { type Bitmap, forEachRow } from "./bitmap.ts";
import { IdTable } from "./id-table.ts";
import type { PackedTerms } from "./packed-columns.ts";
import type { Pause } from "./pause.ts";
import { Postings } from "./postings.ts";

/** Which rows have which of the ids that works are asked for by: writers, recipients, series. */
export class IdPostings {
  readonly #table = new IdTable();
  readonly #postings: Postings;

  constructor(arena: Arena) {
    this.#postings = new Postings(arena);
  }

  /** Puts what works have on the next rows. */
  append({ ids, starts, terms }: PackedTerms): void {
    const places = this.#table.placesFor(ids);
    this.#postings.append(
      starts,
      terms.map((term) => places[term] ?? 0),
    );
  }

  settle(pause: Pause): Promise<void> {
    return this.#postings.settle(this.#table.size, pause);
  }

  /** Adds the rows that have an id to a set with room for them; an id nobody knows is on none. */
  addTo(set: Bitmap, id: string): void {
    const place = this.#table.placeOf(id);
    if (place >= 0) this.#postings.addTo(set, place);
  }

  /** How many different ids stand on the rows of a set. */
  countOn(set: Bitmap): number {
    const seen = new Uint8Array(this.#table.size);
    let count = 0;
    forEachRow(set, (row) => {
      for (const place of this.#postings.termsOn(row)) {
        if (seen[place] === 0) count++;
        seen[place] = 1;
      }
    });
    return count;
  }

  idsOn(row: number): string[] {
    return Array.from(this.#postings.termsOn(row), (place) => this.#table.idAt(place));
  }
}

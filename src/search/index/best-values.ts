import type { FacetValue } from "../found.ts";

/** The values with the highest counts so far; among equals the lower id first. */
export class BestValues {
  readonly #most: number;
  readonly #values: FacetValue[] = [];

  /** @param most how many are shown; one more is kept, to know whether there are more */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many counts are kept. */
  get room(): number {
    return this.#most + 1;
  }

  /** A value with fewer than this cannot come in. */
  get least(): number {
    return this.#values.length > this.#most ? (this.#values[this.#most]?.count ?? 1) : 1;
  }

  add(id: string, count: number): void {
    if (count < this.least) return;
    let at = this.#values.length;
    while (at > 0 && comesBefore({ id, count }, this.#values[at - 1])) at--;
    this.#values.splice(at, 0, { id, count });
    if (this.#values.length > this.#most + 1) this.#values.pop();
  }

  get shown(): FacetValue[] {
    return this.#values.slice(0, this.#most);
  }

  get more(): boolean {
    return this.#values.length > this.#most;
  }
}

function comesBefore(one: FacetValue, other: FacetValue | undefined): boolean {
  if (!other) return false;
  return one.count > other.count || (one.count === other.count && one.id < other.id);
}

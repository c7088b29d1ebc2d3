import { roomFor, trimmed } from "./grow.ts";
import { highBits, idOfNumber, lowBits, numberFrom, numberOfId } from "./id-numbers.ts";
import type { PackedIds } from "./packed-columns.ts";

/**
 * Ids by their place and places by their id, in typed arrays: open addressing with linear probing, never more
 * than half full. An id may be given a new place (a changed work gets a new row); the last one counts.
 */
export class IdTable {
  /** Ids as numbers, their upper and lower 25 bits. */
  #highs = new Uint32Array(0);
  #lows = new Uint32Array(0);
  #slots = new Int32Array(64);
  #taken = 0;
  #size = 0;

  /** How many places were given. */
  get size(): number {
    return this.#size;
  }

  /** @returns the id's last place, or -1 */
  placeOf(id: string): number {
    const number = numberOfId(id);
    return number === null ? -1 : this.placeOfHalves(highBits(number), lowBits(number));
  }

  /** The last place of an id of which the upper and lower bits are given, or -1. */
  placeOfHalves(high: number, low: number): number {
    return (this.#slots[this.#slotOf(high, low)] ?? 0) - 1;
  }

  /** Gives an id the next place. @throws RangeError for what is no id */
  append(id: string): number {
    const number = numberOfId(id);
    if (number === null) throw new RangeError(`“${id}” is no public id`);
    return this.appendHalves(highBits(number), lowBits(number));
  }

  /** Gives the id of which the upper and lower bits are given the next place. */
  appendHalves(high: number, low: number): number {
    const place = this.#size++;
    this.#highs = roomFor(this.#highs, this.#size);
    this.#lows = roomFor(this.#lows, this.#size);
    this.#highs[place] = high;
    this.#lows[place] = low;
    this.#spread(this.#taken + 1);
    const slot = this.#slotOf(high, low);
    if (this.#slots[slot] === 0) this.#taken++;
    this.#slots[slot] = place + 1;
    return place;
  }

  /** Makes room for so many ids at once. */
  makeRoom(ids: number): void {
    this.#highs = roomFor(this.#highs, ids);
    this.#lows = roomFor(this.#lows, ids);
    this.#spread(ids);
  }

  /** The id's place, the next one where it has none. @throws RangeError for what is no id */
  placeFor(id: string): number {
    const known = this.placeOf(id);
    return known >= 0 ? known : this.append(id);
  }

  /** The same for an id of which the upper and lower bits are given. */
  placeForHalves(high: number, low: number): number {
    const known = this.placeOfHalves(high, low);
    return known >= 0 ? known : this.appendHalves(high, low);
  }

  /** The places of ids, the next ones for those that have none. */
  placesFor({ highs, lows }: PackedIds): Uint32Array {
    const places = new Uint32Array(highs.length);
    for (let at = 0; at < places.length; at++)
      places[at] = this.placeForHalves(highs[at] ?? 0, lows[at] ?? 0);
    return places;
  }

  /** Gives ids, each of which has one place, other ones. @param order their places so far, in the order they are to have */
  reorder(order: Uint32Array): void {
    this.#highs = picked(order, this.#highs);
    this.#lows = picked(order, this.#lows);
    this.#slots.fill(0);
    for (let place = 0; place < this.#size; place++)
      this.#slots[this.#slotOf(this.#highs[place] ?? 0, this.#lows[place] ?? 0)] = place + 1;
  }

  /** The ids in the order of their places. */
  get packed(): PackedIds {
    return { highs: this.#highs.slice(0, this.#size), lows: this.#lows.slice(0, this.#size) };
  }

  /** Gives back the room spared for growing. */
  trim(): void {
    this.#highs = trimmed(this.#highs, this.#size);
    this.#lows = trimmed(this.#lows, this.#size);
  }

  idAt(place: number): string {
    return idOfNumber(this.numberAt(place));
  }

  /** The id at a place as its number, which orders as the id does. */
  numberAt(place: number): number {
    return numberFrom(this.#highs[place] ?? 0, this.#lows[place] ?? 0);
  }

  /** The upper and the lower half of every id's number, by place; for going through millions. */
  get halves(): { highs: Uint32Array; lows: Uint32Array } {
    return { highs: this.#highs, lows: this.#lows };
  }

  /** The slot that holds the number, or the free one where it belongs. */
  #slotOf(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0 || (this.#lows[held - 1] === low && this.#highs[held - 1] === high)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** Spreads the ids over more slots, where so many would take more than half. */
  #spread(ids: number): void {
    let slots = this.#slots.length;
    while (ids * 2 > slots) slots *= 2;
    if (slots === this.#slots.length) return;
    const places = this.#slots.filter((held) => held !== 0);
    this.#slots = new Int32Array(slots);
    for (const held of places)
      this.#slots[this.#slotOf(this.#highs[held - 1] ?? 0, this.#lows[held - 1] ?? 0)] = held;
  }
}

/** The values of a column in another order. */
function picked(order: Uint32Array, values: Uint32Array): Uint32Array<ArrayBuffer> {
  const picked = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) picked[at] = values[order[at] ?? 0] ?? 0;
  return picked;
}

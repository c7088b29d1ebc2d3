import { roomFor } from "./grow.ts";
import { highBits, idOfNumber, lowBits, numberOfId } from "./id-numbers.ts";

/**
 * Ids by their place and places by their id, in typed arrays: open addressing with linear probing, never more
 * than half full. An id may be given a new place (a changed work gets a new row); the last one counts.
 */
export class IdTable {
  #numbers = new Float64Array(0);
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
    return number === null ? -1 : (this.#slots[this.#slotOf(number)] ?? 0) - 1;
  }

  /** Gives an id the next place. @throws RangeError for what is no id */
  append(id: string): number {
    const number = numberOfId(id);
    if (number === null) throw new RangeError(`“${id}” is no public id`);
    const place = this.#size++;
    this.#numbers = roomFor(this.#numbers, this.#size);
    this.#numbers[place] = number;
    if ((this.#taken + 1) * 2 > this.#slots.length) this.#spread();
    const slot = this.#slotOf(number);
    if (this.#slots[slot] === 0) this.#taken++;
    this.#slots[slot] = place + 1;
    return place;
  }

  idAt(place: number): string {
    return idOfNumber(this.numberAt(place));
  }

  /** The id at a place as its number, which orders as the id does. */
  numberAt(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  /** Bytes in memory. */
  get bytes(): number {
    return this.#numbers.byteLength + this.#slots.byteLength;
  }

  /** The slot that holds the number, or the free one where it belongs. */
  #slotOf(number: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(highBits(number), 0x9e3779b1) ^ Math.imul(lowBits(number), 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0 || this.#numbers[held - 1] === number) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #spread(): void {
    const places = this.#slots.filter((held) => held !== 0);
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const held of places) this.#slots[this.#slotOf(this.#numbers[held - 1] ?? 0)] = held;
  }
}

import type { ImportReading } from "./import-reading.ts";
import { unpackReading } from "./pack-reading.ts";

/** Characters of JSON whose readings are remembered: a long novel, or many short stories. */
const mostCharacters = 64_000_000;

/** The readings a thread has looked into lately, so that the next answer about one need not take it apart again. */
export class RememberedReadings {
  readonly #kept = new Map<string, { reading: ImportReading; size: number }>();
  #size = 0;

  /** The reading, if it is remembered. */
  of(importId: string): ImportReading | undefined {
    const found = this.#kept.get(importId);
    if (found === undefined) return undefined;
    this.#kept.delete(importId);
    this.#kept.set(importId, found);
    return found.reading;
  }

  /** Takes a packed reading in; those not asked for longest make room. */
  remember(importId: string, packed: string): ImportReading {
    this.#forget(importId);
    const json = unpackReading(packed);
    const reading: ImportReading = JSON.parse(json);
    this.#kept.set(importId, { reading, size: json.length });
    this.#size += json.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= mostCharacters || oldest === importId) break;
      this.#forget(oldest);
    }
    return reading;
  }

  #forget(importId: string): void {
    this.#size -= this.#kept.get(importId)?.size ?? 0;
    this.#kept.delete(importId);
  }
}

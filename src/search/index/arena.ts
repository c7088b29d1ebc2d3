import { type Kernel, kernelIn } from "./kernel/kernel.ts";

const page = 65_536;
/** All that 32 bits can address; only what is used takes memory. */
const mostPages = 65_536;
/** What lies at 0 would look like nothing to the kernel. */
const first = 16;

/** An array in the kernel's memory. */
export type Words = Uint32Array<SharedArrayBuffer>;
type Gap = { at: number; bytes: number };

/**
 * Memory that the kernel and we both see without a copy. It is a shared one, though nobody shares it: only such a
 * memory can grow while arrays that lie in it stay what they are. An index has one, which goes with it.
 */
export class Arena {
  readonly #memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  readonly kernel: Kernel = kernelIn(this.#memory);
  #end = first;
  /** What was given back, by address. */
  #gaps: Gap[] = [];

  /** Bytes in memory, gaps and all. Node does not count shared memory as any of its own. */
  get bytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** An array of zeros, a whole number of 16 bytes long. */
  words(length: number): Words {
    const bytes = ((length + 3) >>> 2) * 16;
    const { at, used } = this.#take(bytes);
    const words = new Uint32Array(this.#memory.buffer, at, bytes >>> 2);
    return used ? words.fill(0) : words;
  }

  /** A copy of an array; the other is given back, where it lies here too. */
  moved(words: Uint32Array, room: number): Words {
    const copy = this.words(room);
    copy.set(words.length > room ? words.subarray(0, room) : words);
    if (words.buffer instanceof SharedArrayBuffer) this.giveBack(words);
    return copy;
  }

  /** An array whose place may be used for another from now on. */
  giveBack({ byteOffset: at, byteLength: bytes }: Uint32Array): void {
    if (bytes === 0) return;
    const behind = this.#gaps.findIndex((gap) => gap.at > at);
    const place = behind < 0 ? this.#gaps.length : behind;
    this.#gaps.splice(place, 0, { at, bytes });
    this.#gaps = joined(this.#gaps);
  }

  #take(bytes: number): { at: number; used: boolean } {
    const gap = this.#gaps.find((one) => one.bytes >= bytes);
    if (gap) {
      const { at } = gap;
      gap.at += bytes;
      gap.bytes -= bytes;
      if (gap.bytes === 0) this.#gaps.splice(this.#gaps.indexOf(gap), 1);
      return { at, used: true };
    }
    const at = this.#end;
    this.#end += bytes;
    const missing = this.#end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / page));
    return { at, used: false };
  }
}

/** Gaps side by side are one. */
function joined(gaps: readonly Gap[]): Gap[] {
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    if (last && last.at + last.bytes === gap.at) last.bytes += gap.bytes;
    else joined.push(gap);
  }
  return joined;
}

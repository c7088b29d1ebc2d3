import { kernelModule } from "./kernel-module.ts";

/** The functions of kernel.wat, where each is described. Every number is an address or a size in bytes, or a count. */
export type Kernel = {
  addAll(set: number, other: number, bytes: number): void;
  keepCommon(set: number, other: number, bytes: number): void;
  takeOut(set: number, other: number, bytes: number): void;
  countCommon(one: number, other: number, bytes: number): number;
  gatherCommon(into: number, one: number, other: number, bytes: number): number;
  listRows(set: number, bytes: number, list: number, most: number): number;
  countListed(list: number, end: number, set: number, bytes: number): number;
  countListedFrom(list: number, end: number, set: number, bytes: number, least: number): number;
  gatherListed(list: number, end: number, set: number, into: number, bytes: number): number;
  countTags(
    ...where: [
      list: number,
      end: number,
      firstRow: number,
      starts: number,
      units: number,
      limit: number,
      reachAt: number,
      reaches: number,
      counts: number,
      lastMetOn: number,
      met: number,
      metCount: number,
    ]
  ): number;
};

const compiled = new WebAssembly.Module(Buffer.from(kernelModule, "base64"));

/** The kernel at work in a memory. */
export function kernelIn(memory: WebAssembly.Memory): Kernel {
  return new WebAssembly.Instance<Kernel>(compiled, { arena: { memory } }).exports;
}

import { openFile } from "../../plumbing/database/open-file.ts";
import { type PackedWorks, packWorks } from "./packed-works.ts";
import { readForPacking, type Stretch } from "./read-works.ts";

/** What a thread is asked: the works of which stretch, in which SQLite file. */
export type ReadTask = { file: string; stretch: Stretch };

/** Reads in a thread: a million works take half a minute, in which pages are asked for. */
export default async function readInThread({ file, stretch }: ReadTask): Promise<PackedWorks> {
  return packWorks(await readForPacking(openFile(file), stretch));
}

import { openFile } from "../../plumbing/database/open-file.ts";
import { countListed } from "./read-works.ts";

/** Counts the works in lists in a thread: the engine looks at each of a million, which takes a third of a second. */
export default async function countInThread(file: string): Promise<number> {
  return countListed(openFile(file));
}

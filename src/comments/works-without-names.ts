import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";

/** Those of these works that tell nobody who wrote them: what their authors say under them is said by "the author". */
export async function worksWithoutNames(
  _reader: Reader | Writer,
  _workIds: readonly string[],
): Promise<Set<string>> {
  return new Set();
}

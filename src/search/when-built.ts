import type { Finder } from "./open-finder.ts";

/** How long one waits for the index before being told that it is being built, in ms. */
const patience = 1_000;

/** An answer of the finder's; null when the index is still being built and that takes longer than a person waits gladly. */
export async function whenBuilt<Answer>(finder: Finder, answer: Promise<Answer>): Promise<Answer | null> {
  if (finder.progress() === null) return answer;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  // What comes of it after that is nobody's to hear.
  answer.catch(() => {});
  const first = await Promise.race([answer, tooLong]);
  clearTimeout(timer);
  return first;
}

import { wordsAndPhrases } from "../text-words.ts";
import type { PlainArchive } from "./plain-finder.ts";

/** How well the works' texts fit, by work id: how often what is asked for stands there, all of it at least once. */
export function plainFits(archive: PlainArchive, text: string): Map<string, number> {
  const asked = wordsAndPhrases(text);
  const fits = new Map<string, number>();
  for (const work of archive.works.values()) {
    const times = asked.map(({ said }) => timesIn(work.text, said));
    if (asked.length > 0 && times.every((count) => count > 0))
      fits.set(
        work.id,
        times.reduce((sum, count) => sum + count, 0),
      );
  }
  return fits;
}

function timesIn(text: string, said: string): number {
  const [wanted, padded] = [` ${said.replace(/\*$/, "")}${said.endsWith("*") ? "" : " "}`, ` ${text} `];
  let count = 0;
  for (let at = padded.indexOf(wanted); at >= 0; at = padded.indexOf(wanted, at + 1)) count++;
  return count;
}

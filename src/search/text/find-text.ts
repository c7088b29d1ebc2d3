import type { Engine, Reader } from "../../plumbing/database/reader-writer.ts";
import type { TextMatches } from "../text-search.ts";
import { worksWithTerm } from "./engine-words.ts";
import type { Term } from "./read-terms.ts";
import { scoreOf } from "./score.ts";
import "./text-tables.ts";

/** Works looked up by their numbers at once; with more than some thousands all are read. */
const slice = 500;
const readAllAbove = 5_000;

/** The works that have all terms, each anywhere in its published text, and how well they fit. */
export async function findText(reader: Reader, engine: Engine, terms: readonly Term[]): Promise<TextMatches> {
  const gathered: Map<number, number>[] = [];
  for (const term of terms) {
    const { rows } = await worksWithTerm[engine](term).execute(reader);
    if (rows.length === 0) return nothingFound();
    gathered.push(new Map(rows.map(({ work, hits }) => [work, hits])));
  }
  const [rarest, ...others] = [...gathered].sort((one, other) => one.size - other.size);
  if (!rarest) return nothingFound();
  const numbers = [...rarest.keys()].filter((number) => others.every((works) => works.has(number)));
  const { works: count, passages } = await countWorks(reader);
  const works = await worksOf(reader, numbers);
  const scores = new Float32Array(works.length);
  for (const [index, work] of works.entries())
    for (const found of gathered)
      scores[index] =
        (scores[index] ?? 0) +
        scoreOf(found.get(work.number) ?? 0, work.passages, found.size, count, passages);
  return { workIds: works.map(({ work_id }) => work_id), scores };
}

const nothingFound = (): TextMatches => ({ workIds: [], scores: new Float32Array(0) });

async function worksOf(reader: Reader, numbers: readonly number[]) {
  const indexed = reader
    .selectFrom("text_indexed_works")
    .select(["number", "work_id", "passages"])
    .where("passages", ">", 0);
  if (numbers.length > readAllAbove) {
    const wanted = new Set(numbers);
    return (await indexed.execute()).filter(({ number }) => wanted.has(number));
  }
  const works: { number: number; work_id: string; passages: number }[] = [];
  for (let from = 0; from < numbers.length; from += slice)
    works.push(...(await indexed.where("number", "in", numbers.slice(from, from + slice)).execute()));
  return works;
}

async function countWorks(reader: Reader): Promise<{ works: number; passages: number }> {
  const { works, passages } = await reader
    .selectFrom("text_indexed_works")
    .select(({ fn }) => [fn.countAll<number>().as("works"), fn.sum<number | null>("passages").as("passages")])
    .where("passages", ">", 0)
    .executeTakeFirstOrThrow();
  return { works: Number(works), passages: Number(passages ?? 0) };
}

import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { TextMatches } from "../text-search.ts";
import "./text-tables.ts";

/** Answers kept, the latest asked for last; together they hold no more works than this. */
const mostAnswers = 50;
const mostWorks = 1_000_000;

/** Answers by what was asked, until any text changes: whoever turns the page asks the same again. */
export type KeptAnswers = {
  /** @param make is called when nobody has asked since the last change */
  get(key: string, make: () => Promise<TextMatches>): Promise<TextMatches>;
};

export function keepAnswers(reader: Reader): KeptAnswers {
  const answers = new Map<string, Promise<TextMatches>>();
  const sizes = new Map<string, number>();
  let keptAt = -1;
  const forget = (key: string) => {
    answers.delete(key);
    sizes.delete(key);
  };
  const makeRoom = () => {
    let works = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const key of answers.keys()) {
      if (answers.size <= mostAnswers && works <= mostWorks) return;
      works -= sizes.get(key) ?? 0;
      forget(key);
    }
  };
  return {
    async get(key, make) {
      const stamp = await newestStamp(reader);
      if (stamp !== keptAt) {
        answers.clear();
        sizes.clear();
        keptAt = stamp;
      }
      const answer = answers.get(key) ?? make();
      answers.delete(key);
      answers.set(key, answer);
      try {
        const { workIds } = await answer;
        if (answers.get(key) === answer) sizes.set(key, workIds.length);
        makeRoom();
        return await answer;
      } catch (cause) {
        forget(key);
        throw cause;
      }
    },
  };
}

async function newestStamp(reader: Reader): Promise<number> {
  const { newest } = await reader
    .selectFrom("text_indexed_works")
    .select((work) => work.fn.max<number | null>("stamp").as("newest"))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

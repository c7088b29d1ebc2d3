import { type RawBuilder, sql } from "kysely";
import type { Engine, Writer } from "../../plumbing/database/reader-writer.ts";
import type { Passage } from "./cut-passages.ts";
import type { Term } from "./read-terms.ts";

/*
 * The one place where the archive asks which engine it has: how passages' words are stored, and how those with a
 * term are found. Words are letters and digits alone, so nothing in them means anything to either engine's own language.
 */

/** Stands in FTS5's row of words where none does; no word has it. */
const nothing = "·";

/** A term as FTS5's MATCH takes it (https://sqlite.org/fts5.html, 3.3 and 3.4). */
function fts5Query({ words, isPrefix }: Term): string {
  return `"${words.join(" ")}"${isPrefix ? " *" : ""}`;
}

/** A term as tsquery's text form (PostgreSQL manual, 8.11.2). */
function tsquery({ words, isPrefix }: Term): string {
  return words
    .map((word, index) => `'${word}'${isPrefix && index === words.length - 1 ? ":*" : ""}`)
    .join(" <-> ");
}

/** Numbers and lengths of works with a term, and in how many of their passages it is. */
export const worksWithTerm: Record<Engine, (term: Term) => RawBuilder<{ work: number; hits: number }>> = {
  sqlite: (term) => sql`
    select rowid >> 20 as work, count(*) as hits from passage_words
    where passage_words match ${fts5Query(term)} group by 1`,
  postgres: (term) => sql`
    select number >> 20 as work, count(*) as hits from passages
    where words @@ ${tsquery(term)}::tsquery group by 1`,
};

/** Numbers of the first passages that have all terms, in a range of them. */
export const passagesWith: Record<
  Engine,
  (
    terms: readonly Term[],
    range: { first: number; last: number },
    count: number,
  ) => RawBuilder<{ number: number }>
> = {
  sqlite: (terms, { first, last }, count) => sql`
    select rowid as number from passage_words
    where passage_words match ${terms.map(fts5Query).join(" AND ")} and rowid between ${first} and ${last}
    order by rowid limit ${count}`,
  postgres: (terms, { first, last }, count) => sql`
    select number from passages
    where words @@ ${terms.map((term) => `(${tsquery(term)})`).join(" & ")}::tsquery
      and number between ${first} and ${last}
    order by number limit ${count}`,
};

/** Stores one passage and its words. */
export async function insertPassage(
  writer: Writer,
  engine: Engine,
  number: number,
  chapterId: string,
  { position, text, words }: Passage,
): Promise<void> {
  if (engine === "postgres") {
    await sql`insert into passages (number, chapter_id, position, text, words)
      values (${number}, ${chapterId}, ${position}, ${text}, ${tsvector(words)}::tsvector)`.execute(writer);
    return;
  }
  await writer.insertInto("passages").values({ number, chapter_id: chapterId, position, text }).execute();
  const row = words.map((word) => word ?? nothing).join(" ");
  await sql`insert into passage_words (rowid, words) values (${number}, ${row})`.execute(writer);
}

/** Words and their places as tsvector's text form (PostgreSQL manual, 8.11.1). */
function tsvector(words: readonly (string | null)[]): string {
  const places = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    if (word === null) continue;
    const known = places.get(word);
    if (known) known.push(index + 1);
    else places.set(word, [index + 1]);
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join(",")}`).join(" ");
}

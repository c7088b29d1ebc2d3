import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";
import type { Engine } from "../src/plumbing/database/reader-writer.ts";

/**
 * The text of published chapters, cut into passages and ready to be searched: words the application folded and took
 * apart itself, so that both engines find the same. `text_indexed_works` says which works were read and when.
 */
export const textIndex: Step = (engine) => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements(engine)) await sql.raw(statement).execute(database);
  },
});

function statements(engine: Engine): string[] {
  const numbered =
    engine === "sqlite"
      ? "integer primary key autoincrement"
      : "bigint generated always as identity primary key";
  return [
    `create table passages (
      number ${numbered},
      work_id text not null references works (id) on delete cascade,
      chapter_id text not null references chapters (id) on delete cascade,
      position integer not null,
      text text not null${engine === "sqlite" ? "" : ",\n      words tsvector not null"}
    )`,
    "create index passages_of_work on passages (work_id)",
    "create index passages_of_chapter on passages (chapter_id)",
    engine === "sqlite"
      ? "create virtual table passage_words using fts5(words, content='', contentless_delete=1, tokenize='ascii')"
      : "create index passages_words on passages using gin (words)",
    `create table text_indexed_works (
      work_id text primary key references works (id) on delete cascade,
      indexed_at bigint not null
    )`,
  ];
}

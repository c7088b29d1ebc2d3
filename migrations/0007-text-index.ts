import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";
import type { Engine } from "../src/plumbing/database/reader-writer.ts";

/**
 * The text of published chapters, cut into passages and ready to be searched: words the application folded and took
 * apart itself, so that both engines find the same.
 *
 * The number of a passage is its work's number times 2^20 and its own, so that the engine's list of passages with a word
 * already says which works they are in. `text_indexed_chapters` tells which text of a chapter its passages were made of.
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
    // `stamp` grows with every change of the index, in whichever work, so that what was kept of answers is known to be old.
    `create table text_indexed_works (
      number ${numbered},
      work_id text not null unique references works (id) on delete cascade,
      passages integer not null,
      rules integer not null,
      stamp bigint not null
    )`,
    "create index text_indexed_works_newest on text_indexed_works (stamp)",
    `create table text_indexed_chapters (
      chapter_id text primary key references chapters (id) on delete cascade,
      work_id text not null references works (id) on delete cascade,
      made_of text not null,
      passages integer not null
    )`,
    "create index text_indexed_chapters_of_work on text_indexed_chapters (work_id)",
    `create table passages (
      number ${engine === "sqlite" ? "integer" : "bigint"} primary key,
      chapter_id text not null references chapters (id) on delete cascade,
      position integer not null,
      text text not null${engine === "sqlite" ? "" : ",\n      words tsvector not null"}
    )`,
    "create index passages_of_chapter on passages (chapter_id)",
    ...(engine === "sqlite"
      ? [
          "create virtual table passage_words using fts5(words, content='', contentless_delete=1, tokenize='ascii')",
          // A foreign key does not reach into a virtual table; what it deletes fires triggers.
          `create trigger passage_deleted after delete on passages begin
            delete from passage_words where rowid = old.number;
          end`,
        ]
      : ["create index passages_words on passages using gin (words)"]),
  ];
}

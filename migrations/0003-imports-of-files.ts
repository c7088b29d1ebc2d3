import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Imports of several files, which are read while their writer waits or goes elsewhere; and the answers a writer gave,
 * kept with the work that came of them.
 *
 * `read_at` is null while an import has not been read yet: then `reading` is empty, and `problem` says why it never
 * will be, if it cannot. An import made before this step was read when it was made.
 */
export const importsOfFiles: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  "alter table imports add column read_at bigint",
  "alter table imports add column problem text",
  "alter table imports add column source_kind text",
  "update imports set read_at = created_at",
  `create table import_files (
    import_id text not null references imports (id) on delete cascade,
    original_id text not null references originals (id) on delete cascade,
    position integer not null,
    pasted_as text,
    primary key (import_id, position)
  )`,
  "create index import_files_of_original on import_files (original_id)",
  `insert into import_files (import_id, original_id, position, pasted_as)
    select id, original_id, 0, null from imports`,
  `create table import_decisions (
    id text primary key,
    work_id text not null references works (id) on delete cascade,
    original_id text references originals (id) on delete set null,
    made_at bigint not null,
    decisions text not null
  )`,
  "create index import_decisions_of_work on import_decisions (work_id)",
  "create index import_decisions_of_original on import_decisions (original_id)",
];

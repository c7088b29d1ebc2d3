import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/**
 * Names and credit (docs/decisions/0026-names.md): who was asked to be named on a work and when, who said no, works
 * that name nobody, and the pictures writers show beside their names.
 *
 * A credit of somebody else's pseud that stood before this step is an invitation nobody dated.
 */
export const names: Step = () => ({
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const statements = [
  // — invitations: a credit with a pseud and without its yes —
  "alter table work_creators add column invited_at bigint",
  "create index work_creators_invited on work_creators (pseud_id) where accepted = 0 and pseud_id is not null",
  // Whoever said no, or left, is not asked again for a while.
  `create table refused_credits (
    work_id text not null references works (id) on delete cascade,
    pseud_id text not null references pseuds (id) on delete cascade,
    refused_at bigint not null,
    primary key (work_id, pseud_id)
  )`,
  "create index refused_credits_of_pseud on refused_credits (pseud_id)",

  // — works without names —
  "alter table works add column anonymous integer not null default 0",

  // — pictures of pseuds; the name of a picture is random, because equal pictures must not tell that two pseuds are one person's —
  `create table pseud_icons (
    pseud_id text primary key references pseuds (id) on delete cascade,
    icon_id text not null unique,
    media_type text not null,
    alt text not null,
    byte_size integer not null,
    created_at bigint not null
  )`,
];

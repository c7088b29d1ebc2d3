import { type Kysely, sql } from "kysely";
import type { Step } from "../src/plumbing/database/migrate.ts";

/** What writers let others do with their works: the list, which is the owner's, and each work's answers. */
export const permissions: Step = () => ({
  async up(database: Kysely<unknown>) {
    await sql`create table permissions (
      id text primary key, name text not null, about text not null, position integer not null, retired integer not null
    )`.execute(database);
    // A permission without a row is one its writers have not spoken of.
    await sql`create table work_permissions (
      work_id text not null references works (id) on delete cascade,
      permission_id text not null references permissions (id),
      answer text not null check (answer in ('yes', 'ask', 'no')),
      primary key (work_id, permission_id)
    )`.execute(database);
    const rows = beginnings.map(
      ([id, name, about], position) => sql`(${id}, ${name}, ${about}, ${position}, 0)`,
    );
    await sql`insert into permissions (id, name, about, position, retired) values ${sql.join(rows)}`.execute(
      database,
    );
  },
});

const beginnings = [
  ["podfic", "Podfic", "Reading it aloud and sharing the recording"],
  ["translation", "Translation", "Putting it into another language"],
  ["art", "Art", "Drawing or painting what is in it"],
  ["remix", "Remix", "Writing it anew, or writing on from it"],
  ["binding", "Binding", "Printing and binding copies that are not sold"],
  ["archiving", "Archiving", "Keeping copies in other archives"],
  ["after-my-death", "After my death", "Keeping it here, under its name, when its writer has died"],
] as const;

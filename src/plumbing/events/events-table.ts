import type { Generated } from "kysely";

/** The log of facts; `number` grows with every commit, `body` is the fact as JSON text. */
export type EventsTable = {
  number: Generated<number>;
  recorded_at: number;
  subject: string;
  type: string;
  body: string;
};

/** How far each follower of the log has come. */
export type EventFollowersTable = { name: string; last_number: number };

declare module "../database/tables.ts" {
  interface Tables {
    events: EventsTable;
    event_followers: EventFollowersTable;
  }
}

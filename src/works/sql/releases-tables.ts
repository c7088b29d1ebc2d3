import type { Generated } from "kysely";

/** A draft chapter that waits: for `due_at`, or, without one, in its work's queue. Times are ms, UTC. */
export type ReleasesTable = {
  chapter_id: string;
  work_id: string;
  due_at: number | null;
  /** The clock its time was told by, an IANA name. */
  time_zone: string;
  /** 1: readers are told of it; 1: its work moves up among what was last updated. */
  told: number;
  moves_up: number;
  /** Why it did not come out at its time (`ReleaseTrouble`); a chapter with a time of its own then waits for its author. */
  trouble: string | null;
  trouble_at: number | null;
  /** How often it failed for no fault of its author, and when it is tried again. */
  failures: Generated<number>;
  retry_at: number | null;
};

/** In which rhythm the queue of a work comes out. */
export type ReleaseQueuesTable = {
  work_id: string;
  /** A `Rhythm` as JSON. */
  rhythm: string;
  time_zone: string;
  told: number;
  moves_up: number;
  paused: number;
  /** When the next chapter comes out; null: it is paused, or nothing waits. */
  next_at: number | null;
  trouble: string | null;
  failures: Generated<number>;
  retry_at: number | null;
};

/** What an author tells the readers of a work that is no chapter; clean note HTML. */
export type NewsTable = {
  id: string;
  work_id: string;
  text: string;
  version: number;
  posted_at: number;
  edited_at: number | null;
};

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    releases: ReleasesTable;
    release_queues: ReleaseQueuesTable;
    news: NewsTable;
  }
}

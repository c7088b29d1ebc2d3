import type { Generated } from "kysely";
import type { NoticeKind, Rhythm, SubscriptionKind, SubscriptionRhythm, Topic } from "../kinds.ts";

/** Something that was told to an account, by ids; `notice_key` is what it is about, told once. */
export type NoticesTable = {
  id: string;
  account_id: string;
  kind: NoticeKind;
  notice_key: string;
  work_id: string | null;
  chapter_id: string | null;
  comment_id: string | null;
  pseud_id: string | null;
  news_id: string | null;
  /** JSON: of thanks `KudosOfDay`, of works made of others `OtherWork`, of works put on shelves `shelfDetail`; else "". */
  detail: Generated<string>;
  /** The ids of the subscriptions that asked for it, a space between; "" for what concerns the account itself. */
  reasons: Generated<string>;
  rhythm: SubscriptionRhythm;
  /** 0: told by feed or letter alone. */
  on_site: number;
  noted_at: number;
  read_at: number | null;
  letter_id: string | null;
};

export type SubscriptionsTable = {
  id: string;
  account_id: string;
  kind: SubscriptionKind;
  target_id: string;
  rhythm: SubscriptionRhythm;
  made_at: number;
};

export type NoticeChoicesTable = { account_id: string; topic: Topic; rhythm: Rhythm };

/** When and how an account is written to; made when something first asks for it. */
export type TellingsTable = {
  account_id: string;
  /** By the clock of the account's time zone; `weekday` 0 for Sunday. */
  hour: number;
  weekday: number;
  /** The language of letters, as the account last chose how it is told. */
  locale: string;
  /** Secrets of addresses: of the feed, and of the page where letters are stopped. */
  feed_key: string;
  leave_key: string;
  mail_stopped_at: number | null;
  next_daily_at: number;
  next_weekly_at: number;
};

/** A letter on its way. What it says is made anew at each try, from what is still to be told then. */
export type LettersTable = {
  id: string;
  account_id: string;
  made_at: number;
  next_at: number;
  tries: Generated<number>;
  /** When a try began that nobody has seen the end of. */
  begun_at: number | null;
  /** How many tries broke off so; the second is taken for sent. */
  broken_off: Generated<number>;
  ended_at: number | null;
  ending: "sent" | "empty" | "given up" | null;
};

export type WorksToMatchTable = { work_id: string; noted_at: number };

/** One row: the last day (since 1970, UTC) whose thanks are told. */
export type KudosToldTable = { id: number; last_day: number };

declare module "../../plumbing/database/tables.ts" {
  interface Tables {
    notices: NoticesTable;
    subscriptions: SubscriptionsTable;
    notice_choices: NoticeChoicesTable;
    tellings: TellingsTable;
    letters: LettersTable;
    works_to_match: WorksToMatchTable;
    kudos_told: KudosToldTable;
  }
}

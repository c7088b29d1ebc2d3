import { dayOf } from "../../vocabulary/days.ts";
import { hidingOf, type PreparedRules, prepareRules } from "../../works/apply-rules.ts";
import { readRuleId } from "../../works/read-works.ts";
import type { ReaderRules } from "../../works/reader-rules.ts";
import { addRow, type Bitmap } from "./bitmap.ts";
import { factsOnRow } from "./facts-on-row.ts";
import type { FindingIndex } from "./finding-index.ts";
import { addRowsOfRules } from "./rows-of-rules.ts";
import type { QuietRows } from "./view.ts";

/** Accounts whose rows are kept, and the memory they may take together: what goes is made anew when it is asked for. */
const mostAccounts = 1_000;
const mostBytes = 64 * 1024 * 1024;

/** So many rows that came are held against the rules one by one; more are found sooner all at once. */
const fewRows = 500;

/** Rows as far as they were looked at, with what has to stay as it was for them to hold. */
type Kept = {
  quiet: QuietRows;
  rows: number;
  version: number;
  meant: number;
  day: number;
  prepared: PreparedRules;
};

/**
 * The rows that readers' rules keep quiet, kept by account while the same readers ask for page after page: made by laying
 * sets over one another, brought up to date for works that came or changed since, and made anew when the rules or the
 * meaning of a tag changed, and each day, for works grow old.
 */
export class QuietViews {
  readonly #index: FindingIndex;
  readonly #kept = new Map<string, Kept>();
  readonly #mostBytes: number;
  #bytes = 0;
  #key = 0;

  constructor(index: FindingIndex, limit = mostBytes) {
    this.#index = index;
    this.#mostBytes = limit;
  }

  /** How many accounts' rows are kept. */
  get size(): number {
    return this.#kept.size;
  }

  /** Until the next pause: what is kept may have gone then. @param now ms since 1970, UTC */
  of(accountId: string, rules: ReaderRules, now: number): QuietRows {
    const known = this.#kept.get(accountId);
    this.#kept.delete(accountId);
    const kept = known && this.#holds(known, rules, now) ? known : this.#remake(known, rules, now);
    this.#catchUp(kept);
    this.#kept.set(accountId, kept);
    this.#letGo();
    return kept.quiet;
  }

  #holds(kept: Kept, { version }: ReaderRules, now: number): boolean {
    return (
      kept.version === version &&
      kept.meant === this.#index.meant &&
      kept.day === dayOf(now) &&
      this.#index.rows <= roomIn(kept.quiet.hidden) &&
      this.#index.rows - kept.rows <= fewRows
    );
  }

  #remake(old: Kept | undefined, rules: ReaderRules, now: number): Kept {
    if (old) this.#giveBack(old);
    const index = this.#index;
    const room = Math.ceil(index.rows * 1.02) + 1_024;
    const [hidden, folded] = [index.newSet(room), index.newSet(room)];
    const hidesRead = rules.rules.some(({ id, manner }) => id === readRuleId && manner === "hide");
    const read = hidesRead ? index.newSet(room) : null;
    addRowsOfRules(index, rules, now, { hidden, folded, read });
    for (const { words } of setsOf({ hidden, folded, read })) this.#bytes += words.byteLength;
    const { meanings } = index.tags;
    const meaningOf = (id: string) => {
      const place = meanings.table.placeOf(id);
      return place < 0 ? id : meanings.table.idAt(meanings.meaningOf(place));
    };
    return {
      quiet: { hidden, folded, read, key: ++this.#key },
      rows: index.rows,
      version: rules.version,
      meant: index.meant,
      day: dayOf(now),
      prepared: prepareRules(rules, meaningOf, now),
    };
  }

  #catchUp(kept: Kept): void {
    const { rows } = this.#index;
    if (kept.rows === rows) return;
    const { hidden, folded, read } = kept.quiet;
    for (let row = kept.rows; row < rows; row++) {
      const hiding = hidingOf(kept.prepared, factsOnRow(this.#index, row));
      if (hiding) addRow(hiding.manner === "hide" ? hidden : folded, row);
      if (read && hiding?.ruleId === readRuleId) addRow(read, row);
    }
    kept.rows = rows;
  }

  /** The account that asked first goes first; the one that asks now stays, whatever it takes. */
  #letGo(): void {
    for (const [accountId, kept] of this.#kept) {
      if (this.#kept.size === 1 || (this.#bytes <= this.#mostBytes && this.#kept.size <= mostAccounts))
        return;
      this.#kept.delete(accountId);
      this.#giveBack(kept);
    }
  }

  #giveBack({ quiet }: Kept): void {
    for (const set of setsOf(quiet)) {
      this.#bytes -= set.words.byteLength;
      this.#index.giveBack(set);
    }
  }
}

function setsOf({ hidden, folded, read }: Omit<QuietRows, "key">): Bitmap[] {
  return read ? [hidden, folded, read] : [hidden, folded];
}

function roomIn({ words }: Bitmap): number {
  return words.length * 32;
}

import { countRows, keepCommon, rowsIn } from "./bitmap.ts";
import { withCountsOf } from "./count-tags.ts";
import type { FindingIndex } from "./finding-index.ts";
import { countedRows, keyOfView, type View } from "./view.ts";

/** Sets of fandoms remembered: what the authors and readers who type just now have chosen. */
const remembered = 8;

/** So many changes of works or tags for each one in the index may pass before counts are made anew. */
const changesPerWork = 1 / 1_000;

type Counted = { counts: Uint32Array; changes: number };

const kept = new WeakMap<FindingIndex, Map<string, Counted>>();

/**
 * How many works of some fandoms each meaning is on, remembered while somebody types letter after letter: counting
 * the works of a large fandom takes longer than all else about a suggestion. The counts order what is offered and are
 * never shown, so a large archive's may be a few works behind; in a small one any change makes them anew.
 *
 * @returns by meaning
 */
export function countsInFandoms(index: FindingIndex, view: View, fandoms: readonly string[]): Uint32Array {
  const counted = kept.get(index) ?? new Map<string, Counted>();
  kept.set(index, counted);
  const key = `${keyOfView(view)} ${[...fandoms].sort().join(" ")}`;
  const known = counted.get(key);
  const isFresh = known && index.changes - known.changes <= index.rows * changesPerWork;
  const { counts, changes } = isFresh
    ? known
    : { counts: count(index, view, fandoms), changes: index.changes };
  // Those asked for last stand last, and the first goes.
  counted.delete(key);
  counted.set(key, { counts, changes });
  for (const oldest of counted.keys()) if (counted.size > remembered) counted.delete(oldest);
  return counts;
}

function count(index: FindingIndex, view: View, fandoms: readonly string[]): Uint32Array {
  const set = index.scratch.emptySet("found", index.rows);
  for (const id of fandoms) {
    const tag = index.tags.meanings.table.placeOf(id);
    if (tag >= 0) index.tags.addTo(set, tag, "has");
  }
  keepCommon(set, countedRows(index, view));
  const rows = rowsIn(set, index.scratch.rowList(countRows(set)));
  return withCountsOf(index, rows, (counts) => counts.slice(0, index.tags.meanings.size));
}

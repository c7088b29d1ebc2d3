import { yearsBefore } from "../../works/apply-rules.ts";
import { readRuleId } from "../../works/read-works.ts";
import {
  hasExceptions,
  type ReaderRules,
  type RuleBearing,
  type RuleParts,
} from "../../works/reader-rules.ts";
import { addAll, addRow, type Bitmap, forEachRow, takeOut } from "./bitmap.ts";
import { fandomCounts } from "./count-fandoms.ts";
import type { FindingIndex } from "./finding-index.ts";

/**
 * Adds the rows of every listed work that rules keep quiet to two sets with room for them: those to hide, and those to
 * fold, of which none is left that is hidden too. What `hidingOf` says of one work, said of all.
 *
 * @param sets `read`: given where what was read is hidden; those of the hidden that nothing else hides
 * @param now ms since 1970, UTC
 */
export function addRowsOfRules(
  index: FindingIndex,
  { rules, muted }: ReaderRules,
  now: number,
  { hidden, folded, read }: { hidden: Bitmap; folded: Bitmap; read: Bitmap | null },
): void {
  for (const { id, parts, manner } of rules) {
    if (read && id === readRuleId) {
      addRowsOf(index, read, parts, now);
      continue;
    }
    const into = manner === "hide" ? hidden : folded;
    if (!hasExceptions(parts)) {
      addRowsOf(index, into, parts, now);
      continue;
    }
    const rows = index.scratch.emptySet("found", index.rows);
    addRowsOf(index, rows, parts, now);
    takeOutExceptions(index, rows, parts);
    addAll(into, rows);
  }
  for (const pseudId of muted) index.writers.addTo(hidden, pseudId);
  if (read) {
    takeOut(read, hidden);
    addAll(hidden, read);
  }
  takeOut(folded, hidden);
}

function addRowsOf(index: FindingIndex, into: Bitmap, parts: RuleParts, now: number): void {
  for (const id of parts.tags) addTagged(index, into, id, parts.bearing);
  for (const id of parts.writers) index.writers.addTo(into, id);
  for (const id of parts.works) {
    const row = index.rowOf(id);
    if (row >= 0) addRow(into, row);
  }
  for (const id of parts.languages) addSet(into, index.languages.get(id)?.bits);
  if (parts.languagesBut.length > 0)
    for (const [id, { bits }] of index.languages) if (!parts.languagesBut.includes(id)) addAll(into, bits);
  const { words, updated } = index.orders;
  if (parts.fewerWords !== null)
    addOrdered(into, words, 0, words.countBefore({ value: parts.fewerWords, id: 0 }, false));
  if (parts.moreWords !== null) {
    const past = { value: parts.moreWords, id: Number.POSITIVE_INFINITY };
    addOrdered(into, words, words.countBefore(past, true), words.size);
  }
  if (parts.moreFandoms !== null) addWithMoreFandoms(index, into, parts.moreFandoms);
  for (const id of parts.unsaid) addUnsaid(index, into, id);
  if (parts.staleYears !== null) {
    const end = updated.countBefore({ value: yearsBefore(now, parts.staleYears), id: 0 }, false);
    for (let at = 0; at < end; at++) {
      const row = updated.rowAt(at);
      if (!index.complete.has(row)) addRow(into, row);
    }
  }
}

function addTagged(index: FindingIndex, into: Bitmap, id: string, bearing: RuleBearing): void {
  const tag = index.tags.meanings.table.placeOf(id);
  if (tag >= 0) index.tags.addTo(into, tag, bearing);
}

function addSet(into: Bitmap, set: Bitmap | undefined): void {
  if (set) addAll(into, set);
}

function addOrdered(into: Bitmap, order: FindingIndex["orders"]["words"], from: number, to: number): void {
  for (let at = from; at < to; at++) addRow(into, order.rowAt(at));
}

/** Only crossovers are in more than one. */
function addWithMoreFandoms(index: FindingIndex, into: Bitmap, most: number): void {
  if (most === 1) {
    addAll(into, index.crossovers.bits);
    return;
  }
  const counts = fandomCounts(index);
  forEachRow(index.crossovers.bits, (row) => {
    if ((counts[row] ?? 0) > most) addRow(into, row);
  });
}

function addUnsaid(index: FindingIndex, into: Bitmap, warningId: string): void {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  addAll(rows, index.audiences.members.bits);
  const answers = index.warnings.get(warningId);
  if (answers) {
    takeOut(rows, answers.yes.bits);
    takeOut(rows, answers.no.bits);
  }
  addAll(into, rows);
}

function takeOutExceptions(index: FindingIndex, from: Bitmap, parts: RuleParts): void {
  const rows = index.scratch.emptySet("narrowing", index.rows);
  for (const id of parts.unlessTags) addTagged(index, rows, id, "has");
  for (const id of parts.unlessWriters) index.writers.addTo(rows, id);
  for (const id of parts.unlessWorks) {
    const row = index.rowOf(id);
    if (row >= 0) addRow(rows, row);
  }
  takeOut(from, rows);
}

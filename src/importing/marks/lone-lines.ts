import type { Edit } from "../edit.ts";
import type { HeaderReading } from "../header/read-header.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { endingOf } from "./endings.ts";
import { headingLine } from "./heading-lines.ts";
import { isOrnament } from "./ornaments.ts";

const longest = 80;
const longestCapitals = 60;
const leastProse = 25;

const name = "\\p{Lu}[\\p{L}'’.-]{0,24}(?:\\s(?:(?:and|und|et|y|e|и|&)\\s)?\\p{Lu}[\\p{L}'’.-]{0,24}){0,2}";
const pointOfView = "P\\.?O\\.?V\\.?|PDV|points? of view|perspective|Sicht";
const named = new RegExp(
  `^[\\s*_~=#([<-]{0,12}(?:(?:${pointOfView})\\s{0,2}(?:[:–—-]|of|de|von)?\\s{0,2}${name}|${name}(?:['’]s|s['’]|['’])?\\s{1,2}(?:${pointOfView}))[\\s*_~=#)\\]>:.-]{0,12}$`,
  "u",
);
const marked = new RegExp(`^\\s*([~=+|:<«[({-]{1,3})\\s?(${name})\\s?([~=+|:>»\\])}-]{1,3})\\s*$`, "u");
const closers: Record<string, string> = { "<": ">", "«": "»", "[": "]", "(": ")", "{": "}" };
const noName =
  /\b(?:later|earlier|meanwhile|flashback|dream|vision|memory|begins?|starts?|ends?|break|later that|next|the)\b/iu;

/** A line that only says whose part follows: how it is written, and so which lines are asked about together. */
interface NameLine {
  block: number;
  form: string;
}

/**
 * Asks, once for each way of writing them, whether lines such as `~Mara~` and `Jo's POV:` are headings after a scene
 * break (T37). The line's words and marks become the heading as they are.
 */
export function proposeNameHeadings(draft: ReadingDraft, { storyBegins, storyEnds }: HeaderReading): void {
  const forms = new Map<string, NameLine[]>();
  for (let block = storyBegins; block < storyEnds; block++) {
    const form = isEdited(draft, block) || !isApart(draft, block) ? null : formOf(draft.textOf(block));
    const alike = form === null ? undefined : forms.get(form);
    if (alike && form !== null) alike.push({ block, form });
    else if (form !== null) forms.set(form, [{ block, form }]);
  }
  for (const lines of forms.values()) {
    const [first] = lines;
    // A pair of brackets or dashes round one word may be anything; twice, it is a habit.
    if (first === undefined || (lines.length === 1 && !/^(?:pov|~)$/u.test(first.form))) continue;
    const edits = lines.flatMap(({ block }): Edit[] => [
      { kind: "scene-break-before", block, ornament: "" },
      { kind: "set-as", block, as: "heading" },
    ]);
    const where = { block: first.block, from: 0, to: draft.textOf(first.block).length };
    draft.add({ kind: "point-of-view", state: "proposed", where, count: lines.length, edits });
  }
}

function formOf(text: string): string | null {
  if (text.length > longest || endingOf(text) !== null || isOrnament(text)) return null;
  if (named.test(text)) return "pov";
  const [, opening = "", words = "", closing = ""] = marked.exec(text) ?? [];
  if (opening === "" || noName.test(words)) return null;
  const mirrored = [...opening].reverse().map((sign) => closers[sign] ?? sign);
  return mirrored.join("") === closing ? opening : null;
}

/** Asks whether a lone line in capitals before prose is a heading (T32); it stays as it is until then. */
export function askAboutCapitals(draft: ReadingDraft, { storyBegins, storyEnds }: HeaderReading): void {
  for (let block = storyBegins; block < storyEnds - 1; block++) {
    const text = draft.textOf(block);
    if (isEdited(draft, block) || !isInCapitals(text) || !isApart(draft, block)) continue;
    const next = draft.textOf(block + 1);
    if (next.length < leastProse || !/\p{Ll}/u.test(next.slice(0, 200))) continue;
    draft.add({
      kind: "capital-line",
      state: "unsure",
      where: { block, from: 0, to: text.length },
      reasons: [{ why: "stands-alone" }],
      edits: [{ kind: "set-as", block, as: "heading" }],
    });
  }
}

function isInCapitals(text: string): boolean {
  if (text.length > longestCapitals || /[\p{Ll}"“”«»‘]|[.!?…,;]\s*$/u.test(text)) return false;
  if ((text.match(/\p{Lu}/gu)?.length ?? 0) < 3) return false;
  return endingOf(text) === null && headingLine(text) === null && !isOrnament(text);
}

function isApart(draft: ReadingDraft, block: number): boolean {
  const [here, next] = [draft.blocks[block], draft.blocks[block + 1]];
  const before = block === 0 || here?.kind === "block" || (here?.gapBefore ?? 0) > 0;
  return before && (next === undefined || next.kind === "block" || next.gapBefore > 0);
}

function isEdited(draft: ReadingDraft, block: number): boolean {
  return draft
    .editsAt(block)
    .some(({ edit: { kind } }) => kind === "scene-break" || kind === "set-as" || kind === "lift-to-field");
}

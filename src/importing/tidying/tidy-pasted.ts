import { cleanStory } from "../../story-text/clean.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Edit } from "../edit.ts";
import type { Decisions, Finding } from "../finding.ts";
import { readImportedFile } from "../read-import.ts";
import type { PastedStory } from "./tidier-tasks.ts";

/** What may be done to a story that is being written: the piece stays in it, whole and in one. */
const staysInStory = (edit: Edit) => edit.kind !== "lift-to-field" && edit.kind !== "begin-chapter";

/**
 * Tidies what was pasted as a file of the same HTML would be, but for what takes words out of the story: a header's
 * lines and a chapter's title stay where they were pasted. What only might be meant is left alone.
 */
export function tidyPasted(html: string): PastedStory {
  const source = { bytes: new TextEncoder().encode(html), fileName: null, pastedAs: "html" as const };
  const { reading, pictures } = readImportedFile(source, { abbreviations: [] });
  if (reading.problem !== null) return { story: cleanStory(html), done: [], pictures: [] };
  const applied = reading.findings.filter(({ state, edits }) => state === "applied" && edits.length > 0);
  const decisions: Decisions = {};
  const done: Finding[] = [];
  for (const finding of applied)
    if (finding.edits.every(staysInStory)) done.push(finding);
    else decisions[finding.id] = "undo";
  const { story } = applyDecisions(reading, decisions);
  return { story: serialiseStory(story), done, pictures };
}

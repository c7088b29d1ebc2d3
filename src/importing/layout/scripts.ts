import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { type StoryExtent, type StoryLine, storyLines } from "./story-lines.ts";

/** `MARA:`, `MARA (O.S.):`, `DR. WATSON.` with words after it: a speaker in a script. */
const speaker =
  /^\s{0,20}((?:\p{Lu}[\p{Lu}.'’-]{0,30})(?: \p{Lu}[\p{Lu}\d.'’-]{0,30}){0,3})(?: ?\([^)\n]{1,30}\))?:\s/u;

/** Keeps the lines of a script from being joined as if a mail program had broken them (T67). */
export function keepScriptLines(draft: ReadingDraft, extent: StoryExtent): void {
  const joined = joinedBlocks(draft);
  const spoken = storyLines(draft, extent)
    .flat()
    .flatMap((line): { line: StoryLine; name: string }[] => {
      const name = speaker.exec(line.text)?.[1];
      return name === undefined ? [] : [{ line, name }];
    });
  if (spoken.length < 2 || new Set(spoken.map(({ name }) => name)).size < 2) return;
  const kept = spoken.filter(({ line }) => line.beginsBlock && joined.has(line.block));
  const [first] = kept;
  if (first === undefined) return;
  const { block, from, to } = first.line;
  draft.add({
    kind: "script-lines",
    state: "applied",
    where: { block, from, to },
    count: kept.length,
    edits: kept.map(({ line }): Edit => ({ kind: "stand-apart", block: line.block })),
  });
}

function joinedBlocks(draft: ReadingDraft): Set<number> {
  const joined = new Set<number>();
  for (const { state, edits } of draft.findings)
    for (const edit of edits)
      if (state === "applied" && edit.kind === "join-lines" && edit.with !== "line-break")
        joined.add(edit.block);
  return joined;
}

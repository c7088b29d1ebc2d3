import type { BlockRange, Edit } from "../edit.ts";
import type { FindingKind } from "../finding.ts";
import type { ReadingDraft } from "../reading-draft.ts";

export interface Rewriting {
  from: number;
  to: number;
  with: string;
}

/** Finds the same kind of damage in every block and adds it as one finding with its count and first example. */
export function rewriteBlocks(
  draft: ReadingDraft,
  kind: FindingKind,
  find: (text: string) => Iterable<Rewriting>,
  state: "applied" | "proposed" = "applied",
): void {
  const edits: Edit[] = [];
  let example: { where: BlockRange; becomes: string } | null = null;
  for (const block of draft.blocks.keys()) {
    for (const { from, to, with: becomes } of find(draft.textOf(block))) {
      example ??= { where: { block, from, to }, becomes };
      edits.push(
        becomes === ""
          ? { kind: "remove", block, from, to }
          : { kind: "replace", block, from, to, with: becomes },
      );
    }
  }
  if (example)
    draft.add({ kind, state, where: example.where, becomes: example.becomes, count: edits.length, edits });
}

/** Each match of a pattern that becomes something else; `becomes` gives null to leave a match alone. */
export function* rewritings(
  text: string,
  pattern: RegExp,
  becomes: (match: string, at: number) => string | null,
): Generator<Rewriting> {
  for (const match of text.matchAll(pattern)) {
    const replacement = becomes(match[0], match.index);
    if (replacement !== null)
      yield { from: match.index, to: match.index + match[0].length, with: replacement };
  }
}

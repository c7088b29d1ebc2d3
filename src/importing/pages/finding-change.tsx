import type { FindingKind } from "../finding.ts";
import type { ReviewFinding } from "../review-finding.ts";

/** Kinds whose `becomes` is the text that takes the place of `was`, and whose sentence does not say both. */
const replacing: readonly FindingKind[] = [
  "encoding-repaired",
  "encoding-damage",
  "lost-characters",
  "quoted-printable",
  "windows-characters",
  "straight-quotes",
  "typed-dashes",
  "tex-quotes",
];
const italicising: readonly FindingKind[] = ["thought", "thought-or-speech", "emphasis-unsure"];

/** Characters shown around what changes. */
const shownAround = 32;

/** What stands there, and what would: only the characters that differ are struck and set. */
export function FindingChange({ finding }: { finding: ReviewFinding }) {
  const { kind, was, becomes } = finding;
  if (italicising.includes(kind))
    return (
      <p class="finding-change" dir="auto">
        <span>{was}</span> → <ins>{<em>{was}</em>}</ins>
      </p>
    );
  if (!replacing.includes(kind) || becomes === null || becomes === was) return null;
  const { before, removed, added, after } = difference(was, becomes);
  return (
    <p class="finding-change" dir="auto">
      {before}
      {removed && <del>{removed}</del>}
      {added && <ins>{added}</ins>}
      {after}
    </p>
  );
}

/** Where two texts differ, between what they share at both ends. */
function difference(was: string, becomes: string) {
  const [old, young] = [[...was], [...becomes]];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < young.length - start &&
    old[old.length - 1 - end] === young[young.length - 1 - end]
  )
    end++;
  const before = old.slice(0, start).join("");
  const after = old.slice(old.length - end).join("");
  return {
    before: before.length > shownAround ? `…${before.slice(-shownAround)}` : before,
    removed: old.slice(start, old.length - end).join(""),
    added: young.slice(start, young.length - end).join(""),
    after: after.length > shownAround ? `${after.slice(0, shownAround)}…` : after,
  };
}

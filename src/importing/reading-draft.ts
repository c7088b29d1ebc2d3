import { textOfBlock } from "./block-text.ts";
import type { BlockRange, Edit } from "./edit.ts";
import type { Finding, FindingKind, FindingState, Place, Reason } from "./finding.ts";
import type { BaseBlock } from "./import-reading.ts";
import type { Recognition } from "./recognised-fields.ts";

/** What a pass says about something it found; the draft gives it its id. */
export interface NewFinding {
  kind: FindingKind;
  state: FindingState;
  where?: BlockRange | null;
  was?: string;
  becomes?: string | null;
  reasons?: Reason[];
  count?: number;
  edits?: Edit[];
  rejection?: Edit[];
  mustAnswer?: true;
}

/** Distributes over the union, so that each recognition keeps its own shape. */
type WithoutEvidence<T> = T extends unknown ? Omit<T, "evidence"> : never;
export type NewRecognition = WithoutEvidence<Recognition>;

/** An edit at a block, as it was found; only what it does to its field may have changed since. */
export interface EditAt {
  finding: Finding;
  edit: Edit;
}

/** A list beyond this is no help to anybody: further findings of the kind are joined to the last one. */
const mostOfAKind = 2000;
const shownAround = 40;
const shownOfQuote = 300;

/** A reading in the making: passes read its blocks and add what they find. */
export class ReadingDraft {
  readonly blocks: BaseBlock[];
  readonly findings: Finding[] = [];
  readonly recognised: Recognition[] = [];
  readonly #texts: (string | undefined)[] = [];
  readonly #counts = new Map<FindingKind, number>();
  readonly #editsAt = new Map<number, EditAt[]>();

  constructor(blocks: BaseBlock[]) {
    this.blocks = blocks;
  }

  /** The base text of a block, in which offsets count; "" for a block that is not there. */
  textOf(block: number): string {
    const known = this.#texts[block];
    if (known !== undefined) return known;
    const node = this.blocks[block]?.node;
    const text = node === undefined ? "" : textOfBlock(node);
    this.#texts[block] = text;
    return text;
  }

  /** The edits found at a block so far, those of a group at each of its blocks: for passes that ask chapter by chapter. */
  editsAt(block: number): readonly EditAt[] {
    return this.#editsAt.get(block) ?? [];
  }

  textIn(range: BlockRange): string {
    return this.textOf(range.block).slice(range.from, range.to);
  }

  /** Adds a finding and what is recognised by it; gives the finding's id. */
  add(found: NewFinding, ...recognitions: NewRecognition[]): string {
    const ordinal = (this.#counts.get(found.kind) ?? 0) + 1;
    const where = found.where ? this.#place(found.where) : null;
    if (ordinal > mostOfAKind && recognitions.length === 0 && !found.mustAnswer)
      return this.#joinToLast(found);
    this.#counts.set(found.kind, ordinal);
    const finding: Finding = {
      id: `${found.kind}-${ordinal}`,
      kind: found.kind,
      state: found.state,
      where,
      was: found.was === undefined ? (where?.quote ?? "") : shortened(found.was),
      becomes: found.becomes ?? null,
      reasons: found.reasons ?? [],
      count: found.count ?? 1,
      edits: found.edits ?? [],
      ...(found.rejection && { rejection: found.rejection }),
      ...(found.mustAnswer && { mustAnswer: true }),
    };
    this.findings.push(finding);
    this.#noteEdits(finding, finding.edits);
    for (const recognition of recognitions) {
      this.recognised.push({ ...recognition, evidence: { quote: finding.was, finding: finding.id } });
    }
    return finding.id;
  }

  #joinToLast(found: NewFinding): string {
    const last = this.findings.findLast(
      (finding) => finding.kind === found.kind && finding.state === found.state,
    );
    if (last === undefined) return "";
    last.count += found.count ?? 1;
    for (const edit of found.edits ?? []) last.edits.push(edit);
    this.#noteEdits(last, found.edits ?? []);
    return last.id;
  }

  #noteEdits(finding: Finding, edits: Edit[]): void {
    for (const edit of edits) {
      if (edit.kind === "paragraph-gap") continue;
      const end = edit.kind === "group" ? edit.last : edit.block;
      for (let block = edit.block; block <= end; block++) {
        const known = this.#editsAt.get(block);
        if (known) known.push({ finding, edit });
        else this.#editsAt.set(block, [{ finding, edit }]);
      }
    }
  }

  #place(range: BlockRange): Place {
    const text = this.textOf(range.block);
    return {
      block: range.block,
      from: range.from,
      to: range.to,
      before: text.slice(Math.max(0, range.from - shownAround), range.from),
      quote: shortened(text.slice(range.from, range.to)),
      after: text.slice(range.to, range.to + shownAround),
    };
  }
}

function shortened(words: string): string {
  const text = words.slice(0, shownOfQuote * 2).trim();
  return text.length > shownOfQuote ? `${text.slice(0, shownOfQuote)}…` : text;
}

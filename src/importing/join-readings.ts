import type { Element, ElementContent } from "hast";
import type { BlockRange, Edit } from "./edit.ts";
import type { Finding } from "./finding.ts";
import type { BaseBlock, ImportReading } from "./import-reading.ts";
import { lastCountsOnly, settleLaterHeader } from "./later-header.ts";
import { noteNumber } from "./note-places.ts";
import type { ImportedFile } from "./read-import.ts";
import { type NewRecognition, ReadingDraft } from "./reading-draft.ts";
import type { Recognition } from "./recognised-fields.ts";

/**
 * Makes one reading of several files, each of which begins a chapter. What the header of a later file repeats is
 * taken out of it, and what it says otherwise becomes its chapter's own (T79). A file that cannot be read is left
 * out, and that is said; only when none can is there a problem.
 *
 * @param files at least one
 */
export function joinFiles(files: [ImportedFile, ...ImportedFile[]]): ImportedFile {
  const [first] = files;
  if (files.length === 1) return first;
  const readable = files.filter(({ reading }) => reading.problem === null);
  if (readable.length === 0) return first;
  const join = new Join(readable);
  for (const { reading } of files) if (reading.problem !== null) join.leaveOut(reading);
  return { reading: join.reading(), pictures: readable.flatMap(({ pictures }) => pictures) };
}

class Join {
  readonly #draft: ReadingDraft;
  readonly #files: ImportReading[];
  #stop: string | null = null;

  constructor(files: ImportedFile[]) {
    this.#files = files.map(({ reading }) => reading);
    this.#draft = new ReadingDraft(joinedBlocks(this.#files));
    let firstBlock = 0;
    for (const reading of this.#files) {
      this.#add(reading, firstBlock);
      firstBlock += reading.blocks.length;
    }
  }

  leaveOut({ source }: ImportReading): void {
    this.#draft.add({ kind: "file-left-out", state: "noted", was: source.fileName ?? "" });
  }

  reading(): ImportReading {
    const [first] = this.#files;
    return {
      version: 1,
      source: first?.source ?? { kind: "unknown", fileName: null, charset: null },
      problem: null,
      stop: this.#stop,
      blocks: this.#draft.blocks,
      findings: this.#draft.findings,
      recognised: lastCountsOnly(this.#draft.recognised),
    };
  }

  #add(reading: ImportReading, firstBlock: number): void {
    const draft = this.#draft;
    const moved = movedReading(reading, firstBlock);
    if (firstBlock > 0) {
      this.#beginChapter(reading, firstBlock);
      moved.recognised = settleLaterHeader(draft.recognised, moved, (range) => draft.textIn(range));
    }
    const recognised = Map.groupBy(moved.recognised, ({ evidence }) => evidence.finding);
    for (const finding of moved.findings) {
      const said = (recognised.get(finding.id) ?? []).map(withoutEvidence);
      const id = draft.add({ ...finding, where: finding.where }, ...said);
      if (reading.stop === finding.id) this.#stop ??= id;
    }
  }

  #beginChapter({ source }: ImportReading, block: number): void {
    const where = { block, from: 0, to: this.#draft.textOf(block).length };
    this.#draft.add({
      kind: "file-begins",
      state: "applied",
      where,
      becomes: source.fileName ?? "…",
      edits: [{ kind: "begin-chapter", block }],
    });
  }
}

function withoutEvidence({ evidence: _, ...recognition }: Recognition): NewRecognition {
  return recognition;
}

/** Every block number in it moved; findings and recognitions are copies, blocks are left alone. */
function movedReading({ findings, recognised }: ImportReading, by: number) {
  const range = <Range extends BlockRange>(one: Range): Range => ({ ...one, block: one.block + by });
  return {
    findings: findings.map(
      (finding): Finding => ({
        ...finding,
        where: finding.where && range(finding.where),
        edits: finding.edits.map((edit) => movedEdit(edit, by)),
        ...(finding.rejection && { rejection: finding.rejection.map((edit) => movedEdit(edit, by)) }),
      }),
    ),
    recognised: recognised.map(
      (recognition): Recognition =>
        "passages" in recognition
          ? { ...recognition, passages: recognition.passages.map(range) }
          : recognition,
    ),
  };
}

function movedEdit(edit: Edit, by: number): Edit {
  if (edit.kind === "paragraph-gap") return edit;
  const moved = { ...edit, block: edit.block + by };
  if (moved.kind === "group") return { ...moved, last: moved.last + by };
  if (moved.kind === "lift-to-field" && moved.value)
    return { ...moved, value: { ...moved.value, block: moved.value.block + by } };
  return moved;
}

/** All blocks, with the footnotes of each file numbered on from those of the files before it. */
function joinedBlocks(files: ImportReading[]): BaseBlock[] {
  let notes = 0;
  return files.flatMap(({ blocks }) => {
    const by = notes;
    for (const { node } of blocks) notes = Math.max(notes, by + (noteNumber(node) ?? 0));
    return by === 0 ? blocks : blocks.map((block) => ({ ...block, node: renumbered(block.node, by) }));
  });
}

const noteAddress = /^(#?note(?:ref)?-)(\d{1,4})$/;

function renumbered(node: Element, by: number): Element {
  const properties = { ...node.properties };
  for (const name of ["id", "href"]) {
    const [, prefix, number] = noteAddress.exec(String(properties[name] ?? "")) ?? [];
    if (prefix) properties[name] = `${prefix}${Number(number) + by}`;
  }
  const children = node.children.map(
    (child): ElementContent => (child.type === "element" ? renumbered(child, by) : child),
  );
  return { ...node, properties, children };
}

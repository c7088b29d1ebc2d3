import type { BlockRange, Edit } from "./edit.ts";
import type { Finding } from "./finding.ts";
import type { BaseBlock, ImportReading } from "./import-reading.ts";
import { lastCountsOnly, settleLaterHeader } from "./later-header.ts";
import type { ImportedFile } from "./read-import.ts";
import { type NewRecognition, ReadingDraft } from "./reading-draft.ts";
import type { Recognition } from "./recognised-fields.ts";
import { highestNote, renumberedNoteEdit, renumberedNotes } from "./renumber-notes.ts";

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
    let [firstBlock, notes] = [0, 0];
    for (const reading of this.#files) {
      this.#add(reading, firstBlock, notes);
      firstBlock += reading.blocks.length;
      notes += highestNote(reading);
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

  #add(reading: ImportReading, firstBlock: number, notes: number): void {
    const draft = this.#draft;
    const moved = movedReading(reading, firstBlock, notes);
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

/** Every block and footnote number in it moved; findings and recognitions are copies, blocks are left alone. */
function movedReading({ findings, recognised }: ImportReading, by: number, notes: number) {
  const edit = (one: Edit) => renumberedNoteEdit(movedEdit(one, by), notes);
  const range = <Range extends BlockRange>(one: Range): Range => ({ ...one, block: one.block + by });
  return {
    findings: findings.map(
      (finding): Finding => ({
        ...finding,
        where: finding.where && range(finding.where),
        edits: finding.edits.map(edit),
        ...(finding.rejection && { rejection: finding.rejection.map(edit) }),
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
  return files.flatMap((reading) => {
    const by = notes;
    notes += highestNote(reading);
    if (by === 0) return reading.blocks;
    return reading.blocks.map((block) => ({ ...block, node: renumberedNotes(block.node, by) }));
  });
}

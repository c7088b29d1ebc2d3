import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { WorkFailed } from "../plumbing/jobs/worker-pool.ts";
import { listAbbreviations } from "../tags/tags.ts";
import { keepPictures } from "../works/keep-pictures.ts";
import { PicturesFull } from "../works/picture-room.ts";
import { findHabits } from "./find-habits.ts";
import type { Decisions } from "./finding.ts";
import type { SharedProgress } from "./import-progress.ts";
import type { ImportSource, SourceKind } from "./import-reading.ts";
import { findImport, listImportFiles } from "./imports.ts";
import type { Importer } from "./open-importer.ts";
import type { ReadingProblem } from "./sql/imports-table.ts";

type ReadingParts = { database: Database; files: FileStore; importer: Importer };

/**
 * Begins to read an import's files, unless they are being read or have been. Nobody need wait: when it is done the
 * import's row says so, and a crash leaves it unread, to be begun again.
 *
 * @param before what to wait for first
 * @throws what `Importer.read` throws for want of room; what the files themselves bring about is kept in the row
 */
export function beginReading(
  parts: ReadingParts,
  member: Member,
  importId: string,
  before: () => Promise<void> = async () => {},
): Promise<void> {
  return parts.importer.jobs.begin(importId, member.accountId, async (progress) => {
    await before();
    await readNow(parts, member, importId, progress);
  });
}

async function readNow(
  { database, files, importer }: ReadingParts,
  member: Member,
  importId: string,
  progress: SharedProgress,
): Promise<void> {
  const found = await findImport(database.reading, member, importId);
  if (found?.state.is !== "unread") return;
  const sources = await sourcesOf({ database, files }, importId);
  const [first, ...others] = sources ?? [];
  if (first === undefined) return keepProblem(database, importId, "damaged", "unknown");
  const [abbreviations, habits] = await Promise.all([
    listAbbreviations(database.reading),
    findHabits(database.reading, found.workId),
  ]);
  try {
    const read = await importer.read([first, ...others], { abbreviations }, habits, progress);
    if (read.problem !== null) return keepProblem(database, importId, read.problem, read.kind);
    await keepPictures(database, files, member, found.originalId, read.pictures, Date.now());
    await keepReading(database, importId, read);
  } catch (cause) {
    if (cause instanceof PicturesFull) return keepProblem(database, importId, "pictures-full", "unknown");
    if (!(cause instanceof WorkFailed)) throw cause;
    await keepProblem(database, importId, "failed", "unknown");
  }
}

/** The files as they were given; null when their bytes are gone. */
async function sourcesOf(
  { database, files }: Pick<ReadingParts, "database" | "files">,
  importId: string,
): Promise<ImportSource[] | null> {
  const sources: ImportSource[] = [];
  for (const { fileName, fileKey, pastedAs } of await listImportFiles(database.reading, importId)) {
    const bytes = await files.read(fileKey);
    if (bytes === null) return null;
    sources.push({ bytes, fileName: pastedAs === null ? fileName : null, pastedAs });
  }
  return sources;
}

async function keepReading(
  database: Database,
  importId: string,
  { reading, kind, decisions }: { reading: string; kind: SourceKind; decisions: Decisions },
): Promise<void> {
  await database.write((writer) =>
    writer
      .updateTable("imports")
      .set({ reading, read_at: Date.now(), source_kind: kind, decisions: JSON.stringify(decisions) })
      .where("id", "=", importId)
      .where("read_at", "is", null)
      .execute(),
  );
}

async function keepProblem(
  database: Database,
  importId: string,
  problem: ReadingProblem,
  kind: SourceKind,
): Promise<void> {
  await database.write((writer) =>
    writer
      .updateTable("imports")
      .set({ problem, source_kind: kind })
      .where("id", "=", importId)
      .where("read_at", "is", null)
      .execute(),
  );
}

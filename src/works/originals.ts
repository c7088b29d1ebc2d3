import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { type FileStore, originalKey } from "../plumbing/files/file-store.ts";
import { newId } from "../vocabulary/ids.ts";
import "./sql/works-tables.ts";

/** What an author handed over, byte for byte; private to them. */
export type Original = {
  id: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  createdAt: number;
};

const columns = [
  "id",
  "file_name as fileName",
  "media_type as mediaType",
  "byte_size as byteSize",
  "created_at as createdAt",
] as const;

/** The originals of a work, for its author alone. */
export function listOriginals(reader: Reader, member: Member, workId: string): Promise<Original[]> {
  return reader
    .selectFrom("originals")
    .select(columns)
    .where("work_id", "=", workId)
    .where("account_id", "=", member.accountId)
    .orderBy("created_at")
    .execute();
}

/** One original with where its bytes lie, for its author alone. */
export function findOriginal(
  reader: Reader,
  member: Member,
  originalId: string,
): Promise<(Original & { fileKey: string }) | undefined> {
  return reader
    .selectFrom("originals")
    .select([...columns, "file_key as fileKey"])
    .where("id", "=", originalId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
}

/**
 * Keeps the bytes an author gave.
 *
 * First the row, which holds off whoever forgets the same bytes just now (see `forgetOriginal`); then the bytes,
 * durable when this resolves. A crash between leaves a row that nothing refers to (see `forgetLeftovers`).
 *
 * @returns the original's id
 */
export async function keepOriginal(
  database: Database,
  files: FileStore,
  member: Member,
  given: { bytes: Uint8Array; fileName: string; mediaType: string },
  now: number,
): Promise<string> {
  const fileKey = originalKey(given.bytes, member.accountId);
  const id = newId();
  await database.write((writer) =>
    writer
      .insertInto("originals")
      .values({
        id,
        account_id: member.accountId,
        work_id: null,
        chapter_id: null,
        file_name: given.fileName,
        media_type: given.mediaType,
        byte_size: given.bytes.byteLength,
        file_key: fileKey,
        created_at: now,
      })
      .execute(),
  );
  try {
    await files.write(fileKey, given.bytes);
  } catch (cause) {
    await database.write((writer) => writer.deleteFrom("originals").where("id", "=", id).execute());
    throw cause;
  }
  return id;
}

/** Lays an original beside the work and chapter that came of it. */
export async function attachOriginal(
  writer: Writer,
  member: Member,
  originalId: string,
  workId: string,
  chapterId: string,
): Promise<void> {
  await writer
    .updateTable("originals")
    .set({ work_id: workId, chapter_id: chapterId })
    .where("id", "=", originalId)
    .where("account_id", "=", member.accountId)
    .execute();
}

import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { FileStore } from "../../../plumbing/files/file-store.ts";
import { privateFile } from "../../../plumbing/http/private-file.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { findOriginal, listOriginals } from "../../originals.ts";
import { ownWorkOf } from "./own-work-of.ts";

/** Gives an author back the bytes they brought in. */
export function sendOriginal(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const originalId = context.req.param("originalId") ?? "";
    const ofWork = await listOriginals(database.reading, member, work.id);
    const original = ofWork.some(({ id }) => id === originalId)
      ? await findOriginal(database.reading, member, originalId)
      : undefined;
    const bytes = original && (await files.read(original.fileKey));
    if (!bytes) throw new NotFound();
    return privateFile(context, bytes, original.fileName);
  };
}

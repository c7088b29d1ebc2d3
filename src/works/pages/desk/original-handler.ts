import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { FileStore } from "../../../plumbing/files/file-store.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { findOriginal, listOriginals } from "../../originals.ts";
import { ownWorkOf } from "./own-work-of.ts";

/** Gives an author back the bytes they brought in, as a file that no browser opens as a page of ours. */
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
    return context.body(new Uint8Array(bytes), 200, {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodedName(original.fileName)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  };
}

/** Percent-encodes all but the `attr-char` of RFC 8187, section 3.2.1, which `encodeURIComponent` exceeds. */
function encodedName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { findIcon, iconKey } from "../pseud-icons.ts";
import type { ArchiveHandler } from "../request.ts";

/**
 * The picture beside a pseud's name, for everybody, as nothing but a picture. It is asked for anew each time: one that
 * was taken away is gone from every browser at once.
 */
export function sendIcon(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const icon = await findIcon(database.reading, context.req.param("pseudId") ?? "");
    if (!icon || icon.iconId !== context.req.param("iconId")) throw new NotFound();
    const tag = `"${icon.iconId}"`;
    const headers = { etag: tag, "cache-control": "no-cache" };
    if (context.req.header("if-none-match") === tag) return context.body(null, 304, headers);
    const bytes = await files.read(iconKey(icon));
    if (!bytes) throw new NotFound();
    return context.body(new Uint8Array(bytes), 200, {
      ...headers,
      "content-type": icon.mediaType,
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
    });
  };
}

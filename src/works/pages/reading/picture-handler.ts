import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { FileStore } from "../../../plumbing/files/file-store.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { findPicture, pictureKey } from "../../pictures.ts";
import { robotsHeaders } from "../../robots-wishes.ts";

/** A year: the name of a picture is that of its bytes, so they never change. */
const forLong = "private, max-age=31536000, immutable";

/** A picture of a story, for whoever may read the story. What is not for everyone is kept by no browser. */
export function sendPicture(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const name = context.req.param("name") ?? "";
    const picture = await findPicture(database.reading, context.var.person, name);
    const bytes = picture && (await files.read(pictureKey(name)));
    if (!picture || !bytes) throw new NotFound();
    return context.body(new Uint8Array(bytes), 200, {
      ...robotsHeaders({ unindexed: !picture.searchEngines, aiCrawlers: picture.aiCrawlers }),
      "content-type": picture.mediaType,
      "x-content-type-options": "nosniff",
      "cache-control": picture.isPublic ? forLong : "private, no-store",
    });
  };
}

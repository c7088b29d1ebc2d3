import { memberOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import { type CarriedElsewhere, copyEntries } from "../copy/copy-entries.ts";
import { streamZip } from "../copy/stream-zip.ts";

/** Gives a member everything that is theirs as one file (docs/export-format.md). */
export function sendCopy(
  { database, files, publicAddress }: { database: Database; files: FileStore; publicAddress: string | null },
  elsewhere: CarriedElsewhere,
): ArchiveHandler {
  return (context) => {
    const member = memberOf(context);
    const address = siteAddress(context, publicAddress);
    const entries = copyEntries(database.reading, files, member, elsewhere, address);
    context.header("content-type", "application/zip");
    context.header("content-disposition", 'attachment; filename="pressie-copy.zip"');
    context.header("cache-control", "private, no-store");
    return context.body(streamZip(entries, Date.now()));
  };
}

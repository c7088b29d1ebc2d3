import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveContext } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import type { Shelf } from "../../shelf.ts";
import { findShelf } from "../../shelves.ts";

/**
 * The shelf of their own that the address of a request names.
 *
 * @throws SignInNeeded for a visitor, NotFound unless the shelf is the member's own
 */
export async function ownShelfOf(context: ArchiveContext, database: Database): Promise<Shelf> {
  const shelf = await findShelf(database.reading, memberOf(context), context.req.param("shelfId") ?? "");
  if (!shelf?.mine) throw new NotFound();
  return shelf;
}

import type { Member } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import type { SavedFilter } from "./saved-filter.ts";
import { findSavedFilter } from "./saved-filters.ts";

/** A filter of the member's own. @throws NotFound for any other, there or not */
export async function ownFilter(reader: Reader | Writer, member: Member, id: string): Promise<SavedFilter> {
  const saved = await findSavedFilter(reader, member, id);
  if (!saved) throw new NotFound();
  return saved;
}

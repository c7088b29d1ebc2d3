import type { Person } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { WorkFilter } from "../work-filter.ts";
import { findDefaultFilter } from "./default-filter.ts";
import type { SavedFilter } from "./saved-filter.ts";
import { tellQuery } from "./tell-saved.ts";

/** A reader's filter on a fandom's page: what it asks for, within that fandom. */
export type AppliedFilter = { saved: SavedFilter; filter: WorkFilter; leftOut: number };

/** The filter that the person wants applied when they open a fandom, if they do. */
export async function findAppliedFilter(
  reader: Reader,
  person: Person,
  fandomId: string,
): Promise<AppliedFilter | null> {
  const saved = await findDefaultFilter(reader, person, fandomId);
  if (!saved) return null;
  const { known, leftOut, problems } = await tellQuery(reader, person, saved.query);
  const isNamed = known.all.includes(fandomId) || known.main.includes(fandomId);
  const filter = isNamed ? known : { ...known, all: [...known.all, fandomId] };
  return { saved, filter, leftOut: leftOut + problems.length };
}

import type { Person } from "../people/person.ts";
import type { Found, PageWish } from "./found.ts";
import type { Finder } from "./open-finder.ts";
import type { WorkFilter } from "./work-filter.ts";

/** How long one waits for the index before being told that it is being built, in ms. */
const patience = 1_000;

/** Asks the finder; null when its index is still being built and is not there within a moment. */
export async function findInTime(
  finder: Finder,
  filter: WorkFilter,
  person: Person,
  wish: PageWish,
): Promise<Found | null> {
  const finding = finder.find(filter, person, wish);
  return finder.progress() === null ? finding : withPatience(finding);
}

async function withPatience(finding: Promise<Found>): Promise<Found | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  // What comes of it after that is nobody's to hear.
  finding.catch(() => {});
  const found = await Promise.race([finding, tooLong]);
  clearTimeout(timer);
  return found;
}

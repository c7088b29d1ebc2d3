import type { Edit } from "./edit.ts";
import type { Finding } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";
import type { ReviewFinding } from "./review-finding.ts";

/** The ids of a finding's places on the page, or null where nothing shows of it. */
type PlacesOnPage = Pick<ReviewFinding, "place" | "placeInFile">;

const noPlaces: PlacesOnPage = { place: null, placeInFile: null };

/** All findings of a file as a review lists them. */
export function reviewFindings(
  reading: ImportReading,
  placesOf: (findingId: string) => PlacesOnPage = () => noPlaces,
): ReviewFinding[] {
  const evident = new Set(reading.recognised.map(({ evidence }) => evidence.finding));
  return reading.findings.map(({ edits, rejection: _, ...finding }) => ({
    ...finding,
    decidable: finding.mustAnswer === true || edits.length > 0 || evident.has(finding.id),
    ...placesOf(finding.id),
  }));
}

/** Whether a finding is about the blocks from one up to, and not including, another, or about the whole file. */
export function isAbout({ where, edits }: Finding, from: number, to: number): boolean {
  const isWithin = (block: number) => block >= from && block < to;
  if (where === null) return true;
  return isWithin(where.block) || edits.some((edit) => hasBlock(edit) && isWithin(edit.block));
}

function hasBlock(edit: Edit): edit is Exclude<Edit, { kind: "paragraph-gap" }> {
  return edit.kind !== "paragraph-gap";
}

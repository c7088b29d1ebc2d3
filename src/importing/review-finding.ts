import type { Finding } from "./finding.ts";

/** A finding as the review lists it: what its edits do to which character is the importer's own business. */
export type ReviewFinding = Omit<Finding, "edits" | "rejection"> & {
  /** Whether there is anything to decide. */
  decidable: boolean;
  /** Where it stands on the review page: the id of its place, or null when nothing shows of it. */
  place: string | null;
  /** Where it stands in what came in, beside the story; null when it is about the whole file. */
  placeInFile: string | null;
};

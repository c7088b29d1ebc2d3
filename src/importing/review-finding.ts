import type { Finding } from "./finding.ts";

/** A finding as the review lists it: what its edits do to which character is the importer's own business. */
export type ReviewFinding = Omit<Finding, "edits" | "rejection"> & {
  /** Whether there is anything to decide. */
  decidable: boolean;
  /** Where it stands on the review page: the id of its place, or null when nothing shows of it. */
  place: string | null;
};

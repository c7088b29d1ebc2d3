import type { Reason } from "../finding.ts";

/** The label among the reasons. */
export function labelOf(reasons: Reason[]): string {
  const [reason] = reasons;
  return reason?.why === "label" ? reason.label : "";
}

import { urls } from "../../vocabulary/urls.ts";
import { partsOfFilter } from "../filter-url.ts";
import type { WorkFilter } from "../work-filter.ts";

/** The page with these words in the box, on top of what is chosen. */
export function urlTyped(base: WorkFilter, typed: string): string {
  return urls.works(String(new URLSearchParams([...partsOfFilter(base), ["q", typed]])));
}

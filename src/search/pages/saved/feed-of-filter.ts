import { urls } from "../../../vocabulary/urls.ts";
import { asFeed } from "../../feeds/works-feed.ts";
import { queryOfFilter } from "../../filter-url.ts";
import type { WorkFilter } from "../../work-filter.ts";

/** Where anybody follows a filter. */
export function feedOfFilter(filter: WorkFilter): string {
  return urls.worksFeed(queryOfFilter(asFeed(filter)));
}

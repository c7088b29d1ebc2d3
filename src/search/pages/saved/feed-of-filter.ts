import { urls } from "../../../vocabulary/urls.ts";
import { asFeed } from "../../feeds/works-feed.ts";
import { queryOfFilter } from "../../filter-url.ts";
import type { WorkFilter } from "../../work-filter.ts";

/** Where anybody follows a filter, in both forms. */
export function feedOfFilter(filter: WorkFilter): { atom: string; json: string } {
  const query = queryOfFilter(asFeed(filter));
  return { atom: urls.worksFeed(query), json: urls.worksJsonFeed(query) };
}

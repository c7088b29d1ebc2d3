import type { Context } from "hono";
import type { Work } from "./work.ts";

/** What robots are to be told of: a work, or a picture that stands in some. */
export type Robotable = Pick<Work, "status" | "visibility" | "access">;

/** Whether search engines are asked to leave this work out: its author says so, or it stands in no list of ours either. */
export function isUnindexed({ status, visibility, access }: Robotable): boolean {
  const isListed = status === "published" && (visibility === "everyone" || visibility === "members");
  return !isListed || !access.searchEngines;
}

/**
 * The headers that say it, for pages and files alike, which have no place for it inside.
 *
 * `noindex`: https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag. `noai, noimageai`: the
 * convention DeviantArt began, which img2dataset and others obey. `tdm-reservation`: the reservation of rights that
 * article 4 of the European directive 2019/790 asks to be machine-readable (https://www.w3.org/community/tdmrep/).
 */
export function robotsHeaders(wishes: { unindexed: boolean; aiCrawlers: boolean }): Record<string, string> {
  const tags = [...(wishes.unindexed ? ["noindex"] : []), ...(wishes.aiCrawlers ? [] : ["noai, noimageai"])];
  return {
    ...(tags.length > 0 ? { "x-robots-tag": tags.join(", ") } : {}),
    ...(wishes.aiCrawlers ? {} : { "tdm-reservation": "1" }),
  };
}

/** Says with an answer what robots are asked about the work it shows. */
export function tellRobots(context: Pick<Context, "header">, work: Robotable): void {
  const headers = robotsHeaders({ unindexed: isUnindexed(work), aiCrawlers: work.access.aiCrawlers });
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
}

import type { Translate } from "../vocabulary/translate.ts";
import { meantSort } from "./meant-order.ts";
import type { WorkFilter } from "./work-filter.ts";

/** How the list is ordered, in words: "newest first". */
export function orderClause(t: Translate, filter: WorkFilter): string {
  const { descending } = filter;
  switch (meantSort(filter)) {
    case "updated":
      return descending ? t("newest first") : t("longest without news first");
    case "posted":
      return descending ? t("last posted first") : t("oldest first");
    case "words":
      return descending ? t("longest first") : t("shortest first");
    case "title":
      return descending ? t("by title, from the end") : t("by title");
    case "author":
      return descending ? t("by writer, from the end") : t("by writer");
    case "kudos":
      return descending ? t("most kudos first") : t("fewest kudos first");
    case "comments":
      return descending ? t("most comments first") : t("fewest comments first");
    case "bookmarks":
      return descending ? t("most bookmarks first") : t("fewest bookmarks first");
    case "hits":
      return descending ? t("most read first") : t("least read first");
    case "relevance":
      return descending ? t("best match first") : t("worst match first");
    case "random":
      return t("in random order");
  }
}

import { nameUuid } from "../plumbing/feeds/name-uuid.ts";
import { fandomKind } from "../tags/tags.ts";
import { urls } from "../vocabulary/urls.ts";
import { entryOfWork } from "../works/feed-entry.tsx";
import { summaryText } from "../works/summary-text.ts";
import type { WorkCard } from "../works/work.ts";
import type { Publication } from "./catalogue.ts";
import type { Door } from "./door.ts";

/** A work as a publication: what feeds say of it (and whom they name), and where its file is. */
export function publicationOf(
  {
    page,
    address,
    base,
    picture,
    deviceId,
  }: Pick<Door, "page" | "address" | "base" | "picture" | "deviceId">,
  work: WorkCard,
): Publication {
  const entry = entryOfWork(page, address, work);
  const authors = work.creators.filter(({ role }) => role === "author");
  return {
    id: nameUuid(`works/${work.id}`),
    title: work.title || page.t("Untitled"),
    language: work.language,
    updated: entry.updated,
    published: entry.published,
    authors: entry.authors.map(({ name }) => {
      const pseudId = work.anonymous ? null : (authors.find((one) => one.name === name)?.pseudId ?? null);
      return { name, catalogue: pseudId === null ? null : `${base}/writers/${pseudId}` };
    }),
    subjects: work.tags
      .filter(({ weight }) => weight !== "mention")
      .map(({ name, kindId, tagId }) => ({
        name,
        scheme: address + urls.tagsOfKind(kindId),
        catalogue: kindId === fandomKind ? `${base}/fandoms/${tagId}` : null,
      })),
    series: (work.anonymous ? [] : work.series).map(({ seriesId, title, number }) => ({
      name: title,
      number,
      catalogue: `${base}/series/${seriesId}`,
    })),
    summaryHtml: entry.summaryHtml,
    summaryText: summaryText(work.summary) ?? "",
    self: `${base}/works/${work.id}`,
    page: address + urls.work(work.id),
    file: `${base}/works/${work.id}.epub`,
    isOpen: deviceId === null,
    picture,
  };
}

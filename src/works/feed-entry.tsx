import type { AtomEntry } from "../plumbing/feeds/atom-document.ts";
import { nameUuid } from "../plumbing/feeds/name-uuid.ts";
import { fandomKind } from "../tags/tags.ts";
import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import { Note } from "./story.tsx";
import { WarningFacts } from "./warnings.tsx";
import type { WorkCard } from "./work.ts";
import { LengthFacts } from "./work-length.tsx";

/**
 * A work as an entry: what one needs to choose it, and never its text. Its id is that of the work, whatever address the
 * archive has.
 *
 * @param address the archive's, without a slash at the end
 */
export function entryOfWork(page: Page, address: string, work: WorkCard): AtomEntry {
  const authors = work.creators.filter(({ role }) => role === "author");
  return {
    id: nameUuid(`works/${work.id}`),
    title: work.title,
    language: work.language,
    published: work.publishedAt,
    updated: work.revisedAt ?? work.publishedAt ?? 0,
    alternate: address + urls.work(work.id),
    // A feed is read by a program and copied on: it names nobody, even when its reader would be told.
    authors: work.anonymous
      ? [{ name: page.t("Anonymous"), address: null }]
      : authors.map(({ name, pseudId }) => ({
          name,
          address: pseudId === null ? null : address + urls.writer(pseudId),
        })),
    categories: work.tags.map(({ name, kindId }) => ({
      term: name,
      scheme: address + urls.tagsOfKind(kindId),
    })),
    summaryHtml: String(<SummaryOfWork page={page} work={work} />),
  };
}

function SummaryOfWork({ page, work }: { page: Page; work: WorkCard }) {
  const fandoms = work.tags.filter(({ kindId }) => kindId === fandomKind).map(({ name }) => name);
  return (
    <>
      {fandoms.length > 0 && (
        <p dir="auto">{new Intl.ListFormat(page.locale, { type: "unit" }).format(fandoms)}</p>
      )}
      <ul>
        <li>{work.rating.name}</li>
        <WarningFacts page={page} warnings={work.warnings} />
        <LengthFacts page={page} work={work} />
      </ul>
      {work.summary !== "" && <Note html={work.summary} language={work.language} />}
    </>
  );
}

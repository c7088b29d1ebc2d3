import { writeCsv } from "../../../plumbing/csv/csv.ts";
import type { Page } from "../../../ui/page.ts";
import type { ChapterEntry } from "../../../works/work.ts";
import { isoMonth } from "../../months.ts";
import type { WorkStatistics } from "../../statistics.ts";
import { chapterColumns, workColumns } from "./columns.ts";

/** A work as the sheet tells of it. */
export type SheetWork = { title: string; chapters: readonly ChapterEntry[]; statistics: WorkStatistics };

/**
 * The numbers of the pages as comma-separated values: a line for every month of a work, and, with `chapters`, of each of
 * its chapters. Months are written as in ISO 8601, and numbers as digits alone, for programs.
 */
export function statisticsSheet(
  page: Page,
  works: readonly SheetWork[],
  { chapters, subscribers }: { chapters: boolean; subscribers: boolean },
): string {
  const { t } = page;
  const columns = workColumns(page, { chapters: true, subscribers });
  const ofChapter = new Set(chapterColumns(page).map(({ name }) => name));
  const heading = [t("Work"), ...(chapters ? [t("Chapter"), t("Title")] : []), t("Month")];
  const rows = works.flatMap(({ title, statistics, chapters: entries }) => [
    ...statistics.months.map((numbers) => [
      title,
      ...(chapters ? ["", ""] : []),
      isoMonth(numbers.month),
      ...columns.map(({ name }) => String(numbers[name])),
    ]),
    ...(chapters ? [...statistics.chapters] : []).flatMap(([id, months]) => {
      const entry = entries.find((chapter) => chapter.id === id);
      return months.map((numbers) => [
        title,
        entry ? String(entry.number) : t("no more"),
        entry?.title ?? "",
        isoMonth(numbers.month),
        ...columns.map(({ name }) => (ofChapter.has(name) ? String(numbers[name]) : "")),
      ]);
    }),
  ]);
  return writeCsv([[...heading, ...columns.map(({ heading }) => heading)], ...rows]);
}

import { ErrorSummary, type FieldErrors } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Pager } from "../../ui/pager.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { LoggedBatch, LoggedDeed } from "../wrangling-log.ts";
import { DeskNav } from "./desk-nav.tsx";
import { LogEntry } from "./log-entry.tsx";

type LogProps = {
  page: Page;
  batches: readonly LoggedBatch[];
  current: number;
  pages: number;
  errors: FieldErrors;
  /** What stands in the way of what was to be taken back. */
  inTheWay: readonly LoggedDeed[];
};

/** Who did what when, the newest first. */
export function LogPage({ page, batches, current, pages, errors, inTheWay }: LogProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Log of the tags")} noindex>
      <h1>{t("Log of the tags")}</h1>
      <DeskNav page={page} />
      <ErrorSummary page={page} errors={errors} />
      {inTheWay.length > 0 && (
        <section aria-labelledby="in-the-way">
          <h2 id="in-the-way">{t("To be taken back first")}</h2>
          <ul class="desk-list">
            {inTheWay.map((deed) => (
              <LogEntry page={page} batch={{ first: deed, deeds: [deed], count: 1 }} back={page.path} />
            ))}
          </ul>
        </section>
      )}
      {batches.length === 0 ? (
        <p>{t("Nothing was done yet.")}</p>
      ) : (
        <ul class="desk-list">
          {batches.map((batch) => (
            <LogEntry page={page} batch={batch} back={urls.wranglingLog(current)} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={pages} current={current} urlOf={urls.wranglingLog} />
    </Layout>
  );
}

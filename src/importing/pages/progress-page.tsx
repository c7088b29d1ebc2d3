import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type ImportProgress, importStages } from "../import-progress.ts";
import type { ImportEntry } from "../imports.ts";
import { ForgetImport } from "./forget-import-form.tsx";
import { stageName } from "./progress-stage-name.ts";

/** Seconds between two looks without JavaScript: often enough for patience, seldom enough to be read aloud. */
const again = 5;

/** An import while it is read: how far that is, and that nobody need wait. The script moves on when it is done. */
export function ProgressPage(props: { page: Page; entry: ImportEntry; progress: ImportProgress }) {
  const { page, entry, progress } = props;
  const { t } = page;
  const title = t("The story is being read");
  const stages = Object.fromEntries(importStages.map((stage) => [stage, stageName(stage, t)]));
  return (
    <Layout page={page} title={title} kind="form" noindex again={again}>
      <h1>{title}</h1>
      <ul class="facts-line">
        <li dir="auto">{entry.fileName}</li>
        {entry.fileCount > 1 && (
          <li>
            {t("and {count, plural, one {one more file} other {# more files}}", {
              count: entry.fileCount - 1,
            })}
          </li>
        )}
      </ul>
      <div class="reading-progress">
        <p id="stage" role="status" data-stages={JSON.stringify(stages)}>
          {stageName(progress.stage, t)}
        </p>
        <progress
          id="progress"
          aria-labelledby="stage"
          max="100"
          value={String(Math.round(progress.part * 100))}
          data-progress={urls.importProgress(entry.id)}
        />
      </div>
      <p>
        {t(
          "It waits on your desk when it is done, also when you close this page. Nothing is in the archive yet.",
        )}
      </p>
      <p>
        <a href={urls.importReview(entry.id)}>{t("See whether it is done")}</a>
      </p>
      <ForgetImport page={page} importId={entry.id} />
    </Layout>
  );
}

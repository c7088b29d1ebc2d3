import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ImportProgress, ImportStage } from "../import-progress.ts";
import type { ImportEntry } from "../imports.ts";
import { ForgetImport } from "./forget-import-form.tsx";

/** An import while it is read: how far that is, and that nobody need wait. */
export function ProgressPage(props: { page: Page; entry: ImportEntry; progress: ImportProgress }) {
  const { page, entry, progress } = props;
  const { t } = page;
  const title = t("The story is being read");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p>
        <label for="progress">{stageName(progress.stage, t)}</label>{" "}
        <progress
          id="progress"
          max="100"
          value={String(Math.round(progress.part * 100))}
          data-progress={urls.importProgress(entry.id)}
        />
      </p>
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

/** What the reading is about just now, in words. */
function stageName(stage: ImportStage, t: Translate): string {
  switch (stage) {
    case "waiting":
      return t("Waiting for its turn");
    case "reading":
      return t("Reading the file");
    case "looking":
      return t("Looking for headers, scenes and marks");
    case "keeping":
      return t("Laying it down");
  }
}

import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ImportEntry, ImportState } from "../imports.ts";
import { ForgetImport } from "./forget-import-form.tsx";
import { problemSentence } from "./refusal-sentences.ts";

/** An import whose review could not be worked out: what that means, and the file. */
export function UnreadablePage({ page, entry }: { page: Page; entry: ImportEntry }) {
  const { t } = page;
  const title = t("This story cannot be shown");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p>
        {t(
          "Working out how it will look took too long or too much room. Nothing is lost: the file lies here as you gave it, and your answers are kept. Please try again in a while, or bring it in chapter by chapter.",
        )}
      </p>
      <p>
        <a href={urls.importOriginal(entry.id)}>{t("Get the file")}</a>
      </p>
      <ForgetImport page={page} importId={entry.id} />
    </Layout>
  );
}

/** An import whose files turned out to hold no story that can be read: why, and the way back. */
export function NoStoryPage(props: {
  page: Page;
  entry: ImportEntry;
  state: Extract<ImportState, { is: "unreadable" }>;
}) {
  const { page, entry, state } = props;
  const { t } = page;
  const title = t("This file could not be brought in");
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      <p class="lead">{problemSentence(state, t)}</p>
      <p>
        {entry.fileCount > 1
          ? t("Your {count} files lie here as you gave them. The first of them:", { count: entry.fileCount })
          : t("The file lies here as you gave it:")}{" "}
        <a href={urls.importOriginal(entry.id)} dir="auto">
          {entry.fileName}
        </a>
      </p>
      <p>
        <a href={urls.newImport()}>{t("Bring in another")}</a>
      </p>
      <ForgetImport page={page} importId={entry.id} />
    </Layout>
  );
}

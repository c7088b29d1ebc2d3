import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";

/** The way out: folded, because it cannot be taken back. */
export function ForgetImport({ page, importId }: { page: Page; importId: string }) {
  const { t } = page;
  return (
    <details class="fold">
      <summary>{t("Forget this import")}</summary>
      <p>{t("The file, your answers and what you typed here are gone for good then.")}</p>
      <form method="post" action={urls.importRemoval(importId)}>
        <button type="submit" class="button button-grave">
          {t("Forget it, with its file")}
        </button>
      </form>
    </details>
  );
}

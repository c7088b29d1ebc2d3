import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";

/** Says that words were not looked for, and what to type instead. */
export function BusyNotice({ page: { t } }: { page: Page }) {
  return (
    <Notice kind="firm" title={t("Searching inside stories takes too long just now")}>
      <p>
        {t("Try rarer words, or fewer, or the same again in a minute. What you asked for is all still here.")}
      </p>
    </Notice>
  );
}

import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import type { Work } from "../../work.ts";
import { isWrittenTogether } from "../../written-together.ts";

/** Tells the authors of a draft, who alone can open it, that nobody else can. */
export function DraftNotice({ page, work }: { page: Page; work: Pick<Work, "status" | "creators"> }) {
  if (work.status === "published") return null;
  const { t } = page;
  return (
    <Notice title={t("This is a draft")}>
      <p>
        {isWrittenTogether(work)
          ? t("Only its authors can see it. This is how it will look when it is published.")
          : t("Only you can see it. This is how it will look when you publish it.")}
      </p>
    </Notice>
  );
}

/** Marks a chapter that readers do not see yet, for its author. */
export function DraftMark({ page, status }: { page: Page; status: Work["status"] }) {
  return status === "draft" ? <strong class="draft-mark">{page.t("Draft")}</strong> : null;
}

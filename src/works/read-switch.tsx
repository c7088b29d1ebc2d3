import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import { asRuled } from "./asked-to-see.ts";
import type { ReadManner } from "./read-works.ts";

/**
 * Above a list: whether what its reader finished or dropped stands in it, to be switched for all lists at once.
 *
 * @param props manner null: somebody without an account, who has no ledger
 */
export function ReadSwitch({ page, manner }: { page: Page; manner: ReadManner | null }) {
  if (manner === null) return null;
  const { t } = page;
  const isShown = manner === "show";
  return (
    <div class="read-switch">
      {!isShown && (
        <p class="quiet small">
          {manner === "hide"
            ? t("What you have read is hidden.")
            : t("What you have read is folded to a line.")}
        </p>
      )}
      <form method="post" action={urls.ledgerFollowing()}>
        <input type="hidden" name="read-works" value={isShown ? "hide" : "show"} />
        <input type="hidden" name="back" value={asRuled(page)} />
        <button type="submit" class="link-button small">
          {isShown ? t("Hide what I have read") : t("Show what I have read")}
        </button>
      </form>
    </div>
  );
}

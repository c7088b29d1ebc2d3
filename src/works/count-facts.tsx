import type { Page } from "../ui/page.ts";
import type { ShownCounts } from "./work-counts.ts";

/** Thanks, talk and readings as items of a line of facts; nothing is said where there are none. */
export function CountFacts({ page, counts }: { page: Page; counts: ShownCounts }) {
  const { t } = page;
  return (
    <>
      {counts.kudos > 0 && (
        <li>{t("{count, plural, one {# kudos} other {# kudos}}", { count: counts.kudos })}</li>
      )}
      {counts.comments > 0 && (
        <li>{t("{count, plural, one {# comment} other {# comments}}", { count: counts.comments })}</li>
      )}
      {counts.hits > 0 && (
        <li>{t("{count, plural, one {# reading} other {# readings}}", { count: counts.hits })}</li>
      )}
    </>
  );
}

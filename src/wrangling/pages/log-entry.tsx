import { Day } from "../../ui/day.tsx";
import { HiddenField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { LoggedBatch } from "../wrangling-log.ts";
import { DeedSentence } from "./deed-sentence.tsx";

/** Deeds done together: what, who, when, and the way back. */
export function LogEntry({ page, batch, back }: { page: Page; batch: LoggedBatch; back: string }) {
  const { t } = page;
  const { first, deeds, count } = batch;
  return (
    <li>
      <div class="grow">
        {deeds.length === 1 ? (
          <p>
            <DeedSentence page={page} deed={first} />
          </p>
        ) : (
          <ul>
            {deeds.map((deed) => (
              <li>
                <DeedSentence page={page} deed={deed} />
              </li>
            ))}
            {count > deeds.length && (
              <li>
                {t("and {count, plural, one {# more} other {# more}}", { count: count - deeds.length })}
              </li>
            )}
          </ul>
        )}
        <ul class="facts-line">
          <li>{first.by ? <bdi>{first.by.name}</bdi> : t("somebody who is gone")}</li>
          <li>
            <Day page={page} at={first.doneAt} length="withTime" />
          </li>
          {first.undoneAt !== null && <li>{t("taken back")}</li>}
        </ul>
      </div>
      {first.undoneAt === null && (
        <form class="post-button" method="post" action={urls.wranglingUndo(first.id)}>
          <HiddenField name="back" value={back} />
          <button class="link-button" type="submit">
            {count > 1 ? t("Take all {count, number} back", { count }) : t("Take it back")}
          </button>
        </form>
      )}
    </li>
  );
}

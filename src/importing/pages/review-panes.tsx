import type { Page } from "../../ui/page.ts";
import { Story } from "../../works/story.tsx";
import type { ReviewOutcome } from "../review-outcome.ts";

/**
 * What came in and what it becomes, side by side where there is room; on a phone the first is folded. Each scrolls
 * by itself, so each can be reached by key.
 */
export function ReviewPanes(props: { page: Page; outcome: ReviewOutcome; language: string }) {
  const { page, outcome, language } = props;
  const { t } = page;
  return (
    <div class="review-panes">
      <section class="review-pane" aria-labelledby="came-in" tabindex={0}>
        <h2 id="came-in">{t("What came in")}</h2>
        <details class="came-in" id="came-in-fold">
          <summary>{t("Show it as it stands in the file")}</summary>
          <Story html={outcome.cameIn} language={language} />
        </details>
      </section>
      <section class="review-pane" aria-labelledby="story" tabindex={0}>
        <h2 id="story">{t("What it becomes")}</h2>
        <Story html={outcome.markedStory} language={language} />
      </section>
    </div>
  );
}

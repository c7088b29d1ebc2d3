import type { Page } from "../../../ui/page.ts";
import { ledgerWord } from "../../ledger-words.ts";
import { LedgerButtons, markId, newChaptersSentence } from "../../reader-mark-line.tsx";
import { readingTime } from "../../reading-time.ts";
import type { Work } from "../../work.ts";

/** What a member alone is told on a work's page: what they made of it, how far they are, and how long it takes them. */
export function YourReading(props: { page: Page; work: Work; wordsPerMinute: number }) {
  const { page, work, wordsPerMinute } = props;
  const { t } = page;
  const { state = null, place = null } = work.mark ?? {};
  const time = readingTime(t, place ? place.wordsLeft : work.wordCount, wordsPerMinute);
  return (
    <section class="your-reading" id={markId(work.id)} tabindex={-1} aria-label={t("Your reading")}>
      <ul class="facts-line">
        {state !== null && (
          <li>
            <strong>{ledgerWord(t, state)}</strong>
          </li>
        )}
        {place !== null && place.newChapters > 0 && <li>{newChaptersSentence(page, place.newChapters)}</li>}
        {place !== null && place.chaptersLeft > 0 && (
          <li>
            {t("{count, plural, one {# more chapter} other {# more chapters}}", {
              count: place.chaptersLeft,
            })}
          </li>
        )}
        {(place === null || place.wordsLeft > 0) && (
          <li>{place ? t("{time} left", { time }) : t("{time} to read", { time })}</li>
        )}
      </ul>
      <details class="fold">
        <summary>{state === null ? t("Put it into my ledger") : t("Change it in my ledger")}</summary>
        <LedgerButtons page={page} work={work} />
      </details>
    </section>
  );
}

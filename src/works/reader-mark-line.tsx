import type { Page } from "../ui/page.ts";
import { PostButton } from "../ui/post-button.tsx";
import { urls } from "../vocabulary/urls.ts";
import { ledgerWord } from "./ledger-words.ts";
import { ledgerStates } from "./reader-marks.ts";
import type { WorkCard } from "./work.ts";

type Marked = Pick<WorkCard, "id" | "title" | "mark" | "chapterCount">;

/** Where a list, or the page of a work, says what its reader has noted of the work: who changes that comes back to it. */
export function markId(workId: string): string {
  return `mark-${workId}`;
}

/** What the reader has noted of a work, in a list: their own mark, where they are, what is new since. */
export function ReaderMarkLine({ page, work }: { page: Page; work: Marked }) {
  const { t, person } = page;
  const { mark } = work;
  if (!person.signedIn) return null;
  if (!mark || (mark.state === null && mark.place === null)) return <ReadLater page={page} work={work} />;
  const { state, place } = mark;
  return (
    <p class="reader-mark" id={markId(work.id)} tabindex={-1}>
      <span class="visually-hidden">{t("In your ledger:")} </span>
      {state !== null && <strong>{ledgerWord(t, state)}</strong>}
      {place !== null && (
        <>
          {" "}
          <a href={continueUrl(work.id, place)}>
            {work.chapterCount > 1
              ? t("Go on at chapter {number, number}", { number: place.number })
              : t("Go on where you were")}
          </a>
          {place.newChapters > 0 && <span> {newChaptersSentence(page, place.newChapters)}</span>}
        </>
      )}
    </p>
  );
}

/** One press, for a work the ledger knows nothing of. */
function ReadLater({ page, work }: { page: Page; work: Marked }) {
  const { t } = page;
  return (
    <form method="post" action={urls.ledgerEntry(work.id)} class="reader-mark">
      <input type="hidden" name="state" value="to-read" />
      <input type="hidden" name="back" value={page.path} />
      <button
        type="submit"
        class="link-button"
        id={markId(work.id)}
        aria-label={t("Read later: {title}", { title: work.title })}
      >
        {t("Read later")}
      </button>
    </form>
  );
}

/** The words one had come to, on any device. */
export function continueUrl(workId: string, place: { chapterId: string; paragraph: number }): string {
  const chapter = urls.chapter(workId, place.chapterId);
  return place.paragraph > 1 ? `${chapter}#place` : chapter;
}

/** "3 new chapters since you stopped". */
export function newChaptersSentence({ t }: Page, count: number): string {
  return t("{count, plural, one {# new chapter} other {# new chapters}} since you stopped", { count });
}

/** A press for each state a work may have in the reader's ledger, and one to take it out. */
export function LedgerButtons({ page, work }: { page: Page; work: Marked }) {
  const { t, person } = page;
  if (!person.signedIn) return null;
  const state = work.mark?.state ?? null;
  const form = { action: urls.ledgerEntry(work.id) };
  return (
    <div class="ledger-buttons">
      <p class="quiet small">{t("Only you see what stands in your ledger.")}</p>
      <div class="actions">
        {ledgerStates
          .filter((each) => each !== state)
          .map((each) => (
            <PostButton
              {...form}
              fields={{ state: each, back: page.path }}
              label={t("{state}: {title}", { state: ledgerWord(t, each), title: work.title })}
            >
              {ledgerWord(t, each)}
            </PostButton>
          ))}
        {state !== null && (
          <PostButton
            {...form}
            fields={{ state: "none", back: page.path }}
            label={t("Take it out of my ledger: {title}", { title: work.title })}
          >
            {t("Take it out of my ledger")}
          </PostButton>
        )}
      </div>
    </div>
  );
}

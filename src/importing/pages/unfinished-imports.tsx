import { Day } from "../../ui/day.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ImportEntry, ImportState } from "../imports.ts";
import { problemSentence } from "./refusal-sentences.ts";
import { sizeInWords } from "./size-in-words.ts";

/** The rest is folded, so that the door stays in sight. */
const mostOpen = 6;

/** What was brought in before and is neither saved nor forgotten: how each stands, and the way on. */
export function UnfinishedImports({ page, unfinished }: { page: Page; unfinished: ImportEntry[] }) {
  const { t } = page;
  if (unfinished.length === 0) return null;
  const others = unfinished.slice(mostOpen);
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished">{t("Go on with")}</h2>
      <EntryList page={page} entries={unfinished.slice(0, mostOpen)} />
      {others.length > 0 && (
        <details class="fold">
          <summary>{t("{count, plural, one {One more} other {# more}}", { count: others.length })}</summary>
          <EntryList page={page} entries={others} />
        </details>
      )}
    </section>
  );
}

function EntryList({ page, entries }: { page: Page; entries: ImportEntry[] }) {
  return (
    <ul class="desk-list">
      {entries.map((entry) => (
        <UnfinishedImport page={page} entry={entry} />
      ))}
    </ul>
  );
}

function UnfinishedImport({ page, entry }: { page: Page; entry: ImportEntry }) {
  const { t } = page;
  const { id, fileCount, state } = entry;
  const heading = `import-${id}`;
  return (
    <li>
      <div class="grow">
        <h3 class="work-heading" id={heading} dir="auto">
          <a class="work-title" href={urls.importReview(id)}>
            {entry.fileName}
          </a>
          {fileCount > 1 && (
            <span class="quiet">
              {" "}
              {t("and {count, plural, one {one more file} other {# more files}}", { count: fileCount - 1 })}
            </span>
          )}
        </h3>
        <ul class="facts-line">
          <li>{stateName(state, page)}</li>
          <li>{sizeInWords(page, entry.byteSize)}</li>
          <li>
            <Day page={page} at={entry.updatedAt} length="short" />
          </li>
        </ul>
        {state.is === "unreadable" && <p class="hint">{problemSentence(state, t)}</p>}
      </div>
      <div class="actions">
        <a href={urls.importReview(id)} aria-describedby={heading}>
          {wayOn(state, page)}
        </a>
      </div>
    </li>
  );
}

function stateName(state: ImportState, { t }: Page): string {
  switch (state.is) {
    case "unread":
      return t("still being read");
    case "read":
      return t("ready to look through");
    case "unreadable":
      return t("cannot be read");
  }
}

function wayOn(state: ImportState, { t }: Page): string {
  switch (state.is) {
    case "unread":
      return t("See how far it is");
    case "read":
      return t("Look through it");
    case "unreadable":
      return t("See what to do");
  }
}

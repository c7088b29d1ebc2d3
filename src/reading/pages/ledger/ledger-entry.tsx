import { Day } from "../../../ui/day.tsx";
import { type FieldErrors, Form, HiddenField, SubmitButton, TextArea, TextField } from "../../../ui/form.ts";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerWord } from "../../../works/ledger-words.ts";
import { LedgerButtons } from "../../../works/reader-mark-line.tsx";
import { WorkBlurb } from "../../../works/work-blurb.tsx";
import type { ListedEntry } from "../../list-ledger.ts";
import { typedDay } from "../../typed-day.ts";
import { noteId } from "../own-note-id.ts";

/** What somebody typed of one work of their ledger. */
type TypedEntry = { note: string; started: string; finished: string };

/** A note that was too long, or days that are none, as they were typed. */
export type RefusedNote = { workId: string; typed: TypedEntry; errors: FieldErrors };

/** The names of the fields of an entry; many of them stand on one page. */
export function entryFieldNames(workId: string): TypedEntry {
  return { note: `note-${workId}`, started: `started-${workId}`, finished: `finished-${workId}` };
}

type EntryProps = { page: Page; entry: ListedEntry; refused: RefusedNote | null };

/** One work of a member's ledger, with their own words and days. */
export function LedgerEntry({ page, entry, refused }: EntryProps) {
  const { t } = page;
  const { work } = entry;
  // In one's own ledger nothing is out of the way.
  if (work)
    return (
      <WorkBlurb page={page} work={{ ...work, hiding: null }} level={2}>
        <OwnWords page={page} entry={entry} refused={refused} />
      </WorkBlurb>
    );
  const gone = t("A work of your ledger, now gone");
  return (
    <li class="work-blurb">
      <h2 class="work-heading">{gone}</h2>
      <OwnWords page={page} entry={entry} refused={refused} />
      <details>
        <summary aria-label={t("More about {title}", { title: gone })}>{t("More")}</summary>
        <LedgerButtons
          page={page}
          work={{
            id: entry.workId,
            title: gone,
            mark: { state: entry.state, place: null },
            chapterCount: 0,
          }}
        />
      </details>
    </li>
  );
}

function OwnWords({ page, entry, refused }: EntryProps) {
  const { t } = page;
  const { note } = entry;
  const dates = [
    { says: "added {day}", at: entry.addedAt },
    { says: "begun {day}", at: entry.startedAt },
    { says: "finished {day}", at: entry.finishedAt },
    { says: "last read {day}", at: entry.readAt },
  ] as const;
  return (
    <>
      {/* Who saved days without a note is led here. */}
      <ul class="facts-line" {...(note === "" ? { id: noteId(entry.workId), tabindex: -1 } : {})}>
        {!entry.work && entry.state !== null && <li>{ledgerWord(t, entry.state)}</li>}
        {dates.map(
          ({ says, at }) =>
            at !== null && (
              <li>
                <Sentence
                  page={page}
                  says={says}
                  parts={{ day: <Day page={page} at={at} length="short" /> }}
                />
              </li>
            ),
        )}
      </ul>
      {note !== "" && (
        <p class="shelf-note own-note" id={noteId(entry.workId)} tabindex={-1} dir="auto">
          {note}
        </p>
      )}
      <EntryForm page={page} entry={entry} refused={refused} />
    </>
  );
}

function EntryForm({ page, entry, refused }: EntryProps) {
  const { t, timeZone = "UTC" } = page;
  const { workId, note } = entry;
  const title = entry.work?.title ?? t("A work of your ledger, now gone");
  const names = entryFieldNames(workId);
  const typed = refused?.typed ?? {
    note,
    started: typedDay(entry.startedAt, timeZone),
    finished: typedDay(entry.finishedAt, timeZone),
  };
  const day = { page, type: "date", size: "medium", dir: "ltr", autocomplete: "off" } as const;
  const errorOf = (name: string) => refused?.errors[name];
  return (
    <details class="fold" open={refused !== null}>
      <summary
        aria-label={
          note === ""
            ? t("My note and dates: “{title}”", { title })
            : t("Change my note and dates: “{title}”", { title })
        }
      >
        {note === "" ? t("My note and dates") : t("Change my note and dates")}
      </summary>
      <Form page={page} action={urls.ledger()} narrow label={t("My note and dates")}>
        <HiddenField name="work" value={workId} />
        <HiddenField name="back" value={page.path} />
        <TextArea
          page={page}
          name={names.note}
          label={t("My note")}
          value={typed.note}
          rows={3}
          error={errorOf(names.note)}
        />
        <TextField
          {...day}
          name={names.started}
          label={t("Begun")}
          value={typed.started}
          error={errorOf(names.started)}
        />
        <TextField
          {...day}
          name={names.finished}
          label={t("Finished")}
          value={typed.finished}
          error={errorOf(names.finished)}
        />
        <SubmitButton kind="quiet" label={t("Save my note and dates: “{title}”", { title })}>
          {t("Save my note and dates")}
        </SubmitButton>
      </Form>
    </details>
  );
}

import { Day } from "../../../../ui/day.tsx";
import { Form, FormButtons, SelectField, SubmitButton } from "../../../../ui/form.ts";
import { formatDate } from "../../../../ui/formats.ts";
import type { Page } from "../../../../ui/page.ts";
import { Pager } from "../../../../ui/pager.tsx";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { RevisionEntry, RevisionField } from "../../../revisions.ts";
import { wordsSentence } from "../../../work-length.tsx";
import { versionField } from "../version-field.ts";

/** The name of the field that says which version shall be brought back. */
export const revisionField = "revision";

/** How many versions stand on one page of the list. */
export const revisionsOnPage = 10;

/** Where the comparison begins on the page. */
export const comparisonId = "comparison";

/** The states of a chapter by time. */
export type RevisionListProps = {
  page: Page;
  workId: string;
  chapterId: string;
  /** All of them, newest first. */
  entries: RevisionEntry[];
  /** What changed with those on this page of the list, by version. */
  changed: Map<number, RevisionField[]>;
  /** Which author saved each, by version. */
  savers: Map<number, string>;
  /** Which page of the list is shown, from 1. */
  current: number;
};

/** The list itself, newest first. */
export function RevisionList(props: RevisionListProps) {
  const { page, entries, workId, chapterId, current } = props;
  const from = (current - 1) * revisionsOnPage;
  return (
    <>
      <ol class="desk-list revisions" reversed start={entries.length - from}>
        {entries.slice(from, from + revisionsOnPage).map((entry, index) => (
          <RevisionRow {...props} entry={entry} previous={entries[from + index + 1]} />
        ))}
      </ol>
      <Pager
        page={page}
        pages={Math.ceil(entries.length / revisionsOnPage)}
        current={current}
        urlOf={(number) => urls.chapterRevisions(workId, chapterId, { page: number })}
      />
    </>
  );
}

function RevisionRow(
  props: RevisionListProps & { entry: RevisionEntry; previous: RevisionEntry | undefined },
) {
  const { page, workId, chapterId, entry, previous } = props;
  const { t } = page;
  const standing = props.entries[0];
  const isStanding = entry === standing;
  const saver = props.savers.get(entry.version);
  const time = { time: formatDate(entry.savedAt, page.locale, "withTime") };
  const comparing = (before: number, after: number) =>
    `${urls.chapterRevisions(workId, chapterId, { before, after })}#${comparisonId}`;
  return (
    <li>
      <div class="grow">
        <p class="revision-time">
          <Day page={page} at={entry.savedAt} length="withTime" />
        </p>
        <ul class="facts-line">
          {isStanding && <li>{t("stands now")}</li>}
          {saver !== undefined && (
            <li>
              <Sentence
                page={page}
                says="saved by {name}"
                parts={{ name: <span dir="auto">{saver}</span> }}
              />
            </li>
          )}
          <li>{wordsSentence(page, entry.wordCount)}</li>
          {previous && (
            <>
              <DifferenceInWords page={page} by={entry.wordCount - previous.wordCount} />
              {props.changed.get(entry.version)?.map((field) => (
                <li>{fieldChanged(page, field)}</li>
              ))}
            </>
          )}
        </ul>
      </div>
      <div class="actions">
        {previous && (
          <a
            href={comparing(previous.version, entry.version)}
            aria-label={t("What changed: the version of {time}", time)}
          >
            {t("What changed")}
          </a>
        )}
        {!isStanding && standing && (
          <a
            href={comparing(entry.version, standing.version)}
            aria-label={t("Compare with now: the version of {time}", time)}
          >
            {t("Compare with now")}
          </a>
        )}
        <a
          href={comparing(entry.version, entry.version)}
          aria-label={t("Read it: the version of {time}", time)}
        >
          {t("Read it")}
        </a>
        {!isStanding && standing && (
          <PostButton
            action={urls.chapterRestoration(workId, chapterId)}
            label={t("Bring it back: the version of {time}", time)}
            fields={{ [versionField]: String(standing.version), [revisionField]: String(entry.version) }}
          >
            {t("Bring it back")}
          </PostButton>
        )}
      </div>
    </li>
  );
}

function DifferenceInWords({ page: { t }, by }: { page: Page; by: number }) {
  if (by === 0) return null;
  return (
    <li>
      {by > 0
        ? t("{count, plural, one {# word more} other {# words more}}", { count: by })
        : t("{count, plural, one {# word fewer} other {# words fewer}}", { count: -by })}
    </li>
  );
}

function fieldChanged({ t }: Page, field: RevisionField): string {
  return {
    title: t("title changed"),
    story: t("story changed"),
    summary: t("summary changed"),
    notes: t("notes before changed"),
    endNotes: t("notes after changed"),
  }[field];
}

/** Chooses any two states to compare. */
export function ChooseRevisions(
  props: Omit<RevisionListProps, "changed" | "savers" | "current"> & { before: number; after: number },
) {
  const { page, entries } = props;
  const { t } = page;
  const choices = entries.map(({ version, savedAt, wordCount }, index) => ({
    value: String(version),
    label: [
      index === 0 ? t("Now") : formatDate(savedAt, page.locale, "withTime"),
      wordsSentence(page, wordCount),
    ].join(" · "),
  }));
  return (
    <Form
      page={page}
      method="get"
      action={urls.chapterRevisions(props.workId, props.chapterId)}
      class="choose-versions"
      label={t("Compare two versions")}
    >
      <SelectField
        page={page}
        name="before"
        label={t("From")}
        value={String(props.before)}
        choices={choices}
      />
      <SelectField page={page} name="after" label={t("To")} value={String(props.after)} choices={choices} />
      <FormButtons>
        <SubmitButton kind="quiet">{t("Compare the two")}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

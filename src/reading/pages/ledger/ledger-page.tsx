import type { Preferences } from "../../../people/preferences.ts";
import { Day } from "../../../ui/day.tsx";
import {
  ErrorSummary,
  Form,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerWord } from "../../../works/ledger-words.ts";
import { LedgerButtons } from "../../../works/reader-mark-line.tsx";
import { type LedgerState, ledgerStates } from "../../../works/reader-marks.ts";
import { WorkBlurb } from "../../../works/work-blurb.tsx";
import type { LedgerWish, LedgerPage as List, ListedEntry } from "../../list-ledger.ts";
import { noteId } from "../own-note-id.ts";

/** A note that was too long, as it was typed. */
export type RefusedNote = { workId: string; note: string; most: number };

type Props = {
  page: Page;
  list: List;
  /** How much of the ledger is about works that are not here. */
  elsewhere: number;
  wish: LedgerWish;
  preferences: Pick<Preferences, "ledgerFollows" | "readWorks">;
  refused: RefusedNote | null;
};

/** What a member wants to read, reads, waits for, has finished and has dropped. */
export function LedgerPage(props: Props) {
  const { page, list, wish, refused } = props;
  const { t } = page;
  // Where nothing stands there is nothing to look through.
  const hasAny = props.elsewhere > 0 || ledgerStates.some((state) => list.counts[state] > 0);
  const error = refused
    ? t("This text has at most {most, number} characters.", { most: refused.most })
    : undefined;
  return (
    <Layout page={page} title={t("My ledger")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("My ledger")}</h1>
        <p class="quiet">{t("Nobody else is shown it, whoever they are.")}</p>
      </header>
      {refused && error && <ErrorSummary page={page} errors={{ [`note-${refused.workId}`]: error }} />}
      {props.preferences.ledgerFollows === "unasked" && <AskToFollow page={page} />}
      {hasAny && (
        <>
          <LedgerParts page={page} counts={{ ...list.counts, elsewhere: props.elsewhere }} wish={wish} />
          <FindForm {...props} />
        </>
      )}
      {list.count === 0 && (
        <p class="quiet">
          {wish.words === ""
            ? t("Nothing is here yet. “Read later” beside a story puts it here.")
            : t("No note and no title has these words.")}
        </p>
      )}
      <ul class="works">
        {list.entries.map((entry) => (
          <Entry
            page={page}
            entry={entry}
            refused={refused?.workId === entry.workId ? { note: refused.note, error } : null}
          />
        ))}
      </ul>
      <Pager
        page={page}
        pages={list.pages}
        current={list.page}
        urlOf={(number) => ledgerUrl({ ...wish, page: number })}
      />
      <Wishes {...props} />
      <p class="actions">
        <a href={urls.ledgerSheet()}>{t("Take it along as a sheet (CSV)")}</a>{" "}
        <a href={urls.ledgerImport()}>{t("Bring a sheet in")}</a>
      </p>
    </Layout>
  );
}

/** A list of one's ledger: of works in one state, or of those that are not here. */
export type LedgerPart = LedgerState | "elsewhere";

/** The address of a part of one's ledger. */
export function ledgerUrl({
  state,
  words,
  order,
  page,
}: Omit<LedgerWish, "perPage" | "state"> & { state: LedgerPart | null }): string {
  return urls.ledger({
    state: state ?? undefined,
    words,
    order: order === "changed" ? undefined : order,
    page: page > 1 ? String(page) : undefined,
  });
}

function AskToFollow({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Notice title={t("Shall it keep itself?")}>
      <p>
        {t(
          "Your ledger can follow what you read: a story you open is being read, and at its end it is finished, or waits for more. You can change your mind at any time.",
        )}
      </p>
      <div class="actions">
        <PostButton action={urls.ledgerFollowing()} fields={{ follows: "yes" }}>
          {t("Yes, follow what I read")}
        </PostButton>
        <PostButton action={urls.ledgerFollowing()} fields={{ follows: "no" }}>
          {t("No, I write it myself")}
        </PostButton>
      </div>
    </Notice>
  );
}

/** The ways into the parts of a ledger. */
export function LedgerParts(props: {
  page: Page;
  counts: Record<LedgerPart, number>;
  wish: Omit<LedgerWish, "perPage" | "state"> & { state: LedgerPart | null };
}) {
  const { page, counts, wish } = props;
  const { t } = page;
  const all = ledgerStates.reduce((sum, state) => sum + counts[state], 0);
  const tabs: { state: LedgerPart | null; name: string; count: number }[] = [
    { state: null, name: t("All"), count: all },
    ...ledgerStates.map((state) => ({ state, name: ledgerWord(t, state), count: counts[state] })),
  ];
  if (counts.elsewhere > 0 || wish.state === "elsewhere")
    tabs.push({ state: "elsewhere", name: t("Not here"), count: counts.elsewhere });
  return (
    <nav aria-label={t("Parts of the ledger")}>
      <ul class="tabs">
        {tabs.map(({ state, name, count }) => (
          <li>
            <a
              href={ledgerUrl({ ...wish, state, page: 1 })}
              aria-current={state === wish.state ? "page" : undefined}
            >
              {t("{name} ({count, number})", { name, count })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FindForm({ page, wish }: Props) {
  const { t } = page;
  return (
    <Form page={page} action={urls.ledger()} method="get" class="find-box" label={t("Find in my ledger")}>
      {wish.state !== null && <HiddenField name="state" value={wish.state} />}
      <div class="field-row">
        <TextField
          page={page}
          name="words"
          label={t("Words in notes and titles")}
          type="search"
          value={wish.words}
          autocomplete="off"
        />
        <SelectField
          page={page}
          name="order"
          label={t("Order")}
          value={wish.order}
          choices={[
            { value: "changed", label: t("Last changed first") },
            { value: "added", label: t("Last added first") },
            { value: "read", label: t("Last read first") },
            { value: "title", label: t("By title") },
          ]}
        />
      </div>
      <SubmitButton kind="quiet">{t("Show these")}</SubmitButton>
    </Form>
  );
}

type Refusal = { note: string; error: string | undefined } | null;

function Entry({ page, entry, refused }: { page: Page; entry: ListedEntry; refused: Refusal }) {
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

function OwnWords({ page, entry, refused }: { page: Page; entry: ListedEntry; refused: Refusal }) {
  const { t } = page;
  const { workId, note } = entry;
  const title = entry.work?.title ?? t("A work of your ledger, now gone");
  const dates = [
    { says: "added {day}", at: entry.addedAt },
    { says: "begun {day}", at: entry.startedAt },
    { says: "finished {day}", at: entry.finishedAt },
    { says: "last read {day}", at: entry.readAt },
  ] as const;
  return (
    <>
      <ul class="facts-line">
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
        <p class="shelf-note own-note" id={noteId(workId)} tabindex={-1} dir="auto">
          {note}
        </p>
      )}
      <details class="fold" open={refused !== null}>
        <summary
          aria-label={
            note === "" ? t("My note on “{title}”", { title }) : t("Change my note on “{title}”", { title })
          }
        >
          {note === "" ? t("My note") : t("Change my note")}
        </summary>
        <Form page={page} action={urls.ledger()} narrow label={t("My note")}>
          <HiddenField name="work" value={workId} />
          <HiddenField name="back" value={page.path} />
          <TextArea
            page={page}
            name={`note-${workId}`}
            label={t("My note")}
            value={refused?.note ?? note}
            rows={3}
            error={refused?.error}
          />
          <SubmitButton kind="quiet" label={t("Save my note on “{title}”", { title })}>
            {t("Save my note")}
          </SubmitButton>
        </Form>
      </details>
    </>
  );
}

function Wishes({ page, preferences }: Props) {
  const { t } = page;
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">{t("What I have read, in all other lists")}</h2>
      <Form
        page={page}
        action={urls.ledgerFollowing()}
        narrow
        label={t("What I have read, in all other lists")}
      >
        <SelectField
          page={page}
          name="read-works"
          label={t("Works I finished or dropped")}
          hint={t("Lists, searches, feeds and their numbers are without them then.")}
          value={preferences.readWorks}
          choices={[
            { value: "show", label: t("Show them like any other") },
            { value: "fold", label: t("Fold each to one line") },
            { value: "hide", label: t("Leave them out") },
          ]}
        />
        <SubmitButton kind="quiet">{t("Keep it like this")}</SubmitButton>
      </Form>
    </section>
  );
}

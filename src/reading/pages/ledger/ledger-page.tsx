import type { Preferences } from "../../../people/preferences.ts";
import { ErrorSummary, Form, HiddenField, SelectField, SubmitButton, TextField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { PostButton } from "../../../ui/post-button.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerWord } from "../../../works/ledger-words.ts";
import { type LedgerState, ledgerStates } from "../../../works/reader-marks.ts";
import type { LedgerWish, LedgerPage as List } from "../../list-ledger.ts";
import { LedgerEntry, type RefusedNote } from "./ledger-entry.tsx";

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
  return (
    <Layout page={page} title={t("My ledger")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("My ledger")}</h1>
        <p class="quiet">{t("Nobody else is shown it, whoever they are.")}</p>
      </header>
      {refused && <ErrorSummary page={page} errors={refused.errors} />}
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
          <LedgerEntry
            page={page}
            entry={entry}
            refused={refused?.workId === entry.workId ? refused : null}
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

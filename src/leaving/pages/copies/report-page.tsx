import { Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { BroughtCopy, WorkOutcome } from "../../bringing/copies.ts";
import { obstacleSentence, remarkSentence, troubleSentence } from "./copy-words.ts";

/** Seconds between two looks without JavaScript. */
const again = 5;

/** How far a copy has come in. */
export function ComingPage({ page, copy }: { page: Page; copy: BroughtCopy }) {
  const { t } = page;
  const title = t("The copy is coming in");
  const most = Math.max(1, copy.wishes.workIds.length);
  return (
    <Layout page={page} title={title} noindex again={again}>
      <h1>{title}</h1>
      <div class="reading-progress">
        <p id="stage" role="status">
          {t("{done, number} of {count, plural, one {one work} other {# works}}", {
            done: copy.report.works.length,
            count: copy.wishes.workIds.length,
          })}
        </p>
        <progress aria-labelledby="stage" max={String(most)} value={String(copy.report.works.length)} />
      </div>
      <p>
        {t("You can close this page. It goes on by itself, also when the archive is started anew meanwhile.")}
      </p>
      <p>
        <a href={urls.broughtCopy(copy.id)}>{t("See how far it is")}</a>
      </p>
    </Layout>
  );
}

/** What came of a copy. */
export function ReportPage({ page, copy }: { page: Page; copy: BroughtCopy }) {
  const { t } = page;
  const { works, names, rest, broke } = copy.report;
  const title = t("What came in");
  const those = (outcome: WorkOutcome["outcome"]) => works.filter((work) => work.outcome === outcome);
  return (
    <Layout page={page} title={title} kind="form" noindex>
      <h1>{title}</h1>
      {broke && (
        <Notice kind="firm">
          <p>{troubleSentence(t, broke)}</p>
        </Notice>
      )}
      <Works page={page} heading={t("In the archive now")} works={those("brought")} />
      <Works page={page} heading={t("Here already, and left as they are")} works={those("here")} />
      <Works page={page} heading={t("Not brought in")} works={those("cannot")} />
      {works.length === 0 && <p>{t("No work came in.")}</p>}
      <h2>{t("And besides")}</h2>
      <ul>
        {[...nameLines(page, names), ...restLines(page, rest)].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a href={urls.keptParts()}>{t("Comments and bookmarks kept for you alone")}</a>
      </p>
      <p>
        <a href={urls.desk()}>{t("My desk")}</a>
      </p>
      <Form page={page} action={urls.broughtCopyRemoval(copy.id)}>
        <FormButtons>
          <SubmitButton kind="quiet">{t("Forget this list")}</SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

function Works({ page, heading, works }: { page: Page; heading: string; works: WorkOutcome[] }) {
  const { t } = page;
  if (works.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul>
        {works.map((work) => (
          <li>
            {"workId" in work ? (
              <a href={urls.editWork(work.workId)} dir="auto">
                {work.title || t("Untitled")}
              </a>
            ) : (
              <span dir="auto">{work.title || t("Untitled")}</span>
            )}
            {work.outcome === "cannot" && (
              <p class="hint">{obstacleSentence(t, work.obstacle, work.about)}</p>
            )}
            {work.remarks.map((remark) => (
              <p class="hint">{remarkSentence(t, remark)}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameLines({ t }: Page, names: BroughtCopy["report"]["names"]): string[] {
  return names.map(({ name, outcome, standsAs }) =>
    outcome === "brought"
      ? t("The name {name} is yours here now.", { name })
      : outcome === "here"
        ? t("The name {name} was yours already.", { name })
        : t("The name {name} is somebody else’s here; what was under it is by {other}.", {
            name,
            other: standsAs,
          }),
  );
}

function restLines({ t }: Page, rest: BroughtCopy["report"]["rest"]): string[] {
  if (!rest) return [];
  const lines = [
    rest.bookmarks > 0 &&
      t("{count, plural, one {One bookmark} other {# bookmarks}} of works that are here", {
        count: rest.bookmarks,
      }),
    rest.bookmarksKept > 0 &&
      t(
        "{count, plural, one {One bookmark} other {# bookmarks}} of works that are elsewhere, kept as words",
        {
          count: rest.bookmarksKept,
        },
      ),
    (rest.ledger ?? 0) > 0 &&
      t("{count, plural, one {One work} other {# works}} in your ledger", { count: rest.ledger ?? 0 }),
    (rest.ledgerElsewhere ?? 0) > 0 &&
      t(
        "{count, plural, one {One line} other {# lines}} of your ledger about works elsewhere, kept as said",
        {
          count: rest.ledgerElsewhere ?? 0,
        },
      ),
    (rest.ledgerLeft ?? 0) > 0 &&
      t(
        "For {count, plural, one {one line} other {# lines}} of your ledger there is no room here. They stay in your file.",
        { count: rest.ledgerLeft ?? 0 },
      ),
    (rest.places ?? 0) > 0 &&
      t("Your place in {count, plural, one {one chapter} other {# chapters}}", { count: rest.places ?? 0 }),
    (rest.shelves ?? 0) > 0 &&
      t("{count, plural, one {One shelf} other {# shelves}}", { count: rest.shelves ?? 0 }),
    (rest.shelvedElsewhere ?? 0) > 0 &&
      t("{count, plural, one {One work} other {# works}} of your shelves, elsewhere, kept as words", {
        count: rest.shelvedElsewhere ?? 0,
      }),
    (rest.shelvesLeft ?? 0) > 0 &&
      t("For {count, plural, one {one shelf} other {# shelves}} there is no room here.", {
        count: rest.shelvesLeft ?? 0,
      }),
    (rest.rules ?? 0) > 0 && t("{count, plural, one {One rule} other {# rules}}", { count: rest.rules ?? 0 }),
    (rest.rulesLeft ?? 0) > 0 &&
      t(
        "{count, plural, one {One rule was left out: what it names is} other {# rules were left out: what they name is}} not here, or there is no room.",
        { count: rest.rulesLeft ?? 0 },
      ),
    (rest.people ?? 0) > 0 &&
      t("{count, plural, one {One person} other {# persons}} you keep away", { count: rest.people ?? 0 }),
    (rest.peopleLeft ?? 0) > 0 &&
      t(
        "{count, plural, one {One person} other {# persons}} you kept away there, and who {count, plural, one {is} other {are}} not here",
        {
          count: rest.peopleLeft ?? 0,
        },
      ),
    (rest.subscriptions ?? 0) > 0 &&
      t("{count, plural, one {One thing} other {# things}} you follow", { count: rest.subscriptions ?? 0 }),
    (rest.subscriptionsLeft ?? 0) > 0 &&
      t(
        "{count, plural, one {One thing you followed there is} other {# things you followed there are}} not here, or there is no room.",
        { count: rest.subscriptionsLeft ?? 0 },
      ),
    rest.filters > 0 && t("{count, plural, one {One filter} other {# filters}}", { count: rest.filters }),
    rest.filtersLeft > 0 &&
      t(
        "{count, plural, one {One filter was left out: it asks} other {# filters were left out: they ask}} for what this archive does not have, or there is no room.",
        { count: rest.filtersLeft },
      ),
    rest.commentsWritten > 0 &&
      t("{count, plural, one {One comment} other {# comments}} you wrote", { count: rest.commentsWritten }),
    rest.commentsReceived > 0 &&
      t("{count, plural, one {One comment} other {# comments}} you received", {
        count: rest.commentsReceived,
      }),
    rest.preferences > 0 &&
      t("{count, plural, one {One preference} other {# preferences}}", { count: rest.preferences }),
  ];
  return lines.filter((line) => typeof line === "string");
}

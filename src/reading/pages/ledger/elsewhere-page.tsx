import { Form, FormButtons, HiddenField, SubmitButton, TextField } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { PostButton } from "../../../ui/post-button.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { ledgerWord } from "../../../works/ledger-words.ts";
import type { ElsewhereLine } from "../../ledger-elsewhere.ts";
import { LedgerParts, ledgerUrl } from "./ledger-page.tsx";

/** What a member's ledger says of works that are not here, as it was typed. */
export function ElsewherePage(props: {
  page: Page;
  lines: readonly ElsewhereLine[];
  counts: Parameters<typeof LedgerParts>[0]["counts"];
  words: string;
  number: number;
  pages: number;
}) {
  const { page, lines, words, counts } = props;
  const { t } = page;
  const wish = { state: "elsewhere", words, order: "changed", page: props.number } as const;
  return (
    <Layout page={page} title={t("Not here: my ledger")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("My ledger")}</h1>
        <p class="quiet">{t("Nobody else is shown it, whoever they are.")}</p>
      </header>
      <LedgerParts page={page} counts={counts} wish={wish} />
      <p class="prose">
        {t(
          "What a sheet or a copy said of works that are not here, or that you cannot read, as it was typed there. It goes out again with your ledger, unchanged.",
        )}
      </p>
      <Form page={page} action={urls.ledger()} method="get" class="find-box" label={t("Find in my ledger")}>
        <HiddenField name="state" value="elsewhere" />
        <TextField
          page={page}
          name="words"
          label={t("Words in notes and titles")}
          type="search"
          value={words}
          autocomplete="off"
        />
        <SubmitButton kind="quiet">{t("Show these")}</SubmitButton>
      </Form>
      {counts.elsewhere > 0 && (
        <p class="actions">
          <PostButton action={urls.ledgerElsewhere()} fields={{ does: "look" }}>
            {t("Look whether some are here by now")}
          </PostButton>
        </p>
      )}
      {lines.length === 0 && (
        <p class="quiet">
          {counts.elsewhere === 0 ? t("There is nothing here.") : t("No note and no title has these words.")}
        </p>
      )}
      <ul class="works">
        {lines.map((line) => (
          <Line page={page} line={line} />
        ))}
      </ul>
      <Pager
        page={page}
        pages={props.pages}
        current={props.number}
        urlOf={(number) => ledgerUrl({ ...wish, page: number })}
      />
      {counts.elsewhere > 1 && (
        <details class="fold">
          <summary>{t("Let all of these go")}</summary>
          <Form page={page} action={urls.ledgerElsewhere()} narrow label={t("Let all of these go")}>
            <HiddenField name="does" value="drop-all" />
            <p>
              {t(
                "{count, plural, one {# line goes} other {# lines go}}, with what you noted. The ledger of works that are here stays.",
                { count: counts.elsewhere },
              )}{" "}
              <a href={urls.ledgerSheet()}>{t("Take it along as a sheet (CSV)")}</a>
            </p>
            <FormButtons>
              <SubmitButton kind="quiet">{t("Let all of these go")}</SubmitButton>
            </FormButtons>
          </Form>
        </details>
      )}
    </Layout>
  );
}

function Line({ page, line: { digest, state, said } }: { page: Page; line: ElsewhereLine }) {
  const { t } = page;
  const heading = said.title || t("A work without a title");
  const href = /^https?:\/\//i.test(said.address) ? said.address : null;
  const days = [
    said.added && t("added {day}", { day: said.added }),
    said.started && t("begun {day}", { day: said.started }),
    said.finished && t("finished {day}", { day: said.finished }),
  ].filter((day) => day !== "");
  return (
    <li class="work-blurb">
      <h2 class="work-heading">
        <span class="work-title" dir="auto">
          {heading}
        </span>{" "}
        {said.authors !== "" && <span dir="auto">{t("by {names}", { names: said.authors })}</span>}
      </h2>
      <ul class="facts-line">
        <li>{ledgerWord(t, state)}</li>
        {days.map((day) => (
          <li dir="auto">{day}</li>
        ))}
      </ul>
      {said.address !== "" && (
        <p class="small">
          {href ? (
            <a href={href} rel="nofollow noreferrer noopener" dir="ltr">
              {said.address}
            </a>
          ) : (
            <span dir="auto">{said.address}</span>
          )}
        </p>
      )}
      {said.note !== "" && (
        <p class="as-typed" dir="auto">
          {said.note}
        </p>
      )}
      <form method="post" action={urls.ledgerElsewhere()} class="actions small">
        <HiddenField name="does" value="drop" />
        <HiddenField name="line" value={digest} />
        <HiddenField name="back" value={page.path} />
        <button type="submit" class="link-button" aria-label={t("Let it go: “{title}”", { title: heading })}>
          {t("Let it go")}
        </button>
      </form>
    </li>
  );
}

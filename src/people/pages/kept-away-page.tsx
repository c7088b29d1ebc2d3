import { ErrorSummary, type FieldErrors, Form, SubmitButton, TextField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { KeptAway } from "../quiet-people.ts";

/** Whom a member mutes and blocks, and the way to one more. */
export function KeptAwayPage(props: {
  page: Page;
  people: readonly KeptAway[];
  typed: string;
  errors: FieldErrors;
}) {
  const { page, people, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("People I mute or block")} kind="form" noindex>
      <h1>{t("People I mute or block")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <dl class="facts">
        <dt>{t("Muted")}</dt>
        <dd>{whatMutingMeans(t)}</dd>
        <dt>{t("Blocked")}</dt>
        <dd>{whatBlockingMeans(t)}</dd>
      </dl>
      <p class="hint">{neitherIsTold(t)}</p>
      {people.length === 0 ? (
        <p class="quiet">{t("Nobody.")}</p>
      ) : (
        <ul class="desk-list">
          {people.map((one) => (
            <Person page={page} one={one} />
          ))}
        </ul>
      )}
      <section aria-labelledby="one-more">
        <h2 id="one-more">{t("One more")}</h2>
        <Form page={page} action={urls.keptAway()} narrow>
          <TextField
            page={page}
            name="name"
            label={t("The name they write under")}
            value={props.typed}
            autocomplete="off"
            error={errors.name}
          />
          <SubmitButton kind="quiet">{t("Go on")}</SubmitButton>
        </Form>
      </section>
      <p class="rules-count">
        <a href={urls.readerRules()}>{t("What I do not want to meet")}</a>
      </p>
    </Layout>
  );
}

export function whatMutingMeans(t: Translate): string {
  return t(
    "You do not meet their stories, comments and gifts under this name. Other names they may have are not touched, so that nobody can find out which belong together.",
  );
}

export function whatBlockingMeans(t: Translate): string {
  return t(
    "They cannot comment on your stories, answer you, give you anything or ask you to be named, under any name.",
  );
}

export function neitherIsTold(t: Translate): string {
  return t("Neither is told to them, or to anybody.");
}

function Person({ page, one: { pseudId, name, muted, blockId } }: { page: Page; one: KeptAway }) {
  const { t } = page;
  const id = `kept-away-${pseudId ?? blockId}`;
  return (
    <li>
      <div>
        <p id={id}>
          {pseudId !== null && name !== null ? (
            <a href={urls.writer(pseudId)} dir="auto">
              {name}
            </a>
          ) : (
            t("Somebody whose name is gone")
          )}
        </p>
        <ul class="facts-line">
          {muted && <li>{t("Muted")}</li>}
          {blockId !== null && <li>{t("Blocked")}</li>}
        </ul>
      </div>
      <div class="actions">
        {pseudId !== null ? (
          <a href={urls.keepAway(pseudId)} aria-describedby={id}>
            {t("Change")}
          </a>
        ) : (
          <form method="post" action={urls.keptAway()} class="post-button">
            <input type="hidden" name="lift" value={blockId ?? ""} />
            <button type="submit" class="button button-quiet" aria-describedby={id}>
              {t("Lift the block")}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}

import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Pager } from "../../ui/pager.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { SubscriptionKind } from "../kinds.ts";
import type { Subject } from "../subjects.ts";
import type { Subscription } from "../subscriptions.ts";
import { rhythmName } from "../topic-names.ts";
import { rhythmChoices } from "./rhythm-choices.ts";

/** What is followed, with its name where it is there. */
export type Followed = Subscription & { subject: Subject | undefined };

/** Everything a member follows, and how they are told of each. */
export function SubscriptionsPage(props: {
  page: Page;
  followed: readonly Followed[];
  pages: number;
  current: number;
  sendsLetters: boolean;
  /** Why nothing more can be followed. */
  refused: string | null;
}) {
  const { page, followed } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("What I follow")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("What I follow")}</h1>
        <p class="quiet">{t("Nobody else is shown what you follow.")}</p>
        <p class="actions">
          <a href={urls.notices()}>{t("Notices")}</a>
          <a href={urls.telling()}>{t("How I am told")}</a>
        </p>
      </header>
      {props.refused !== null && (
        <p class="said-here" role="alert">
          {props.refused}
        </p>
      )}
      {followed.length === 0 && (
        <p class="quiet">
          {t(
            "Nothing yet. Follow a writer, a story, a series, a tag, a shelf or a filter of yours on its own page.",
          )}
        </p>
      )}
      <ul class="desk-list">
        {followed.map((one) => (
          <Item {...props} one={one} />
        ))}
      </ul>
      <Pager
        page={page}
        pages={props.pages}
        current={props.current}
        urlOf={(number) => urls.subscriptions({ page: number })}
      />
    </Layout>
  );
}

function Item({ page, one, sendsLetters }: { page: Page; one: Followed; sendsLetters: boolean }) {
  const { t } = page;
  const id = `follow-${one.id}`;
  const choices = rhythmChoices(t, sendsLetters);
  const isOffered = choices.some(({ value }) => value === one.rhythm);
  return (
    <li>
      <div class="grow" id={id}>
        {one.subject ? (
          <a href={one.subject.href} lang={one.subject.language} dir="auto">
            {one.subject.name}
          </a>
        ) : (
          t("Something that is not here now")
        )}
        <p class="quiet small">{kindName(page, one.kind)}</p>
      </div>
      <form method="post" action={urls.subscriptions()} class="follow">
        <input type="hidden" name="change" value={one.id} />
        <label for={`how-${one.id}`} class="visually-hidden">
          {t("How I am told")}
        </label>
        <select id={`how-${one.id}`} name="rhythm" aria-describedby={id}>
          {!isOffered && (
            <option value={one.rhythm} selected>
              {rhythmName(t, one.rhythm)}
            </option>
          )}
          {choices.map(({ value, label }) => (
            <option value={value} selected={value === one.rhythm}>
              {label}
            </option>
          ))}
        </select>
        <button type="submit" class="button button-quiet" aria-describedby={id}>
          {t("Change")}
        </button>
      </form>
      <form method="post" action={urls.subscriptions()} class="post-button">
        <input type="hidden" name="remove" value={one.id} />
        <button type="submit" class="link-button" aria-describedby={id}>
          {t("Follow no longer")}
        </button>
      </form>
    </li>
  );
}

function kindName({ t }: Page, kind: SubscriptionKind): string {
  switch (kind) {
    case "author":
      return t("Writer");
    case "work":
      return t("Story");
    case "series":
      return t("Series");
    case "tag":
      return t("Tag or fandom");
    case "shelf":
      return t("Shelf");
    case "filter":
      return t("Filter of mine");
  }
}

import { FeedAddresses } from "../../ui/feed-links.tsx";
import { Checkbox, FieldGroup, Form, SelectField, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type Rhythm, rhythms, type Topic, topics } from "../kinds.ts";
import { rhythmName, topicName } from "../topic-names.ts";

/** What a member can choose about being told, as it stands. */
export type TellingForm = {
  choices: Record<Topic, Rhythm>;
  hour: number;
  weekday: number;
  mail: boolean;
};

/** By what each thing is told; and when letters come, as far as this archive sends any. */
export function TellingPage(props: {
  page: Page;
  telling: TellingForm;
  timeZone: string;
  /** The address letters go to; null: this archive sends none. */
  email: string | null;
  /** The absolute address of the member's own feed; null: they never asked for one. */
  feed: { atom: string; json: string } | null;
}) {
  const { page, telling, email, feed } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("How I am told")}
      feed={feed ? { title: t("What I follow"), ...feed, isShown: true } : undefined}
      kind="form"
      noindex
    >
      <header class="page-head">
        <h1>{t("How I am told")}</h1>
        <p>
          {email === null
            ? t("This archive sends no letters. Everything is told on the site, and by your own feed.")
            : t("Letters go to {email}. Whatever you choose, all of it is told on the site too.", { email })}
        </p>
        <p class="actions">
          <a href={urls.notices()}>{t("Notices")}</a>
          <a href={urls.subscriptions()}>{t("What I follow")}</a>
        </p>
      </header>
      <Form page={page} action={urls.telling()}>
        <ul class="desk-list telling-list">
          {topics.map((topic) => (
            <li>
              <label for={`topic-${topic}`}>{topicName(t, topic)}</label>
              <select id={`topic-${topic}`} name={`topic-${topic}`}>
                {rhythms.map((rhythm) => (
                  <option value={rhythm} selected={telling.choices[topic] === rhythm}>
                    {rhythmName(t, rhythm)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <FieldGroup
          legend={t("Letters")}
          hint={t("By the clock of {zone}, the time zone of your preferences.", { zone: props.timeZone })}
        >
          <Checkbox
            page={page}
            name="mail"
            label={t("Letters may come")}
            hint={t("Unticked, none comes at all, whatever is chosen above.")}
            checked={telling.mail}
          />
          <SelectField
            page={page}
            name="hour"
            label={t("Time of day")}
            value={String(telling.hour)}
            choices={hours(page)}
          />
          <SelectField
            page={page}
            name="weekday"
            label={t("Day of the letter of the week")}
            value={String(telling.weekday)}
            choices={weekdays(page)}
          />
        </FieldGroup>
        <SubmitButton>{t("Keep it so")}</SubmitButton>
      </Form>
      <section aria-labelledby="own-feed">
        <h2 id="own-feed">{t("My own feed")}</h2>
        <p>
          {t(
            "Everything you follow, in a feed reader. Its address is a secret: whoever knows it can read what you follow.",
          )}
        </p>
        {feed && <FeedAddresses page={page} feed={feed} />}
        <form method="post" action={urls.ownFeedKey()} class="post-button">
          <button type="submit" class="button button-quiet">
            {feed ? t("Change its address") : t("Give me a feed")}
          </button>
        </form>
      </section>
    </Layout>
  );
}

function hours({ locale }: Page) {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  return Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: format.format(Date.UTC(2026, 0, 1, hour)),
  }));
}

function weekdays({ locale }: Page) {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // 4 January 2026 was a Sunday.
  return Array.from({ length: 7 }, (_, day) => ({
    value: String(day),
    label: format.format(Date.UTC(2026, 0, 4 + day)),
  }));
}

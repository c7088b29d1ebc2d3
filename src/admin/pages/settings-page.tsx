import { confirmations } from "../../people/confirmations.ts";
import { ErrorSummary, Form, FormButtons, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { ownerLists } from "./owner-lists.ts";
import { CommentSettings } from "./settings/comment-settings.tsx";
import { CountSettings } from "./settings/count-settings.tsx";
import { CrawlerSettings } from "./settings/crawler-settings.tsx";
import { FrontSettings } from "./settings/front-settings.tsx";
import { JoiningSettings } from "./settings/joining-settings.tsx";
import { LimitSettings } from "./settings/limit-settings.tsx";
import { NameSettings } from "./settings/name-settings.tsx";
import type { SettingsProps } from "./settings/settings-props.ts";
import { StorySettings } from "./settings/story-settings.tsx";
import { type ArchiveStanding, Standing } from "./standing.tsx";

/** The owner's room: how things stand, the lists, and every setting. */
export function SettingsPage(props: SettingsProps & { standing: ArchiveStanding; saved: number }) {
  const { page, errors } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("Owner’s room")}
      kind="form"
      noindex
      keptClear={page.said === confirmations["settings-saved"](t) ? urls.settings() : undefined}
    >
      <h1>{t("Owner’s room")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p class="lead">
        {t(
          "Everything here began with a sensible setting. Change what you like, when you like; nothing is urgent.",
        )}
      </p>
      <section aria-labelledby="standing">
        <h2 id="standing">{t("How things stand")}</h2>
        <Standing page={page} standing={props.standing} />
      </section>
      <section aria-labelledby="lists">
        <h2 id="lists">{t("The lists writers choose from")}</h2>
        <dl class="facts">
          {ownerLists.map((list) => (
            <>
              <dt>
                <a href={urls.settingsList(list.id)}>{list.title(t)}</a>
              </dt>
              <dd>{list.purpose(t)}</dd>
            </>
          ))}
        </dl>
      </section>
      <p>
        <a href={urls.helpers()}>{t("Helpers")}</a>: {t("who looks after stories and tags with you.")}
      </p>
      <Form page={page} action={urls.settings()} keep={props.saved} label={t("Settings")}>
        <FrontSettings {...props} />
        <JoiningSettings {...props} />
        <StorySettings {...props} />
        <CommentSettings {...props} />
        <CrawlerSettings {...props} />
        <NameSettings {...props} />
        <CountSettings {...props} />
        <LimitSettings {...props} />
        <FormButtons>
          <SubmitButton>{t("Save the settings")}</SubmitButton>
        </FormButtons>
      </Form>
    </Layout>
  );
}

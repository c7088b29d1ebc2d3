import { ActionLink } from "../../../../ui/action-link.tsx";
import { Day } from "../../../../ui/day.tsx";
import { Layout } from "../../../../ui/layout.tsx";
import { Moment } from "../../../../ui/moment.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { Autosave } from "../../../autosaves.ts";
import { addressOfPlace } from "../../../form/form-place.ts";
import { keptUntil } from "../../../trash.ts";
import { differingPairs, FieldDifferences } from "../field-differences.tsx";
import type { ComparedForm } from "./compared-form.ts";

/** What was typed somewhere and not saved, word by word beside what stands there, and what can be done with it. */
export function AutosavePage(props: {
  page: Page;
  autosave: Autosave;
  form: ComparedForm;
  daysInTrash: number;
  timeZone: string;
}) {
  const { page, autosave, form } = props;
  const { t } = page;
  const { id, place, savedAt, leftAt, version } = autosave;
  const heading = t("Typed and not saved: {title}", { title: form.title });
  return (
    <Layout page={page} title={heading} noindex>
      <h1 dir="auto">{heading}</h1>
      <p>
        <Sentence
          page={page}
          says="You typed this until {when}. Nobody but you can see it."
          parts={{ when: <Moment page={page} at={savedAt} timeZone={props.timeZone} /> }}
        />
      </p>
      {version < form.version && (
        <p>
          {t(
            "Something else was saved here since this was begun: when you save it, you are asked which of the two shall stand.",
          )}
        </p>
      )}
      {leftAt !== null && (
        <p>
          <Sentence
            page={page}
            says="You put it aside. It can be taken up until {day}; then it is forgotten."
            parts={{ day: <Day page={page} at={keptUntil(leftAt, props.daysInTrash)} /> }}
          />
        </p>
      )}
      <div class="actions">
        <ActionLink href={addressOfPlace(place, id)}>{t("Take it up")}</ActionLink>
        {leftAt === null ? (
          <PostButton action={urls.autosaveLeaving(id)}>{t("Leave it")}</PostButton>
        ) : (
          <PostButton action={urls.autosaveRemoval(id)} kind="grave">
            {t("Forget it for good")}
          </PostButton>
        )}
        <a href={addressOfPlace(place)}>{t("To the form as it stands")}</a>
      </div>
      <section aria-labelledby="differences">
        <h2 id="differences">{t("What differs")}</h2>
        <p class="hint">
          {version === 0 && form.version === 0
            ? t("Everything underlined is what you typed.")
            : t("Struck out is what stands in the archive; underlined is what you typed instead.")}
        </p>
        {differingPairs(form.standing, form.typed).length === 0 ? (
          <p>{t("No text is different; one of the choices in the form may be.")}</p>
        ) : (
          <FieldDifferences page={page} language={form.language} before={form.standing} after={form.typed} />
        )}
      </section>
    </Layout>
  );
}

import {
  Checkbox,
  ErrorSummary,
  type FieldErrors,
  Form,
  RadioGroup,
  SelectField,
  SubmitButton,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Preferences } from "../preferences.ts";
import { timeZoneChoices } from "../time-zones.ts";
import { ForgetPlaces, ReadingPreferences } from "./reading-preferences.tsx";

/** What a member prefers, as a form. */
export function PreferencesPage(props: { page: Page; preferences: Preferences; errors: FieldErrors }) {
  const { page, preferences, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Preferences")} kind="form" noindex>
      <h1>{t("Preferences")}</h1>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.preferences()} narrow>
        <SelectField
          page={page}
          name="time-zone"
          label={t("Time zone")}
          hint={t("Times you choose, such as when a chapter comes out, are times of this place.")}
          value={preferences.timeZone}
          choices={timeZoneChoices(preferences.timeZone)}
          error={errors["time-zone"]}
        />
        <Checkbox
          page={page}
          name="gifts-wanted"
          label={t("Others may give me stories")}
          hint={t("Unticked, nobody can address a new gift to a name of yours.")}
          checked={preferences.giftsWanted}
        />
        <RadioGroup
          page={page}
          name="works-linked"
          label={t("When a work says it is made of one of mine")}
          hint={t("A translation, a remix, something inspired: yours leads to it only with your yes.")}
          value={preferences.worksLinked}
          choices={[
            { value: "ask", label: t("Ask me each time") },
            { value: "always", label: t("Always link it") },
            { value: "never", label: t("Never link it, and do not ask") },
          ]}
        />
        <Checkbox
          page={page}
          name="statistics-shown"
          label={t("Show me numbers about my stories")}
          hint={t("Readings, kudos and the like, by month. Unticked, you meet none of them.")}
          checked={preferences.statisticsShown}
        />
        <Checkbox
          page={page}
          name="counts-shown"
          label={t("Others may see how many kudos and readings my stories have")}
          hint={t(
            "Unticked, readers are told neither, wherever the archive tells them. What you give without your name is as it is for all: a number left out there would point to you.",
          )}
          checked={preferences.countsShown}
        />
        <Checkbox
          page={page}
          name="reading-counted"
          label={t("My reading may be counted")}
          hint={t(
            "Never who read, only how many did. Unticked, nothing you open or read to its end is counted.",
          )}
          checked={preferences.readingCounted}
        />
        <ReadingPreferences page={page} preferences={preferences} errors={errors} />
        <SubmitButton>{t("Save my preferences")}</SubmitButton>
      </Form>
      <ForgetPlaces page={page} />
    </Layout>
  );
}

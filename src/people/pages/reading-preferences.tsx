import { Checkbox, type FieldErrors, FieldGroup, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { PostButton } from "../../ui/post-button.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { Preferences } from "../preferences.ts";

/** The field only this form has: a form without it says nothing of reading. */
export const paceField = "words-per-minute";

/** What a member wants kept of their reading, and how fast they read. */
export function ReadingPreferences(props: { page: Page; preferences: Preferences; errors: FieldErrors }) {
  const { page, preferences, errors } = props;
  const { t } = page;
  return (
    <FieldGroup legend={t("Reading")} hint={t("Nobody else is shown any of this, whoever they are.")}>
      <Checkbox
        page={page}
        name="places-kept"
        label={t("Keep my place in what I read")}
        hint={t("You go on where you were, on any device. Unticked, nothing new is kept.")}
        checked={preferences.placesKept}
      />
      <Checkbox
        page={page}
        name="ledger-follows"
        label={t("Let my ledger follow what I read")}
        hint={t(
          "What you open is being read; at its end it is finished, or waits for more. It needs your place to be kept.",
        )}
        checked={preferences.ledgerFollows === "yes"}
      />
      <TextField
        page={page}
        name={paceField}
        label={t("How many words I read in a minute")}
        hint={t("For the time a story takes. Most people read 200 to 250.")}
        value={String(preferences.wordsPerMinute)}
        size="short"
        error={errors[paceField]}
      />
    </FieldGroup>
  );
}

/** Lets every place go at once. */
export function ForgetPlaces({ page }: { page: Page }) {
  const { t } = page;
  return (
    <p>
      <PostButton action={urls.placesForgetting()}>{t("Forget all my places in stories")}</PostButton>
    </p>
  );
}

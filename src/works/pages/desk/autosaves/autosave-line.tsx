import { HiddenField } from "../../../../ui/form.ts";
import type { Page } from "../../../../ui/page.ts";
import type { Translate } from "../../../../vocabulary/translate.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { addressOfPlace, keyOfPlace } from "../../../form/form-place.ts";
import { autosaveFields, type FormAutosaves } from "./form-autosaves.ts";

/**
 * Inside a form: lets the script keep what is typed (public/autosave.js), and gives it the words in which it says how
 * that goes. What is seen may change with every breath; only what matters is put where a screen reader reads it out.
 */
export function AutosaveLine({ page, autosaves }: { page: Page; autosaves: FormAutosaves }) {
  const { place, accountId, continued } = autosaves;
  return (
    <div
      class="autosave"
      hidden
      data-autosave={urls.autosaves()}
      data-account={accountId}
      data-place={keyOfPlace(place)}
      data-says={JSON.stringify({
        ...sentencesOf(page.t),
        offerAddress: addressOfPlace(place, "ID"),
      })}
    >
      <HiddenField name={autosaveFields.id} value={continued?.id ?? ""} />
      <HiddenField name={autosaveFields.stamps} value={continued?.stamps.join(" ") ?? ""} />
      <p class="autosave-line" data-autosave-line="" />
      <p class="autosave-line" data-autosave-overtaken="" hidden>
        {page.t(
          "This was saved in another window after you opened it. When you save, you are shown the difference first.",
        )}
      </p>
      <p class="visually-hidden" aria-live="polite" data-autosave-voice="" />
      <script type="module" src={page.assets.autosave} />
    </div>
  );
}

/** What the script says, by the names it knows; the names of refusals are those of the archive's answer. */
function sentencesOf(t: Translate) {
  const ago = { ago: "{ago}" };
  const trouble = (sentence: string, link?: { href: string; text: string }) => ({
    sentence,
    isTrouble: true,
    link,
  });
  return {
    waiting: { sentence: t("Not saved yet.") },
    saved: { sentence: t("Saved {ago}, for you alone.", ago) },
    savedBefore: { sentence: t("Saved {ago}, for you alone. What you typed since follows.", ago) },
    unchanged: { sentence: t("Nothing here is changed.") },
    again: { sentence: t("What you typed is saved again.") },
    silent: trouble(t("Not saved yet: the archive does not answer. What you typed is kept in this browser.")),
    broken: trouble(
      t("Not saved yet: the archive cannot write just now. What you typed is kept in this browser."),
    ),
    nowhere: trouble(
      t(
        "Not saved yet, and this browser has no room to keep it. Please leave this window open, or copy what you typed elsewhere.",
      ),
    ),
    "signed out": trouble(t("Sign in in another tab; what you typed is safe here, in this browser."), {
      href: urls.signIn(),
      text: t("Sign in"),
    }),
    "another account": trouble(
      t(
        "Not saved: you are signed in under another account now. What you typed is kept in this browser until you are back.",
      ),
    ),
    gone: trouble(
      t("Not saved: what you are changing is not here any more. What you typed is kept in this browser."),
    ),
    "too many": trouble(
      t(
        "Not saved yet: you have typed in more windows than the archive keeps texts for. What you typed is kept in this browser; save some of the others, or forget them on your desk.",
      ),
    ),
    "too large": trouble(
      t(
        "Not saved yet: there is no room left for your unsaved texts. What you typed is kept in this browser; save this, or forget others on your desk.",
      ),
    ),
    offer: t("Something you typed here before had not reached the archive; it is kept there now."),
    offerLink: t("Go on with it"),
  };
}

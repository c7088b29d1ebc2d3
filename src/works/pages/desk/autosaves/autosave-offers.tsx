import { Moment } from "../../../../ui/moment.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { Autosave } from "../../../autosaves.ts";
import { addressOfPlace } from "../../../form/form-place.ts";
import { differingPairs, type ShownField } from "../field-differences.tsx";
import type { FormAutosaves } from "./form-autosaves.ts";

/** Words that could be taken up, and the fields in which they are not what the form shows. */
type Offer = { autosave: Autosave; fields: string[] };

/**
 * Before a form: what was typed into it in other windows, on other devices or before, and was not saved. What is the
 * same as what the form shows is not offered; what was put aside is folded away.
 */
export function AutosaveOffers(props: {
  page: Page;
  autosaves: FormAutosaves;
  /** The version that stands; 0 of something new. */
  version: number;
  /** What stands in the form's fields. */
  shown: ShownField[];
  read: (autosave: Autosave) => ShownField[];
}) {
  const { page, autosaves, version } = props;
  const { t } = page;
  const offers = autosaves.unsaved
    .filter(({ id }) => id !== autosaves.continued?.id)
    .map((autosave) => ({
      autosave,
      fields: differingPairs(props.shown, props.read(autosave)).map(([, { label }]) => label),
    }))
    // Of the version that stands, it is not the same: it was typed over it. What is not listed is a choice of the form.
    .filter(({ autosave, fields }) => fields.length > 0 || autosave.version === version);
  const open = offers.filter(({ autosave }) => autosave.leftAt === null);
  const left = offers.filter(({ autosave }) => autosave.leftAt !== null);
  return (
    <>
      {open.length > 0 && (
        <Notice kind="firm" title={t("You typed something here that is not saved")}>
          <Offers page={page} offers={open} timeZone={autosaves.timeZone} version={version} />
        </Notice>
      )}
      {left.length > 0 && (
        <details class="autosaves-left">
          <summary>
            {t("{count, plural, one {One text} other {# texts}} put aside", { count: left.length })}
          </summary>
          <Offers page={page} offers={left} timeZone={autosaves.timeZone} version={version} />
        </details>
      )}
    </>
  );
}

function Offers(props: { page: Page; offers: Offer[]; timeZone: string; version: number }) {
  const { page, offers, timeZone, version } = props;
  return (
    <ul class="desk-list autosave-offers">
      {offers.map((offer) => (
        <OfferRow
          page={page}
          offer={offer}
          timeZone={timeZone}
          isOvertaken={offer.autosave.version < version}
        />
      ))}
    </ul>
  );
}

function OfferRow(props: { page: Page; offer: Offer; timeZone: string; isOvertaken: boolean }) {
  const { page, offer, timeZone, isOvertaken } = props;
  const { id, place, savedAt, leftAt } = offer.autosave;
  const { t } = page;
  const named = `autosave-${id}`;
  return (
    <li data-autosave-offer={id}>
      <div>
        <p id={named}>
          <Sentence
            page={page}
            says="Typed {when}, and not saved."
            parts={{ when: <Moment page={page} at={savedAt} timeZone={timeZone} /> }}
          />
        </p>
        <p class="hint">
          {offer.fields.length === 0
            ? t("One of the choices in the form is not as it stands here.")
            : t("Not as it stands here: {fields}.", {
                fields: new Intl.ListFormat(page.locale, { type: "unit" }).format(offer.fields),
              })}
          {isOvertaken && <> {t("Something else was saved here since it was begun.")}</>}
        </p>
      </div>
      <div class="actions">
        <a href={urls.autosave(id)} aria-describedby={named}>
          {t("See what differs")}
        </a>
        <a href={addressOfPlace(place, id)} aria-describedby={named}>
          {t("Take it up")}
        </a>
        {leftAt === null && (
          <PostButton action={urls.autosaveLeaving(id)} describedBy={named}>
            {t("Leave it")}
          </PostButton>
        )}
      </div>
    </li>
  );
}

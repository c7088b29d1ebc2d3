import { Moment } from "../../../../ui/moment.tsx";
import type { Page } from "../../../../ui/page.ts";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { AutosaveEntry } from "../../../autosaves.ts";
import { addressOfPlace, workOf } from "../../../form/form-place.ts";
import type { OwnWorkEntry } from "../../../own-works.ts";
import { workTitle } from "../titles.ts";

/** On the desk: what was typed in any form and not saved, wherever its writer left it. */
export function UnsavedTexts(props: {
  page: Page;
  accountId: string;
  texts: AutosaveEntry[];
  works: OwnWorkEntry[];
  timeZone: string;
}) {
  const { page, works } = props;
  const { t } = page;
  const byId = new Map(works.filter(({ removedAt }) => removedAt === null).map((work) => [work.id, work]));
  const texts = props.texts.flatMap((text) => {
    const workId = workOf(text.place);
    const work = workId === null ? null : byId.get(workId);
    return work === undefined ? [] : [{ text, work }];
  });
  return (
    <>
      {/* Lets the script send what windows that are gone could not. */}
      <div
        hidden
        data-autosave-leftovers={urls.autosaves()}
        data-account={props.accountId}
        data-place=""
        data-says="{}"
      />
      <script type="module" src={page.assets.autosave} />
      {texts.length > 0 && (
        <section aria-labelledby="unsaved">
          <h2 id="unsaved">{t("Typed and not saved")}</h2>
          <ul class="desk-list">
            {texts.map(({ text, work }) => (
              <li>
                <div>
                  <p class="work-heading" id={`unsaved-${text.id}`} dir="auto">
                    {titleOf(page, text, work)}
                  </p>
                  <p class="hint">
                    <Sentence
                      page={page}
                      says="typed {when}"
                      parts={{ when: <Moment page={page} at={text.savedAt} timeZone={props.timeZone} /> }}
                    />
                  </p>
                </div>
                <div class="actions">
                  <a href={addressOfPlace(text.place, text.id)} aria-describedby={`unsaved-${text.id}`}>
                    {t("Go on with it")}
                  </a>
                  <a href={urls.autosave(text.id)} aria-describedby={`unsaved-${text.id}`}>
                    {t("See what differs")}
                  </a>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function titleOf({ t }: Page, { place }: AutosaveEntry, work: OwnWorkEntry | null): string {
  if (work === null) return t("A new work");
  const title = workTitle(t, work);
  if (place.form === "new-chapter") return t("A new chapter of {title}", { title });
  return place.form === "chapter" ? t("A chapter of {title}", { title }) : title;
}

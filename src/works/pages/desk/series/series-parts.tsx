import { Form, FormButtons, SubmitButton } from "../../../../ui/form.ts";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import type { Translate } from "../../../../vocabulary/translate.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import type { EditedSeries } from "../../../own-series.ts";
import type { HiddenPart } from "../../../series.ts";
import { visibilityWord } from "../../../visibility-words.ts";
import { workTitle } from "../titles.ts";
import { seriesFieldNames as names } from "./series-form.ts";

/** The form that the numbers before the works belong to; it stands after the list. */
const orderForm = "series-order";

/** The works of a series on its author's desk, hidden ones too: to be put in order, or taken out. */
export function SeriesParts({ page, series }: { page: Page; series: EditedSeries }) {
  const { t } = page;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t("Works in this series")}</h2>
      {series.parts.length === 0 && <p class="quiet">{t("No work is part of it now.")}</p>}
      <ol class="desk-list chapter-places">
        {series.parts.map((part, at) => (
          <PartRow page={page} series={series} part={part} at={at} />
        ))}
      </ol>
      {series.parts.length > 0 && (
        <Form page={page} id={orderForm} action={urls.seriesOrder(series.id)}>
          <p class="hint">
            {t("Numbers may skip what is still to come. Readers count only the works they can see.")}
          </p>
          <FormButtons>
            <SubmitButton kind="quiet">{t("Give the works these numbers")}</SubmitButton>
          </FormButtons>
        </Form>
      )}
      <p class="hint">{t("A work becomes part of a series on its own page of your desk, under “Series”.")}</p>
    </section>
  );
}

function PartRow(props: { page: Page; series: EditedSeries; part: HiddenPart; at: number }) {
  const { page, series, part, at } = props;
  const { t } = page;
  const { workId, position } = part;
  const title = workTitle(t, part);
  const button = (way: "up" | "down" | "out", label: string, word: string) => (
    <PostButton
      action={urls.seriesOrder(series.id)}
      label={label}
      fields={{ [names.move]: way, [names.work]: workId }}
    >
      {word}
    </PostButton>
  );
  return (
    <li>
      <input
        type="text"
        inputmode="numeric"
        class="place"
        name={names.place(workId)}
        value={position}
        form={orderForm}
        autocomplete="off"
        aria-label={t("Number of “{title}”", { title })}
      />
      <div class="grow">
        <h3 class="work-heading" id={`part-${workId}`}>
          <a href={part.isRemoved ? urls.desk() : urls.editWork(workId)} dir="auto">
            {title}
          </a>
        </h3>
        <ul class="facts-line">
          <li>{standingOf(part, t)}</li>
        </ul>
      </div>
      <div class="actions">
        {at > 0 && button("up", t("Up: “{title}”", { title }), t("Up"))}
        {at < series.parts.length - 1 && button("down", t("Down: “{title}”", { title }), t("Down"))}
        {button("out", t("Take out “{title}”", { title }), t("Take out"))}
      </div>
    </li>
  );
}

/** Why readers do not find a part, or who does. */
export function standingOf({ status, visibility, isRemoved }: HiddenPart, t: Translate): string {
  if (isRemoved) return t("in the trash");
  return status === "draft" ? t("draft") : visibilityWord(visibility, t);
}

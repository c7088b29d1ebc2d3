import { Checkbox, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { pictureFieldNames } from "./review-values-of-form.ts";

/** The pictures of the chapter: each is described for those who cannot see it, or called decoration (T81). */
export function ReviewPictures(props: {
  page: Page;
  outcome: ReviewOutcome;
  values: ReviewValues;
  errors: FieldErrors;
}) {
  const { page, outcome, values, errors } = props;
  const { t } = page;
  const pictures = outcome.pictures.filter(({ chapter }) => chapter === outcome.chapter);
  if (pictures.length === 0) return null;
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{t("Pictures")}</h2>
      {pictures.map(({ name, answer }, index) => {
        const { words, decorative } = values.pictures[name] ?? answer;
        const wordsName = pictureFieldNames.words(name);
        return (
          <div>
            <img src={urls.picture(name)} alt={words} loading="lazy" />
            <TextField
              page={page}
              name={wordsName}
              label={t("What picture {number} shows", { number: index + 1 })}
              value={words}
              autocomplete="off"
              error={errors[wordsName]}
            />
            <Checkbox
              page={page}
              name={pictureFieldNames.decorative(name)}
              label={t("It is decoration: nothing is lost without it.")}
              checked={decorative}
            />
          </div>
        );
      })}
    </section>
  );
}

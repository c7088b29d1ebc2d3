import { Checkbox, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ReviewOutcome, ReviewPicture } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { pictureFieldNames } from "./review-values-of-form.ts";

type PicturesProps = { page: Page; outcome: ReviewOutcome; values: ReviewValues; errors: FieldErrors };

/** Whether a picture has neither words nor the mark of decoration. */
export function isUndescribed({ name, answer }: ReviewPicture, values: ReviewValues): boolean {
  const { words, decorative } = values.pictures[name] ?? answer;
  return words.trim() === "" && !decorative;
}

/** The chapter's pictures that have their words already; those that have none stand first on the page. */
export function ReviewPictures({ page, outcome, values, errors }: PicturesProps) {
  const { t } = page;
  const described = outcome.pictures.filter(
    (picture) => picture.chapter === outcome.chapter && !isUndescribed(picture, values),
  );
  if (described.length === 0) return null;
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">
        {t("{count, plural, one {One picture} other {# pictures}}", { count: described.length })}
      </h2>
      {described.map((picture) => (
        <PictureFields page={page} outcome={outcome} picture={picture} values={values} errors={errors} />
      ))}
    </section>
  );
}

/** A picture, and the words for those who cannot see it (T81). */
export function PictureFields(props: PicturesProps & { picture: ReviewPicture }) {
  const { page, outcome, picture, values, errors } = props;
  const { t } = page;
  const { name, answer } = picture;
  const { words, decorative } = values.pictures[name] ?? answer;
  const wordsName = pictureFieldNames.words(name);
  const number = outcome.pictures.indexOf(picture) + 1;
  return (
    <fieldset class="picture-fields">
      <legend>{t("Picture {number} of {count}", { number, count: outcome.pictures.length })}</legend>
      <img src={urls.picture(name)} alt={words} loading="lazy" />
      <div>
        <TextField
          page={page}
          name={wordsName}
          label={t("Describe it for those who cannot see it")}
          value={words}
          autocomplete="off"
          error={errors[wordsName]}
        />
        <Checkbox
          page={page}
          name={pictureFieldNames.decorative(name)}
          label={t("It is only decoration: nothing is lost without it")}
          checked={decorative}
        />
      </div>
    </fieldset>
  );
}

import { element } from "../../story-text/elements.ts";
import { startTag } from "../../story-text/serialise.ts";
import { ErrorSummary, type FieldErrors, FileField, Form, FormButtons, SubmitButton } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { Picture } from "../../works/pictures.ts";

/** The field of the picture that is brought in. */
export const pictureField = "picture";

/** A writer's pictures, with the line that puts each into a story written as source. */
export function PicturesPage(props: {
  page: Page;
  pictures: Pick<Picture, "name" | "width" | "height">[];
  errors: FieldErrors;
}) {
  const { page, pictures, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Your pictures")} kind="form" style={page.assets.editor.css} noindex>
      <h1>{t("Your pictures")}</h1>
      <p class="lead">
        {t("Pictures you can put into your stories. Nobody else sees one until a story of yours shows it.")}
      </p>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.pictures()} enctype="multipart/form-data">
        <FileField
          page={page}
          name={pictureField}
          label={t("A picture from this device")}
          hint={t(
            "PNG, JPEG, GIF or WebP. What it says about its maker and the place is taken out. A picture that no story shows is forgotten after some weeks.",
          )}
          accept="image/png,image/jpeg,image/gif,image/webp"
          error={errors[pictureField]}
        />
        <FormButtons>
          <SubmitButton>{t("Keep this picture")}</SubmitButton>
        </FormButtons>
      </Form>
      {pictures.length > 0 && (
        <ol class="picture-list">
          {pictures.map(({ name, width, height }, index) => (
            <li>
              <img
                src={urls.picture(name)}
                width={width}
                height={height}
                loading="lazy"
                alt={t("Your picture {number, number}", { number: index + 1 })}
              />
              <p class="small">{t("To show it, write this into the story and say what it shows:")}</p>
              <pre class="picture-line" tabindex={0}>
                {startTag(element("img", { src: urls.picture(name), alt: "…", width, height }, []))}
              </pre>
            </li>
          ))}
        </ol>
      )}
    </Layout>
  );
}

import {
  CheckboxGroup,
  ErrorSummary,
  type FieldErrors,
  Form,
  FormButtons,
  SubmitButton,
  TextField,
} from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { Work } from "../../../works/work.ts";
import type { OwnShelf } from "../../shelf.ts";
import { visibilityName } from "./shelf-form.ts";

/** Says, beside an empty one, on which shelves the work stood when the form was made. */
export const stoodName = "stood";

/** On which of a member's shelves a work stands; a new one is made by its name. */
export function WorkShelvesPage(props: {
  page: Page;
  work: Work;
  shelves: Omit<OwnShelf, "works">[];
  chosen: string[];
  stood: string[];
  name: string;
  errors: FieldErrors;
}) {
  const { page, work, shelves, errors } = props;
  const { t } = page;
  const title = work.title || t("Without a title yet");
  return (
    <Layout page={page} title={t("Put “{title}” on a shelf", { title })} kind="form" noindex>
      <h1>{t("Put on a shelf")}</h1>
      <p>
        <a href={urls.work(work.id)} lang={work.language} dir="auto">
          {title}
        </a>
      </p>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.workShelves(work.id)} narrow>
        {["", ...props.stood].map((id) => (
          <input type="hidden" name={stoodName} value={id} />
        ))}
        {shelves.length > 0 && (
          <CheckboxGroup
            page={page}
            name="shelf"
            label={t("It stands on")}
            choices={shelves.map(({ id, name, visibility }) => ({
              value: id,
              label: name,
              hint: t("found by: {who}", { who: visibilityName(t, visibility) }),
            }))}
            values={props.chosen}
            error={errors.shelf}
          />
        )}
        <TextField
          page={page}
          name="name"
          label={shelves.length > 0 ? t("And on a new shelf called") : t("Name of your first shelf")}
          hint={t("Only you find it, until you say otherwise.")}
          value={props.name}
          autocomplete="off"
          error={errors.name}
        />
        <FormButtons>
          <SubmitButton>{t("Put it there")}</SubmitButton>
          <a href={urls.work(work.id)}>{t("Leave it as it is")}</a>
        </FormButtons>
      </Form>
      <p>
        <a href={urls.shelves()}>{t("My shelves")}</a>
      </p>
    </Layout>
  );
}

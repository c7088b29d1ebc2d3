import type { Pseud } from "../../../people/pseuds.ts";
import { ErrorSummary, type FieldErrors, Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { OwnShelf } from "../../shelf.ts";
import { ShelfFields } from "./shelf-fields.tsx";
import { type ShelfValues, visibilityName } from "./shelf-form.ts";

/** A member's own shelves, and one more. */
export function ShelvesPage(props: {
  page: Page;
  shelves: OwnShelf[];
  pseuds: readonly Pseud[];
  values: ShelfValues;
  errors: FieldErrors;
}) {
  const { page, shelves, errors } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("My shelves")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("My shelves")}</h1>
        <p class="quiet">
          {t("A shelf holds stories in your own order, with your notes: for yourself, or to recommend.")}
        </p>
      </header>
      <ErrorSummary page={page} errors={errors} />
      {shelves.length > 0 && (
        <ul class="desk-list">
          {shelves.map((shelf) => (
            <li>
              <div class="grow">
                <h2 class="work-heading" id={`shelf-${shelf.id}`}>
                  <a href={urls.shelf(shelf.id)} dir="auto">
                    {shelf.name}
                  </a>
                </h2>
                <ul class="facts-line">
                  <li>{t("{count, plural, one {# work} other {# works}}", { count: shelf.works })}</li>
                  <li>{t("found by: {who}", { who: visibilityName(t, shelf.visibility) })}</li>
                  {shelf.isHidden && <li>{t("hidden by a moderator")}</li>}
                </ul>
              </div>
              <div class="actions">
                <a href={urls.editShelf(shelf.id)} aria-describedby={`shelf-${shelf.id}`}>
                  {t("Change")}
                </a>
              </div>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="new-shelf">
        <h2 id="new-shelf">{shelves.length === 0 ? t("Your first shelf") : t("One more shelf")}</h2>
        <Form page={page} action={urls.shelves()} narrow>
          <ShelfFields page={page} values={props.values} pseuds={props.pseuds} errors={errors} />
          <FormButtons>
            <SubmitButton>{t("Make this shelf")}</SubmitButton>
          </FormButtons>
        </Form>
      </section>
      <p>
        <a href={urls.bookmarks()}>{t("My bookmarks")}</a>
      </p>
    </Layout>
  );
}

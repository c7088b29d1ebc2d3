import type { Pseud } from "../../../people/pseuds.ts";
import { FeedAddresses } from "../../../ui/feed-links.tsx";
import { ErrorSummary, type FieldErrors, Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { Shelf } from "../../shelf.ts";
import { ShelfFields } from "./shelf-fields.tsx";
import type { ShelfValues } from "./shelf-form.ts";

/** What its keeper says of a shelf, its feed for them alone, and the way to take it away. */
export function EditShelfPage(props: {
  page: Page;
  shelf: Shelf;
  pseuds: readonly Pseud[];
  values: ShelfValues;
  errors: FieldErrors;
  /** The absolute addresses of the feed for its keeper. */
  feed: { atom: string; json: string };
}) {
  const { page, shelf, errors } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("Change “{name}”", { name: shelf.name })}
      feed={{ title: shelf.name, ...props.feed, isShown: true }}
      kind="form"
      noindex
    >
      <h1 dir="auto">{shelf.name}</h1>
      <p class="actions">
        <a href={urls.shelf(shelf.id)}>{t("Back to the shelf")}</a>
        <a href={urls.shelves()}>{t("My shelves")}</a>
      </p>
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={urls.editShelf(shelf.id)} narrow>
        <ShelfFields page={page} values={props.values} pseuds={props.pseuds} errors={errors} />
        <FormButtons>
          <SubmitButton>{t("Save this shelf")}</SubmitButton>
          <a href={urls.shelfRemoval(shelf.id)}>{t("Take the shelf away")}</a>
        </FormButtons>
      </Form>
      <section aria-labelledby="own-feed">
        <h2 id="own-feed">{t("A feed for you alone")}</h2>
        <p>
          {t(
            "It tells what you put on this shelf, as you may see it. Whoever has its address may read it, so keep it to yourself.",
          )}
        </p>
        <FeedAddresses page={page} feed={props.feed} />
        <PostButton action={urls.shelfFeedKey(shelf.id)}>{t("Give the feed a new address")}</PostButton>
      </section>
    </Layout>
  );
}

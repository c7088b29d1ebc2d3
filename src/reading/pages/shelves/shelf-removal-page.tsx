import { FormButtons } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { Shelf } from "../../shelf.ts";

/** Asks once before a shelf is taken away. */
export function ShelfRemovalPage({ page, shelf }: { page: Page; shelf: Shelf }) {
  const { t } = page;
  const question = t("Take the shelf “{name}” away?", { name: shelf.name });
  return (
    <Layout page={page} title={question} noindex>
      <h1 dir="auto">{question}</h1>
      <p>
        {t(
          "Its text, its order and your notes on it are gone at once, for good. The stories stay where they are.",
        )}
      </p>
      <FormButtons>
        <PostButton action={urls.shelfRemoval(shelf.id)} kind="grave">
          {t("Take the shelf away")}
        </PostButton>
        <a href={urls.shelf(shelf.id)}>{t("Leave it as it is")}</a>
      </FormButtons>
    </Layout>
  );
}

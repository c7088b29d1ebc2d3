import { Layout } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";

/** Shown for the first moments after a start of a large archive, while there is nothing to ask yet. */
export function BuildingPage({ page, share }: { page: Page; share: number }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Find stories")} noindex>
      <h1>{t("Find stories")}</h1>
      <Notice title={t("The archive has just been started and is still reading its shelves")}>
        <p>
          {t(
            "{share, number, percent} is read. Finding works again in a few moments: open this page once more.",
            {
              share,
            },
          )}
        </p>
        <p>
          <Sentence
            page={page}
            says="Until then there are {newest}."
            parts={{ newest: <a href={urls.newest()}>{t("the newest works")}</a> }}
          />
        </p>
      </Notice>
    </Layout>
  );
}

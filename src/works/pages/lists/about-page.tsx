import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Note } from "../../story.tsx";
import { summaryText } from "../../summary-text.ts";

/** `about` and `rules` are the owner's note HTML, in the archive's `language`. */
export function AboutPage(props: { page: Page; about: string; rules: string; language: string }) {
  const { page, about, rules, language } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("About this archive")}
      description={summaryText(about)}
      canonical={urls.about()}
    >
      <h1>{t("About {archive}", { archive: page.archiveName })}</h1>
      {about === "" ? (
        <p class="quiet">{t("The owner has not written about this archive yet.")}</p>
      ) : (
        <Note html={about} language={language} class="prose" />
      )}
      <section aria-labelledby="rules">
        <h2 id="rules">{t("Rules")}</h2>
        {rules === "" ? (
          <p class="quiet">{t("The owner has not written any rules yet.")}</p>
        ) : (
          <Note html={rules} language={language} class="prose" />
        )}
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t("What this archive knows about you")}</h2>
        <p class="prose">
          {t(
            "Pages ask nothing of any other site, and nobody’s reading is followed. A reader needs no account and no script.",
          )}{" "}
          <a href={urls.counting()}>{t("What is counted, and how")}</a>
        </p>
      </section>
    </Layout>
  );
}

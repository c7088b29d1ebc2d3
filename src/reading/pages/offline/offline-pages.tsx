import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";

/** A work to be kept in the browser. */
export type WorkToKeep = { id: string; title: string; language: string };

/** Offers to keep stories in this browser; without JavaScript their files do the same. */
export function KeepOfflinePage(props: {
  page: Page;
  title: string;
  /** The page one came from. */
  back: string;
  book: string;
  works: WorkToKeep[];
  script: string;
}) {
  const { page, works } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("Keep “{title}” offline", { title: props.title })}
      script={props.script}
      noindex
    >
      <h1>{t("Keep offline")}</h1>
      <p>
        <a href={props.back} dir="auto">
          {props.title}
        </a>
      </p>
      <p>
        {t(
          "What you keep can be read in this browser without a network, at its own address. When its writer takes it back, or you sign out and it is for members only, it is deleted here too, as soon as there is a network; when it is changed, it is fetched anew. Nothing in it says who kept it.",
        )}
      </p>
      {works.length > 0 && (
        <div
          data-keep-works={JSON.stringify(works)}
          data-label={t("{count, plural, one {Keep it here} other {Keep all # here}}", {
            count: works.length,
          })}
          data-busy={t("Keeping {share}", { share: "%" })}
          data-done={t("Kept. You can read it without a network now.")}
          data-failed={t("Kept: {share}. The rest could not be fetched; try again.", { share: "%" })}
          data-full={t(
            "Kept: {share}. This browser has no room for more. Let something go that is kept, or free some room on the device, and try again.",
            { share: "%" },
          )}
        />
      )}
      <noscript>
        <p>{t("Without JavaScript, take it with you as a file:")}</p>
      </noscript>
      <p class="actions">
        <a href={props.book} rel="nofollow">
          {t("EPUB")}
        </a>
        <a href={urls.offline()}>{t("What is kept in this browser")}</a>
      </p>
    </Layout>
  );
}

/** What is kept in this browser: the browser alone knows, so this page is the same for everybody. */
export function OfflinePage({ page, script }: { page: Page; script: string }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Kept in this browser")} script={script} noindex>
      <h1>{t("Kept in this browser")}</h1>
      <p data-not-kept hidden>
        <strong>{t("There is no network, and the page you asked for is not kept here.")}</strong>
      </p>
      <p>{t("These stories can be read without a network. The archive does not know which they are.")}</p>
      <ul
        class="index-list"
        data-kept-list
        data-remove={t("Let it go")}
        data-nothing={t("Nothing is kept here yet. “Keep offline” stands at the end of every story.")}
      />
      <noscript>
        <p>
          {t("This needs JavaScript. Every story and shelf can be taken with you as an EPUB without it.")}
        </p>
      </noscript>
    </Layout>
  );
}

import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { PostButton } from "../../ui/post-button.tsx";
import { urls } from "../../vocabulary/urls.ts";

/** Stops all letters to whoever came by a link in one; signing in is not asked for. */
export function StopPage({ page, action, isStopped }: { page: Page; action: string; isStopped: boolean }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Letters")} kind="form" noindex>
      <h1>{t("Letters")}</h1>
      {isStopped ? (
        <p>{t("No more letters come to you from this archive. Everything is still told on the site.")}</p>
      ) : (
        <>
          <p>{t("Press the button, and no more letters come to you from this archive.")}</p>
          <PostButton action={action} kind="main" fields={{ stop: "yes" }}>
            {t("Stop all letters")}
          </PostButton>
        </>
      )}
      <p>
        <a href={urls.telling()}>{t("Choose how you are told")}</a>
      </p>
    </Layout>
  );
}

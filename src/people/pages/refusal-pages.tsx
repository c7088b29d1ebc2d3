import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";

/** The same page for what does not exist and for what this person may not see. */
export function NotFoundPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Nothing is here")} noindex>
      <h1>{t("Nothing is here")}</h1>
      <p>
        {t(
          "There is nothing at this address: it may have been taken away by its author, or the address may be mistyped.",
        )}
      </p>
      {!page.person.signedIn && (
        <p>
          {t("Some stories are for members only.")} <a href={urls.signIn(page.path)}>{t("Sign in")}</a>
        </p>
      )}
      <p>
        <a href={urls.home()}>{t("Go to the front page")}</a>
      </p>
    </Layout>
  );
}

export function TooManyTriesPage({ page, minutes }: { page: Page; minutes: number }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Please wait a little")} noindex>
      <h1>{t("Please wait a little")}</h1>
      <p>
        {t(
          "This was tried too often in a short time. You can try again in {minutes, plural, one {# minute} other {# minutes}}.",
          {
            minutes,
          },
        )}
      </p>
      <p>{t("Go back, and what you typed is still there.")}</p>
    </Layout>
  );
}

export function CrossSitePage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Not done")} noindex>
      <h1>{t("This was not done")}</h1>
      <p>
        {t(
          "The request came from another site, or from a browser that hides where it comes from. Nothing was changed. Go back, and send it from this archive’s own page.",
        )}
      </p>
    </Layout>
  );
}

export function TooLargePage({ page, megabytes }: { page: Page; megabytes: number }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Too large")} noindex>
      <h1>{t("This is too large")}</h1>
      <p>
        {t(
          "What was sent is larger than this archive takes at once ({megabytes} MB). Nothing was changed. Go back: what you typed is still there, and you can send it in smaller parts.",
          {
            megabytes,
          },
        )}
      </p>
    </Layout>
  );
}

export function FormRefusedPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("This form cannot be read")} noindex>
      <h1>{t("This form cannot be read")}</h1>
      <p>
        {t(
          "What was sent is broken, or holds far more fields than any form here has. Nothing was changed. Go back: what you typed is still there, and you can send it again.",
        )}
      </p>
    </Layout>
  );
}

export function BrokenPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("Something broke")} noindex>
      <h1>{t("Something broke on our side")}</h1>
      <p>
        {t(
          "It was not your doing, and nothing that was saved before is lost. The archive’s owner can read in the log what happened. Go back, and what you typed is still there; then please try again.",
        )}
      </p>
    </Layout>
  );
}

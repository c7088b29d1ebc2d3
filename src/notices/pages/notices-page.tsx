import { HiddenField } from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { NoticeList } from "../notices.ts";
import type { Told } from "../told.ts";
import { NoticeLine } from "./notice-line.tsx";

/** What a member is told: what is new, then what they have read. */
export function NoticesPage(props: { page: Page; list: NoticeList; numbers: boolean; isFirst: boolean }) {
  const { page, list } = props;
  const { t } = page;
  return (
    <Layout page={page} title={t("Notices")} kind="form" noindex>
      <header class="page-head">
        <h1>{t("Notices")}</h1>
        <p class="actions">
          <a href={urls.telling()}>{t("How I am told")}</a>
          <a href={urls.subscriptions()}>{t("What I follow")}</a>
        </p>
      </header>
      {list.fresh.length === 0 && list.earlier.length === 0 && (
        <p class="quiet">{t("Nothing yet. What concerns you and what you follow is told here.")}</p>
      )}
      {list.fresh.length > 0 && (
        <section aria-labelledby="new-notices">
          <h2 id="new-notices">{t("New")}</h2>
          <Lines {...props} notices={list.fresh} />
          <form method="post" action={urls.notices()} class="post-button">
            <HiddenField name="up-to" value={list.span.newestAt} />
            <HiddenField name="from" value={list.span.oldestId} />
            <button type="submit" class="button button-quiet">
              {t("I have read these")}
            </button>
          </form>
        </section>
      )}
      {list.earlier.length > 0 && (
        <section aria-labelledby="earlier-notices">
          <h2 id="earlier-notices">{props.isFirst ? t("Read before") : t("Earlier")}</h2>
          <Lines {...props} notices={list.earlier} />
        </section>
      )}
      {list.next !== null && (
        <p>
          <a rel="next" href={urls.notices(list.next)}>
            {t("Earlier notices")}
          </a>
        </p>
      )}
    </Layout>
  );
}

function Lines({ page, notices, numbers }: { page: Page; notices: readonly Told[]; numbers: boolean }) {
  return (
    <ul class="notice-list">
      {notices.map((told) => (
        <NoticeLine page={page} told={told} numbers={numbers} />
      ))}
    </ul>
  );
}

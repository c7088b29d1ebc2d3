import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { ReadManner } from "../../read-works.ts";
import type { WorkListPage } from "../../work-lists.ts";
import { CountOfWorks, WorkList } from "./work-list.tsx";

export function NewestPage(props: { page: Page; list: WorkListPage; readManner: ReadManner | null }) {
  const { page, list, readManner } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t("Newest works")}
      canonical={urls.newest(list.page)}
      feed={{ title: t("Newest works"), atom: urls.worksFeed(), json: urls.worksJsonFeed() }}
    >
      <header class="page-head">
        <h1>{t("Newest works")}</h1>
        <CountOfWorks page={page} list={list} />
      </header>
      <WorkList page={page} list={list} urlOf={urls.newest} readManner={readManner} />
    </Layout>
  );
}

import type { Pseud } from "../../../people/pseuds.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Note } from "../../story.tsx";
import { summaryText } from "../../summary-text.ts";
import type { WorkListPage } from "../../work-lists.ts";
import { CountOfWorks, WorkList } from "./work-list.tsx";

/** `language` is the archive's: what writers say about themselves carries none of its own. */
export function WriterPage(props: { page: Page; pseud: Pseud; language: string; list: WorkListPage }) {
  const { page, pseud, list } = props;
  const urlOf = (number: number) => urls.writer(pseud.id, number);
  return (
    <Layout
      page={page}
      title={pseud.name}
      description={summaryText(pseud.about)}
      canonical={urlOf(list.page)}
    >
      <header class="page-head">
        <p class="quiet small">{page.t("Writer")}</p>
        <h1 dir="auto">{pseud.name}</h1>
        {pseud.about !== "" && <Note html={pseud.about} language={props.language} />}
        <CountOfWorks page={page} list={list} />
      </header>
      <WorkList page={page} list={list} urlOf={urlOf} />
    </Layout>
  );
}

import type { Tag } from "../../../tags/tags.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { WorkListPage } from "../../work-lists.ts";
import { CountOfWorks, WorkList } from "./work-list.tsx";

/** `kindName` is what the owner calls this kind of tag: "Fandom". */
export function TagPage(props: { page: Page; tag: Tag; kindName: string; list: WorkListPage }) {
  const { page, tag, list } = props;
  const urlOf = (number: number) => urls.tag(tag.id, number > 1 ? `page=${number}` : "");
  return (
    <Layout page={page} title={tag.name} canonical={urlOf(list.page)} noindex={list.count === 0}>
      <header class="page-head">
        <p class="quiet small">{props.kindName}</p>
        <h1 dir="auto">{tag.name}</h1>
        <CountOfWorks page={page} list={list} />
        {list.count > 1 && (
          <p>
            <a href={urls.worksUnder(tag.id)}>{page.t("Narrow this list")}</a>
          </p>
        )}
      </header>
      <WorkList page={page} list={list} urlOf={urlOf} />
    </Layout>
  );
}

import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { madeHeading } from "../../related.ts";
import { RelatedName } from "../../related-line.tsx";
import { isUnindexed } from "../../robots-wishes.ts";
import type { RelatedWork, Work } from "../../work.ts";

/** What was made of a work, newest first, each with what it is. */
export function MadeOfPage(props: {
  page: Page;
  work: Work;
  works: RelatedWork[];
  pages: number;
  current: number;
}) {
  const { page, work, works } = props;
  const { t } = page;
  const title = work.title || t("Without a title yet");
  return (
    <Layout
      page={page}
      title={t("Made of “{title}”", { title })}
      canonical={urls.madeOfWork(work.id, props.current)}
      noindex={isUnindexed(work)}
    >
      <header class="page-head">
        <h1>
          <Sentence
            page={page}
            says="Made of {title}"
            parts={{
              title: (
                <a href={urls.work(work.id)} lang={work.language} dir="auto">
                  {title}
                </a>
              ),
            }}
          />
        </h1>
      </header>
      <ul class="made-of">
        {works.map((each) => (
          <li>
            <span class="quiet small">{madeHeading(t, each.kind)}</span>
            <br />
            <RelatedName page={page} work={each} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={props.pages}
        current={props.current}
        urlOf={(number) => urls.madeOfWork(work.id, number)}
      />
    </Layout>
  );
}

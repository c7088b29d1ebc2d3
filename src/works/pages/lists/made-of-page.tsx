import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Pager } from "../../../ui/pager.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { asShownHere } from "../../asked-to-see.ts";
import { QuietCount } from "../../quiet-line.tsx";
import { madeHeading } from "../../related.ts";
import { RelatedName } from "../../related-line.tsx";
import type { MadeOfPart } from "../../related-works.ts";
import { isUnindexed } from "../../robots-wishes.ts";
import type { Work } from "../../work.ts";

/** What was made of a work, newest first, each with what it is. */
export function MadeOfPage({ page, work, made }: { page: Page; work: Work; made: MadeOfPart }) {
  const { t } = page;
  const title = work.title || t("Without a title yet");
  return (
    <Layout
      page={page}
      title={t("Made of “{title}”", { title })}
      canonical={urls.madeOfWork(work.id, made.page)}
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
        {made.works.map((each) => (
          <li>
            <span class="quiet small">{madeHeading(t, each.kind)}</span>
            <br />
            <RelatedName page={page} work={each} />
          </li>
        ))}
      </ul>
      <QuietCount page={page} folded={0} hidden={made.hidden} read={made.read} />
      <Pager
        page={page}
        pages={made.pages}
        current={made.page}
        urlOf={(number) => asShownHere(page, urls.madeOfWork(work.id, number))}
      />
    </Layout>
  );
}

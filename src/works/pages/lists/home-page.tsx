import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { FrontFandoms } from "../../front-fandoms.ts";
import { LetterLinks } from "../../letter-links.tsx";
import { QuietCount } from "../../quiet-line.tsx";
import { Note } from "../../story.tsx";
import { summaryText } from "../../summary-text.ts";
import { TagIndex } from "../../tag-index.tsx";
import type { WorkCard } from "../../work.ts";
import { WorkBlurb } from "../../work-blurb.tsx";
import { wordsSentence } from "../../work-length.tsx";
import type { WorkListPage } from "../../work-lists.ts";
import { GoOn } from "./go-on.tsx";
import { type KeptList, KeptLists } from "./kept-lists.tsx";

export function HomePage(props: {
  page: Page;
  /** Whether somebody has set the archive up; until then the page leads there. */
  isOwned: boolean;
  /** The owner's words of welcome, note HTML, and their language. */
  welcome: { html: string; language: string };
  counts: { works: number; words: number; writers: number };
  /** The lists the reader keeps by name. */
  kept: KeptList[];
  /** What the reader was in the middle of, and how fast they read. */
  goOn: { works: WorkCard[]; wordsPerMinute: number };
  newest: WorkListPage;
  /** null while the archive is still reading its shelves. */
  fandoms: FrontFandoms | null;
}) {
  const { page, isOwned, welcome, counts, newest, fandoms } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={page.archiveName}
      description={summaryText(welcome.html)}
      canonical={urls.home()}
      feed={{ title: t("Newest works"), atom: urls.worksFeed(), json: urls.worksJsonFeed() }}
    >
      <header class="home-welcome">
        <h1>{page.archiveName}</h1>
        <Note html={welcome.html} language={welcome.language} class="lead" />
        {!isOwned && <NoOwner page={page} />}
        {counts.works > 0 && (
          <ul class="facts-line">
            <li>{t("{count, plural, one {# work} other {# works}}", { count: counts.works })}</li>
            <li>{t("{count, plural, one {# writer} other {# writers}}", { count: counts.writers })}</li>
            <li>{wordsSentence(page, counts.words)}</li>
          </ul>
        )}
      </header>
      <GoOn page={page} {...props.goOn} />
      <KeptLists page={page} lists={props.kept} />
      <section aria-labelledby="newest">
        <h2 id="newest">{t("Newest works")}</h2>
        {newest.count + newest.folded + newest.hidden === 0 ? (
          <FirstStory page={page} />
        ) : (
          <ul class="works">
            {newest.works.map((work) => (
              <WorkBlurb page={page} work={work} level={3} />
            ))}
          </ul>
        )}
        <QuietCount {...newest} page={page} />
        {newest.pages > 1 && (
          <p>
            <a href={urls.newest()}>{t("All works, newest first")}</a>
          </p>
        )}
      </section>
      {fandoms !== null && fandoms.count > 0 && <Fandoms page={page} fandoms={fandoms} />}
    </Layout>
  );
}

function NoOwner({ page }: { page: Page }) {
  const { t } = page;
  return (
    <p>
      {t("This archive has no owner yet.")} <a href={urls.setUp()}>{t("Set it up")}</a>
    </p>
  );
}

function FirstStory({ page }: { page: Page }) {
  const { t } = page;
  return (
    <p>
      {t("No story has been given yet.")} <a href={urls.newImport()}>{t("Bring the first one in")}</a>
    </p>
  );
}

/** Every fandom is two clicks away: its letter, and its name. */
function Fandoms({ page, fandoms: { largest, count, letters } }: { page: Page; fandoms: FrontFandoms }) {
  const { t } = page;
  const areMore = count > largest.length;
  return (
    <section aria-labelledby="fandoms">
      <h2 id="fandoms">{t("Fandoms")}</h2>
      <TagIndex page={page} tags={largest} />
      {areMore && (
        <p>
          <a href={urls.fandoms()}>{t("All {count, plural, one {# fandom} other {# fandoms}}", { count })}</a>
        </p>
      )}
      {areMore && <LetterLinks page={page} letters={letters} urlOf={(letter) => urls.fandoms({ letter })} />}
    </section>
  );
}

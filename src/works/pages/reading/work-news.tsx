import { Day } from "../../../ui/day.tsx";
import type { Page } from "../../../ui/page.ts";
import type { News } from "../../news.ts";
import { Note } from "../../story.tsx";
import type { Work } from "../../work.ts";

/** What the author told the readers of a work: the newest in sight, what came before folded away. */
export function WorkNews({ page, work, news }: { page: Page; work: Work; news: News[] }) {
  const { t } = page;
  const [newest, ...earlier] = news;
  if (!newest) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">{t("News")}</h2>
      <NewsItem page={page} work={work} news={newest} />
      {earlier.length > 0 && (
        <details class="fold">
          <summary>{t("Earlier news ({count, number})", { count: earlier.length })}</summary>
          {earlier.map((one) => (
            <NewsItem page={page} work={work} news={one} />
          ))}
        </details>
      )}
    </section>
  );
}

function NewsItem({ page, work, news }: { page: Page; work: Work; news: News }) {
  return (
    <div class="news" id={`news-${news.id}`}>
      <p class="small quiet">
        <Day page={page} at={news.postedAt} />
      </p>
      <Note html={news.text} language={work.language} />
    </div>
  );
}

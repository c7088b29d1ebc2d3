import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { withStanding } from "../change-filter.ts";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { LooseWords } from "../query-language/resolve-query.ts";
import type { WorkFilter } from "../work-filter.ts";

/** Words that are no name by themselves: what has them in its name, to choose from. */
export function LooseFound(props: {
  page: Page;
  filter: WorkFilter;
  names: FilterNames;
  loose: LooseWords[];
}) {
  const { page, loose } = props;
  const { t } = page;
  if (loose.length === 0) return null;
  return (
    <Notice title={t("Which of these do you mean?")}>
      {loose.map((words) => (
        <NamesWith {...props} words={words} />
      ))}
      <p class="small">
        {t("Words inside the stories cannot be searched yet: only titles and names are looked through.")}
      </p>
    </Notice>
  );
}

function NamesWith(props: { page: Page; filter: WorkFilter; names: FilterNames; words: LooseWords }) {
  const { page, filter, names, words } = props;
  const { t } = page;
  const kindOf = (kindId: string) => names.kinds.find(({ id }) => id === kindId)?.name ?? t("Tag");
  const { tags, writers, works } = words;
  if (tags.length + writers.length + works.length === 0)
    return <p>{t("No title, writer or tag has “{words}” in it.", { words: words.words })}</p>;
  return (
    <>
      <p>{t("“{words}” is in these names:", { words: words.words })}</p>
      <ul class="find-loose">
        {tags.map(({ id, kindId, name }) => (
          <li>
            <a href={urls.works(queryOfFilter(withStanding(filter, "tag", id, "in")))} dir="auto">
              {name}
            </a>{" "}
            <span class="quiet small">{kindOf(kindId)}</span>
          </li>
        ))}
        {writers.map(({ id, name }) => (
          <li>
            <a href={urls.works(queryOfFilter(withStanding(filter, "writer", id, "in")))} dir="auto">
              {name}
            </a>{" "}
            <span class="quiet small">{t("Writer")}</span>
          </li>
        ))}
        {works.map(({ id, title }) => (
          <li>
            <a href={urls.work(id)} dir="auto">
              {title}
            </a>{" "}
            <span class="quiet small">{t("Story")}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

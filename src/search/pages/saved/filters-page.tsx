import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { SavedFilter } from "../../saved/saved-filter.ts";
import type { ToldFilter } from "../../saved/tell-saved.ts";
import { SentenceOfFilter } from "../sentence-of-filter.tsx";
import { LeftOutOfFilter } from "./left-out-of-filter.tsx";

/** A kept filter as its owner's list shows it; `count` is null while nobody can tell. */
export type FilterRow = {
  saved: SavedFilter;
  told: ToldFilter;
  count: number | null;
  /** The fandom whose page it is applied to. */
  fandom: { id: string; name: string } | null;
};

/** Every filter a reader keeps, with what can be done with it. */
export function FiltersPage({ page, rows }: { page: Page; rows: FilterRow[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t("My filters")} noindex>
      <header class="page-head">
        <h1>{t("My filters")}</h1>
        <p class="quiet">
          {t("Lists you come back to. Nobody but you sees them; each has a feed that tells what is new.")}
        </p>
      </header>
      {rows.length === 0 ? (
        <p>
          <Sentence
            page={page}
            says="You keep none yet. {find}, and save the list under a name."
            parts={{ find: <a href={urls.works()}>{t("Find what you like")}</a> }}
          />
        </p>
      ) : (
        <ul class="desk-list">
          {rows.map((row) => (
            <Row page={page} row={row} />
          ))}
        </ul>
      )}
    </Layout>
  );
}

function Row({ page, row }: { page: Page; row: FilterRow }) {
  const { t } = page;
  const { saved, told, count, fandom } = row;
  const headingId = `filter-${saved.id}`;
  return (
    <li>
      <div class="grow">
        <h2 class="work-heading" id={headingId}>
          <a class="work-title" href={urls.works(saved.query)} dir="auto">
            {saved.name}
          </a>
        </h2>
        <p class="small">
          <SentenceOfFilter page={page} filter={told.known} names={told.names} />
        </p>
        <LeftOutOfFilter page={page} told={told} />
        <ul class="facts-line">
          {count !== null && <li>{t("{count, plural, one {# work} other {# works}}", { count })}</li>}
          {fandom && (
            <li>
              <Sentence
                page={page}
                says="in use whenever you open {fandom}"
                parts={{
                  fandom: (
                    <a href={urls.tag(fandom.id)} dir="auto">
                      {fandom.name}
                    </a>
                  ),
                }}
              />
            </li>
          )}
        </ul>
      </div>
      <div class="actions">
        <a
          href={urls.savedFilterFeed(saved.feedKey)}
          aria-describedby={headingId}
          type="application/atom+xml"
        >
          {t("Feed (Atom)")}
        </a>
        <a
          href={urls.savedFilterJsonFeed(saved.feedKey)}
          aria-describedby={headingId}
          type="application/feed+json"
        >
          {t("Feed (JSON Feed)")}
        </a>
        <a href={urls.savedFilter(saved.id)} aria-describedby={headingId}>
          {t("Change")}
        </a>
        <a href={urls.savedFilterRemoval(saved.id)} aria-describedby={headingId}>
          {t("Remove")}
        </a>
      </div>
    </li>
  );
}

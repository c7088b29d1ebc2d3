import type { Child, PropsWithChildren } from "hono/jsx";
import type { Tag, TagKind } from "../../tags/tags.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { asShownHere } from "../../works/asked-to-see.ts";
import { Joined } from "../../works/joined.tsx";
import { QuietCount } from "../../works/quiet-line.tsx";
import { ReadSwitch } from "../../works/read-switch.tsx";
import type { ReadManner } from "../../works/read-works.ts";
import type { WorkCard } from "../../works/work.ts";
import { WorkBlurb } from "../../works/work-blurb.tsx";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { Cursor, Facet, Found } from "../found.ts";
import { orderClause } from "../order-clause.ts";
import { queryOfPlace } from "../page-place.ts";
import { everyWork, type WorkFilter } from "../work-filter.ts";
import { PageTurner } from "./page-turner.tsx";
import { everything } from "./saved/fandom-filter.tsx";
import { feedOfFilter } from "./saved/feed-of-filter.ts";
import type { TagSurroundings } from "./tag-surroundings.ts";

export type TagPageProps = {
  page: Page;
  tag: Tag;
  kind: TagKind | null;
  isFandom: boolean;
  /** What finds the tag's works; and what finds those that only mention it, with their number. */
  filter: WorkFilter;
  mentions: { filter: WorkFilter; count: number };
  /** With the facets the page tells of. */
  found: Found;
  works: WorkCard[];
  names: FilterNames;
  surroundings: TagSurroundings;
  /** The other name by which somebody came here. */
  cameBy: string | null;
  /** Whether the works are those of a filter the reader keeps for this fandom, or all of them although they keep one. */
  isApplied: boolean;
  asksForAll: boolean;
  /** What becomes of works the reader has read; null: they have no ledger. */
  readManner: ReadManner | null;
};

/** What a tag is and means, and the works under it, newest first. Children stand between the two. */
export function TagPage(props: PropsWithChildren<TagPageProps>) {
  const { page, tag, filter, found, cameBy } = props;
  const { t } = page;
  return (
    <Layout
      page={page}
      title={tag.name}
      feed={{ title: tag.name, ...feedOfFilter({ ...everyWork, all: [tag.id] }) }}
      canonical={found.previous === null ? urls.tag(tag.id) : undefined}
      noindex={found.total === 0 || found.previous !== null}
    >
      <header class="page-head tag-head">
        <KindLine {...props} />
        <h1 dir="auto">{tag.name}</h1>
        {cameBy !== null && (
          <p class="said-here">
            <Sentence
              page={page}
              says="{other} is another name for this; works under either are found here."
              parts={{ other: <bdi>{cameBy}</bdi> }}
            />
          </p>
        )}
        <Surroundings {...props} />
        <CountOfWorks {...props} />
        {found.total > 0 && (
          <p class="actions">
            {found.total > 1 && <a href={urls.works(queryOfFilter(filter))}>{t("Narrow this list")}</a>}
            <a href={feedOfFilter(filter).atom}>{t("Follow this list as a feed")}</a>
          </p>
        )}
      </header>
      {props.children}
      {found.facets.map((facet, index) => (
        <MostTold {...props} facet={facet} id={`most-told-${index + 1}`} />
      ))}
      {found.total + found.folded > 0 && <Works {...props} />}
      {found.total + found.folded === 0 && <NothingLeft {...props} />}
    </Layout>
  );
}

/** "Fandom · Television": the kind, and the media. */
function KindLine({ page, tag, kind, isFandom, surroundings }: TagPageProps) {
  const { t } = page;
  const list = isFandom ? urls.fandoms() : urls.tagsOfKind(tag.kindId);
  return (
    <ul class="facts-line small">
      <li>
        <a href={list}>
          <bdi>{kind?.name ?? t("Tag")}</bdi>
        </a>
      </li>
      {isFandom &&
        surroundings.media.map(({ id, name }) => (
          <li>
            <a href={urls.fandoms({ medium: id })}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
    </ul>
  );
}

function Surroundings({ page, surroundings: { synonyms, parents, children } }: TagPageProps) {
  const { t } = page;
  const link = ({ id, name }: Tag) => (
    <a href={urls.tag(id)} dir="auto">
      {name}
    </a>
  );
  const lines: [heading: string, names: Child[]][] = [
    [t("Also called"), synonyms.map(({ name }) => <bdi>{name}</bdi>)],
    [t("Belongs under"), parents.map(link)],
    [t("Has under it"), children.map(link)],
  ];
  const filled = lines.filter(([, names]) => names.length > 0);
  if (filled.length === 0) return null;
  return (
    <dl class="facts">
      {filled.map(([heading, names]) => (
        <div>
          <dt>{heading}</dt>
          <dd>
            <Joined page={page} items={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CountOfWorks({ page, found: { total, folded, hidden }, mentions, isApplied }: TagPageProps) {
  const { t } = page;
  return (
    <p class="quiet">
      {total === 0 && isApplied
        ? t("Your filter leaves none of its works.")
        : total === 0 && folded + hidden > 0
          ? t("Your rules leave none of its works.")
          : t("{count, plural, =0 {No works are here yet.} one {# work} other {# works}}", { count: total })}
      {mentions.count > 0 && (
        <>
          {" "}
          <a href={urls.works(queryOfFilter(mentions.filter))}>
            {t("{count, plural, one {# more only mentions it} other {# more only mention it}}", {
              count: mentions.count,
            })}
          </a>
        </>
      )}
    </p>
  );
}

/** The names most of its works have: each leads to the works that have both. */
function MostTold(props: TagPageProps & { facet: Facet; id: string }) {
  const { page, filter, names, facet, id } = props;
  const { t } = page;
  const kindId = facet.kind.slice("tag:".length);
  const values = facet.values.flatMap(({ id, count }) => {
    const tag = names.tags.get(id);
    return tag && count > 0 ? [{ tag, count }] : [];
  });
  const kind = names.kinds.find((kind) => kind.id === kindId);
  if (values.length === 0 || !kind) return null;
  const more = new URLSearchParams(queryOfFilter(filter));
  more.set("more", facet.kind);
  return (
    <section class="most-told" aria-labelledby={id}>
      <h2 id={id} dir="auto">
        {kind.plural}
      </h2>
      <ul class="tags">
        {values.map(({ tag, count }) => (
          <li>
            <a href={urls.works(queryOfFilter({ ...filter, all: [...filter.all, tag.id] }))}>
              <bdi>{tag.name}</bdi>
            </a>{" "}
            <span class="count">{t("{count, number}", { count })}</span>
          </li>
        ))}
        {facet.more && (
          <li>
            <a
              href={`${urls.works(String(more))}#more`}
              aria-label={t("More of these: {facet}", { facet: kind.plural })}
            >
              {t("More of these")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The ways to what the reader's rules leave of the tag: nothing. */
function NothingLeft({ page, found, readManner }: TagPageProps) {
  if (found.hidden === 0) return null;
  return (
    <>
      <ReadSwitch page={page} manner={readManner} />
      <QuietCount {...found} page={page} />
    </>
  );
}

function Works({ page, tag, filter, found, works, asksForAll, readManner }: TagPageProps) {
  const { t } = page;
  const urlOf = (place: Cursor) =>
    asShownHere(
      page,
      urls.tag(tag.id, asksForAll ? `${everything}&${queryOfPlace(place)}` : queryOfPlace(place)),
    );
  return (
    <section aria-labelledby="works">
      <h2 id="works">{t("Works, {order}", { order: orderClause(t, filter) })}</h2>
      <ReadSwitch page={page} manner={readManner} />
      <ul class="works">
        {works.map((work) => (
          <WorkBlurb page={page} work={work} level={3} />
        ))}
      </ul>
      <QuietCount {...found} page={page} />
      <PageTurner page={page} found={found} urlOf={urlOf} />
    </section>
  );
}

import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { asShownHere } from "../../works/asked-to-see.ts";
import { QuietCount } from "../../works/quiet-line.tsx";
import { ReadSwitch } from "../../works/read-switch.tsx";
import type { ReadManner } from "../../works/read-works.ts";
import type { WorkCard } from "../../works/work.ts";
import { WorkBlurb } from "../../works/work-blurb.tsx";
import { asFeed } from "../feeds/works-feed.ts";
import type { FilterNames } from "../filter-names.ts";
import { filterSentence } from "../filter-sentence.ts";
import { type AddressProblem, queryOfFilter } from "../filter-url.ts";
import type { Found } from "../found.ts";
import { queryOfPlace } from "../page-place.ts";
import type { OtherReading } from "../query-language/ask-for-words.ts";
import type { Mistake } from "../query-language/mistake.ts";
import type { KeptStanding } from "../saved/kept-standing.ts";
import type { Snippet } from "../text-search.ts";
import { TextSnippets } from "../text-snippets.tsx";
import type { WorkFilter } from "../work-filter.ts";
import { Chosen } from "./chosen.tsx";
import type { CountedSort } from "./counted-sorts.ts";
import { Facets, type OpenFacet } from "./facets.tsx";
import { FilterForm } from "./filter-form.tsx";
import { OtherReadings } from "./other-readings.tsx";
import { PageTurner } from "./page-turner.tsx";
import { QueryBox } from "./query-box.tsx";
import { feedOfFilter } from "./saved/feed-of-filter.ts";
import { KeepFilter } from "./saved/keep-filter.tsx";
import { SentenceOfFilter } from "./sentence-of-filter.tsx";
import { Sorts } from "./sorts.tsx";
import { WhatWentWrong } from "./what-went-wrong.tsx";

export type FindPageProps = {
  page: Page;
  /** The address of the script that makes this page nicer. */
  script: string;
  filter: WorkFilter;
  names: FilterNames;
  found: Found;
  works: WorkCard[];
  /** The facet whose further values are shown, if one was opened. */
  open: OpenFacet | null;
  /** The counts this list can be ordered by. */
  sorts: readonly CountedSort[];
  /** The places that have the words asked for, by work; null when none were. */
  snippets: ReadonlyMap<string, Snippet[]> | null;
  /** What was chosen beside what was typed. */
  base: WorkFilter;
  /** What stands in the box: what was typed there, when it could not all be understood. */
  typed: string;
  mistakes: Mistake[];
  others: OtherReading[];
  problems: AddressProblem[];
  /** Parts of the address that are not here for this person. */
  leftOut: number;
  /** Words that cannot be looked for inside the stories. */
  unusable: string[];
  kept: KeptStanding;
  /** What becomes of works the reader has read; null: they have no ledger. */
  readManner: ReadManner | null;
};

/** What was asked for in a sentence, what was found, and every way to ask for less or more. */
export function FindPage(props: FindPageProps) {
  const { page, filter, names, found } = props;
  const { t } = page;
  const address = queryOfFilter(filter);
  const isPlain = address === "";
  return (
    <Layout
      page={page}
      title={isPlain ? t("Find stories") : titleOf(page, filterSentence(page, filter, names), found.total)}
      canonical={isPlain ? urls.works() : undefined}
      feed={{ title: filterSentence(page, asFeed(filter), names), ...feedOfFilter(filter) }}
      script={props.script}
      skip={{ to: "works", says: t("Skip to the stories") }}
      noindex={!isPlain || found.previous !== null || props.open !== null}
    >
      <header class="page-head find-head">
        <h1>{t("Find stories")}</h1>
        <p class="lead find-sentence">
          <SentenceOfFilter page={page} filter={filter} names={names} />
        </p>
        <p class="quiet">{t("{count, plural, one {# work} other {# works}}", { count: found.total })}</p>
      </header>
      <WhatWentWrong {...props} />
      <QueryBox page={page} base={props.base} names={names} typed={props.typed} />
      <OtherReadings {...props} />
      <Chosen page={page} filter={filter} names={names} />
      <KeepFilter page={page} filter={filter} kept={props.kept} />
      <div class="find">
        <details class="find-narrow" open={props.open !== null}>
          <summary>{t("Narrow this list")}</summary>
          <FilterForm page={page} filter={filter} counted={props.sorts} />
          <Facets page={page} filter={filter} names={names} found={found} open={props.open} />
        </details>
        <section class="find-works" id="works" tabindex={-1} aria-labelledby="found">
          <h2 id="found" class="visually-hidden">
            {t("What was found")}
          </h2>
          {found.total > 1 && <Sorts page={page} filter={filter} counted={props.sorts} />}
          <ReadSwitch page={page} manner={props.readManner} />
          {found.total + found.folded === 0 ? (
            <p class="quiet find-nothing">
              {found.hidden > 0
                ? t("Your rules leave nothing of what matches all of this.")
                : t("No work matches all of this. Take something off above to find more.")}
            </p>
          ) : (
            <ul class="works">
              {props.works.map((work) => (
                <WorkBlurb page={page} work={work} level={3}>
                  <TextSnippets work={work} snippets={props.snippets?.get(work.id) ?? []} />
                </WorkBlurb>
              ))}
            </ul>
          )}
          <QuietCount {...found} page={page} />
          <PageTurner
            page={page}
            found={found}
            urlOf={(place) =>
              asShownHere(page, urls.works([address, queryOfPlace(place)].filter(Boolean).join("&")))
            }
          />
        </section>
      </div>
    </Layout>
  );
}

/** The count comes first: it is what somebody listening waits for. */
function titleOf({ t }: Page, sentence: string, total: number): string {
  return t("{count, plural, one {# work} other {# works}}: {sentence}", { count: total, sentence });
}

import { Form, HiddenField, SubmitButton, TextField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { Facet, Found } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { type FacetValueView, type FacetView, facetViews } from "./facet-views.ts";
import { HiddenParts } from "./hidden-parts.tsx";

/** A facet whose further values were asked for: what was typed to find them, and which they are. */
export type OpenFacet = { typed: string; facet: Facet };

/** Every facet as links: one click asks for a value, the link beside it keeps it out. */
export function Facets(props: {
  page: Page;
  filter: WorkFilter;
  names: FilterNames;
  found: Found;
  open: OpenFacet | null;
}) {
  const { page, filter, names, found, open } = props;
  const facets = found.facets.map((facet) => (facet.kind === open?.facet.kind ? open.facet : facet));
  const views = facetViews(page, filter, names, facets, found.total);
  // What was typed may be in no name; the field must stay to type something else.
  return (
    <>
      {open && !views.some(({ kind }) => kind === open.facet.kind) && (
        <section class="facet">
          <p class="quiet small">{page.t("No name there has “{typed}” in it.", { typed: open.typed })}</p>
          <MoreForm page={page} filter={filter} open={open} />
        </section>
      )}
      {views.map((facet, index) => (
        <FacetSection
          page={page}
          filter={filter}
          facet={facet}
          id={`facet-${index + 1}`}
          open={facet.kind === open?.facet.kind ? open : null}
        />
      ))}
    </>
  );
}

function FacetSection(props: {
  page: Page;
  filter: WorkFilter;
  facet: FacetView;
  id: string;
  open: OpenFacet | null;
}) {
  const { page, filter, facet, id, open } = props;
  const more = [queryOfFilter(filter), String(new URLSearchParams({ more: facet.kind }))].filter(Boolean);
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id} dir="auto">
        {facet.heading}
      </h2>
      {open && <MoreForm page={page} filter={filter} open={open} />}
      <ul>
        {facet.values.map((value) => (
          <FacetValue page={page} value={value} />
        ))}
      </ul>
      {facet.more && !open && (
        <p class="facet-more">
          <a
            href={`${urls.works(more.join("&"))}#more`}
            aria-label={page.t("More of these: {facet}", { facet: facet.heading })}
          >
            {page.t("More of these")}
          </a>
        </p>
      )}
    </section>
  );
}

/** Values further down the list are found by typing a part of their name. */
function MoreForm({ page, filter, open }: { page: Page; filter: WorkFilter; open: OpenFacet }) {
  return (
    <Form page={page} action={`${urls.works()}#more`} method="get" id="more" class="facet-form">
      <HiddenParts filter={filter} />
      <HiddenField name="more" value={open.facet.kind} />
      <TextField
        page={page}
        name="typed"
        label={page.t("Part of a name")}
        value={open.typed}
        autocomplete="off"
        spellcheck={false}
      />
      <SubmitButton kind="quiet">{page.t("Show")}</SubmitButton>
    </Form>
  );
}

function FacetValue({ page, value }: { page: Page; value: FacetValueView }) {
  const { t } = page;
  const { name, count, standing } = value;
  const to = (filter: WorkFilter) => urls.works(queryOfFilter(filter));
  if (standing !== null)
    return (
      <li class={`facet-value facet-value-${standing}`}>
        <span class="facet-name">
          <bdi>{name}</bdi>
        </span>
        <a
          href={to(value.neither)}
          aria-label={standing === "in" ? t("Take off: {name}", { name }) : t("Let in: {name}", { name })}
        >
          {standing === "in" ? t("take off") : t("let in")}
        </a>
      </li>
    );
  return (
    <li class="facet-value">
      <a class="facet-name" href={to(value.wanted)}>
        <bdi>{name}</bdi>
      </a>
      <span class="count">{t("{count, number}", { count })}</span>
      {value.keptOut && (
        <a class="facet-out" href={to(value.keptOut)} aria-label={t("not {name}", { name })}>
          {t("not")}
        </a>
      )}
    </li>
  );
}

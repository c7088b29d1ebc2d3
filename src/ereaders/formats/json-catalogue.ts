import type { CatalogueFeed, Publication } from "../catalogue.ts";

/** The media types of a feed and of one publication (OPDS 2.0, sections 1 and 5.1). */
export const jsonCatalogueType = "application/opds+json";
export const jsonPublicationType = "application/opds-publication+json";

/** A feed as OPDS 2.0 has it (https://drafts.opds.io/opds-2.0): a collection in the Readium manifest's model. */
export function jsonCatalogue(feed: CatalogueFeed): string {
  const { content } = feed;
  const link = (rel: string, href: string | null) =>
    href === null ? [] : [{ rel, href, type: jsonCatalogueType }];
  return JSON.stringify({
    metadata: {
      title: feed.title,
      modified: dateTime(feed.updated),
      ...(feed.total === null ? {} : { numberOfItems: feed.total }),
      ...(feed.perPage === null ? {} : { itemsPerPage: feed.perPage }),
    },
    links: [
      ...link("self", feed.self),
      ...link("start", feed.start),
      ...link("up", feed.up),
      ...link("first", feed.first),
      ...link("next", feed.next),
      {
        rel: "search",
        href: feed.search.template.replace("?query={query}", "{?query}"),
        type: jsonCatalogueType,
        templated: true,
      },
    ],
    ...(content.kind === "navigation"
      ? {
          navigation: content.entries.map(({ title, href, count }) => ({
            title,
            href,
            type: jsonCatalogueType,
            rel: "subsection",
            ...(count === null ? {} : { properties: { numberOfItems: count } }),
          })),
        }
      : { publications: content.publications.map(publicationObject) }),
  });
}

/** One publication by itself (section 5.1). */
export function jsonPublication(work: Publication): string {
  return JSON.stringify(publicationObject(work));
}

function publicationObject(work: Publication): object {
  const way = (catalogue: string | null) =>
    catalogue === null ? {} : { links: [{ href: catalogue, type: jsonCatalogueType }] };
  return {
    metadata: {
      "@type": "http://schema.org/Book",
      identifier: work.id,
      title: work.title,
      language: work.language,
      modified: dateTime(work.updated),
      ...(work.published === null ? {} : { published: dateTime(work.published) }),
      ...(work.authors.length === 0
        ? {}
        : { author: work.authors.map(({ name, catalogue }) => ({ name, ...way(catalogue) })) }),
      ...(work.summaryText === "" ? {} : { description: work.summaryText }),
      ...(work.subjects.length === 0
        ? {}
        : {
            subject: work.subjects.map(({ name, scheme, catalogue }) => ({
              name,
              scheme,
              ...way(catalogue),
            })),
          }),
      ...(work.series.length === 0
        ? {}
        : {
            belongsTo: {
              series: work.series.map(({ name, number, catalogue }) => ({
                name,
                ...(number === null ? {} : { position: number }),
                ...way(catalogue),
              })),
            },
          }),
    },
    links: [
      { rel: "self", href: work.self, type: jsonPublicationType },
      {
        rel: `http://opds-spec.org/acquisition${work.isOpen ? "/open-access" : ""}`,
        href: work.file,
        type: "application/epub+zip",
      },
      { rel: "alternate", href: work.page, type: "text/html" },
    ],
    images: [{ href: work.picture, type: "image/png" }],
  };
}

function dateTime(at: number): string {
  return new Date(at).toISOString();
}

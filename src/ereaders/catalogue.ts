/** A feed of a catalogue, whatever form it is sent in. Addresses are absolute, times ms since 1970, UTC. */
export type CatalogueFeed = {
  /** An IRI of its own that never changes. */
  id: string;
  title: string;
  updated: number;
  language: string;
  author: string;
  self: string;
  start: string;
  up: string | null;
  /** Where the search is described (OpenSearch), and where it is asked, with {query} in it. */
  search: { description: string; template: string };
  first: string | null;
  next: string | null;
  total: number | null;
  perPage: number | null;
  content:
    | { kind: "navigation"; entries: NavigationEntry[] }
    | { kind: "acquisition"; publications: Publication[] };
};

/** A way on. */
export type NavigationEntry = {
  id: string;
  title: string;
  about: string;
  href: string;
  kind: "navigation" | "acquisition";
  count: number | null;
};

/** Something that can be carried away. */
export type Publication = {
  id: string;
  title: string;
  language: string;
  updated: number;
  published: number | null;
  authors: { name: string; catalogue: string | null }[];
  subjects: { name: string; scheme: string; catalogue: string | null }[];
  series: { name: string; number: number | null; catalogue: string }[];
  summaryHtml: string;
  summaryText: string;
  /** Its own document (OPDS 2.0), the page people read, the file, and a picture. */
  self: string;
  page: string;
  file: string;
  /** Whether anybody may have the file. */
  isOpen: boolean;
  picture: string;
};

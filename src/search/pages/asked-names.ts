/** Nobody types more than this of a name. */
const mostTyped = 100;

const mostKinds = 20;

/** What was typed to find a name, on one line and without what no database stores. */
export function typedIn(query: URLSearchParams, name = "typed", most = mostTyped): string {
  return (query.get(name) ?? "")
    .slice(0, most)
    .toWellFormed()
    .replaceAll("\u0000", " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The kinds of tag asked for, as `urls.tagSuggestions` says them or one field each; none: all. */
export function kindsAsked(query: URLSearchParams): string[] {
  return query
    .getAll("kind")
    .flatMap((ids) => ids.split("."))
    .filter((id) => /^[a-z0-9-]{1,60}$/.test(id))
    .slice(0, mostKinds);
}

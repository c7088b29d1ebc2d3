import type { Child } from "hono/jsx";
import type { TagKind } from "../../tags/tags.ts";
import type { Page } from "../../ui/page.ts";
import type { TagSuggestion } from "../found.ts";

/** Names that have what was typed, each with the name it was met by and its works. `kinds`: where they are told apart by kind. */
export function OfferedNames(props: {
  page: Page;
  tags: TagSuggestion[];
  typed: string;
  kinds?: TagKind[];
  urlOf: (id: string) => string;
  besides?: (name: string) => Child;
}) {
  const { page, tags, typed, kinds = [], urlOf, besides } = props;
  const { t } = page;
  if (tags.length === 0) return <p class="quiet">{t("No name there has “{typed}” in it.", { typed })}</p>;
  return (
    <section aria-labelledby="names">
      <h2 id="names">
        {t("{count, plural, one {# name with “{typed}” in it} other {# names with “{typed}” in them}}", {
          count: tags.length,
          typed,
        })}
      </h2>
      <ul class="index-list offered-names">
        {tags.map(({ id, kindId, name, by, count }) => (
          <li>
            <span>
              <a href={urlOf(id)}>
                <bdi>{name}</bdi>
              </a>{" "}
              <span class="quiet small">
                {[
                  kinds.find((kind) => kind.id === kindId)?.name,
                  by === null ? undefined : t("also called {name}", { name: by }),
                ]
                  .filter((words) => words !== undefined)
                  .join(" · ")}
              </span>
              {besides?.(name)}
            </span>
            <span class="count">{t("{count, plural, one {# work} other {# works}}", { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

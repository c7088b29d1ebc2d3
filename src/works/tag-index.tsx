import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import type { CountedTag } from "./work-lists.ts";

/** Tags in the order given, each with the number of works the person can see under it. */
export function TagIndex({ page, tags }: { page: Page; tags: CountedTag[] }) {
  return (
    <ul class="index-list">
      {tags.map(({ id, name, count }) => (
        <li>
          <a href={urls.tag(id)}>
            <span dir="auto">{name}</span>
          </a>
          <span class="count">{page.t("{count, plural, one {# work} other {# works}}", { count })}</span>
        </li>
      ))}
    </ul>
  );
}

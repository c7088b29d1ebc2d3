import type { Page } from "../ui/page.ts";
import { urls } from "../vocabulary/urls.ts";
import { Joined } from "./joined.tsx";
import type { WorkTag } from "./work.ts";

/** Tags in the author's spelling and order, each leading to the works under it. */
export function TagList({ tags }: { tags: WorkTag[] }) {
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li>
          <TagLink tag={tag} />
        </li>
      ))}
    </ul>
  );
}

/** The fandoms of a work in one line. */
export function Fandoms({ page, fandoms }: { page: Page; fandoms: WorkTag[] }) {
  if (fandoms.length === 0) return null;
  return (
    <p class="work-fandoms">
      <Joined page={page} items={fandoms.map((tag) => <TagLink tag={tag} />)} />
    </p>
  );
}

function TagLink({ tag }: { tag: WorkTag }) {
  return (
    <a href={urls.tag(tag.tagId)} rel="tag" dir="auto">
      {tag.name}
    </a>
  );
}

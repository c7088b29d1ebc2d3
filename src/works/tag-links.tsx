import type { TagWeight } from "../tags/tags.ts";
import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
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

/** The same in groups, said in words: what the work is mainly about, what stands on the side, what is only mentioned. */
export function TagsByWeight({ page, tags }: { page: Page; tags: WorkTag[] }) {
  const main = weighing(tags, "main");
  return (
    <>
      {main.length > 0 && <TagList tags={main} />}
      <LesserTags says={page.t("On the side:")} tags={weighing(tags, "side")} />
      <MentionedTags page={page} tags={tags} />
    </>
  );
}

/** Those of the tags that are only mentioned, and a word that they are. */
export function MentionedTags({ page, tags }: { page: Page; tags: WorkTag[] }) {
  return <LesserTags says={page.t("Only mentioned:")} tags={weighing(tags, "mention")} />;
}

function LesserTags({ says, tags }: { says: string; tags: WorkTag[] }) {
  if (tags.length === 0) return null;
  return (
    <div class="lesser-tags">
      <p>{says}</p> <TagList tags={tags} />
    </div>
  );
}

/** What a work is about, without what is only mentioned. */
export function withoutMentions(tags: WorkTag[]): WorkTag[] {
  return tags.filter(({ weight }) => weight !== "mention");
}

/** The fandoms of a work in one line. */
export function Fandoms({ page, fandoms }: { page: Page; fandoms: WorkTag[] }) {
  if (fandoms.length === 0) return null;
  return (
    <p class="work-fandoms">
      <TagNames page={page} tags={fandoms} />
    </p>
  );
}

/** The fandoms of a work, a line for those it is mainly about and a quieter one for each lesser weight. */
export function FandomsByWeight({ page, fandoms }: { page: Page; fandoms: WorkTag[] }) {
  const lesser: { weight: TagWeight; says: string }[] = [
    { weight: "side", says: "On the side: {names}" },
    { weight: "mention", says: "Only mentioned: {names}" },
  ];
  return (
    <>
      <Fandoms page={page} fandoms={weighing(fandoms, "main")} />
      {lesser.map(({ weight, says }) => {
        const tags = weighing(fandoms, weight);
        return (
          tags.length > 0 && (
            <p class="work-fandoms quiet small">
              <Sentence page={page} says={says} parts={{ names: <TagNames page={page} tags={tags} /> }} />
            </p>
          )
        );
      })}
    </>
  );
}

function TagNames({ page, tags }: { page: Page; tags: WorkTag[] }) {
  return <Joined page={page} items={tags.map((tag) => <TagLink tag={tag} />)} />;
}

function TagLink({ tag }: { tag: WorkTag }) {
  return (
    <a href={urls.tag(tag.tagId)} rel="tag" dir="auto">
      {tag.name}
    </a>
  );
}

function weighing(tags: WorkTag[], weight: TagWeight): WorkTag[] {
  return tags.filter((tag) => tag.weight === weight);
}

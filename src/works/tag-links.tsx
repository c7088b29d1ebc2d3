import type { TagWeight } from "../tags/tags.ts";
import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import { Joined } from "./joined.tsx";
import { languageOfWords } from "./language-of-words.ts";
import type { WorkTag } from "./work.ts";

/** Where tags stand: the page, and the language of the work they are of, when they are of one. */
type Beside = { page: Page; language?: string | undefined };

/** Tags in the author's spelling and order, each leading to the works under it. */
export function TagList({ tags, ...beside }: { tags: WorkTag[] } & Beside) {
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li>
          <TagLink tag={tag} {...beside} />
        </li>
      ))}
    </ul>
  );
}

/** The same in groups, said in words: what the work is mainly about, what stands on the side, what is only mentioned. */
export function TagsByWeight({ tags, ...beside }: { tags: WorkTag[] } & Beside) {
  const main = weighing(tags, "main");
  return (
    <>
      {main.length > 0 && <TagList tags={main} {...beside} />}
      <LesserTags says={beside.page.t("On the side:")} tags={weighing(tags, "side")} {...beside} />
      <MentionedTags tags={tags} {...beside} />
    </>
  );
}

/** Those of the tags that are only mentioned, and a word that they are. */
export function MentionedTags({ tags, ...beside }: { tags: WorkTag[] } & Beside) {
  return <LesserTags says={beside.page.t("Only mentioned:")} tags={weighing(tags, "mention")} {...beside} />;
}

function LesserTags({ says, tags, ...beside }: { says: string; tags: WorkTag[] } & Beside) {
  if (tags.length === 0) return null;
  return (
    <div class="lesser-tags">
      <p>{says}</p> <TagList tags={tags} {...beside} />
    </div>
  );
}

/** What a work is about, without what is only mentioned. */
export function withoutMentions(tags: WorkTag[]): WorkTag[] {
  return tags.filter(({ weight }) => weight !== "mention");
}

/** The fandoms of a work in one line. */
export function Fandoms({ fandoms, ...beside }: { fandoms: WorkTag[] } & Beside) {
  if (fandoms.length === 0) return null;
  return (
    <p class="work-fandoms">
      <TagNames tags={fandoms} {...beside} />
    </p>
  );
}

/** The fandoms of a work, a line for those it is mainly about and a quieter one for each lesser weight. */
export function FandomsByWeight({ fandoms, ...beside }: { fandoms: WorkTag[] } & Beside) {
  const lesser: { weight: TagWeight; says: string }[] = [
    { weight: "side", says: "On the side: {names}" },
    { weight: "mention", says: "Only mentioned: {names}" },
  ];
  return (
    <>
      <Fandoms fandoms={weighing(fandoms, "main")} {...beside} />
      {lesser.map(({ weight, says }) => {
        const tags = weighing(fandoms, weight);
        return (
          tags.length > 0 && (
            <p class="work-fandoms quiet small">
              <Sentence
                page={beside.page}
                says={says}
                parts={{ names: <TagNames tags={tags} {...beside} /> }}
              />
            </p>
          )
        );
      })}
    </>
  );
}

function TagNames({ tags, ...beside }: { tags: WorkTag[] } & Beside) {
  return <Joined page={beside.page} items={tags.map((tag) => <TagLink tag={tag} {...beside} />)} />;
}

function TagLink({ tag, page, language }: { tag: WorkTag } & Beside) {
  const lang = language === undefined ? undefined : languageOfWords(tag.name, language, page.locale);
  return (
    <a href={urls.tag(tag.tagId)} rel="tag" lang={lang} dir="auto">
      {tag.name}
    </a>
  );
}

function weighing(tags: WorkTag[], weight: TagWeight): WorkTag[] {
  return tags.filter((tag) => tag.weight === weight);
}

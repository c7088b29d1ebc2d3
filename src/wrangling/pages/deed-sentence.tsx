import type { Child } from "hono/jsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { LoggedBatch, LoggedDeed } from "../wrangling-log.ts";

/** What was done, in words; the tags are links to their pages on the desk. */
export function DeedSentence({ page, deed }: { page: Page; deed: LoggedDeed }) {
  const { about } = deed;
  const parts = {
    tag: <TagName deed={deed} tagId={deed.tagId} />,
    into: <TagName deed={deed} tagId={about.into} />,
    parent: <TagName deed={deed} tagId={about.parent} />,
    was: <Name>{about.was}</Name>,
    name: <Name>{about.name}</Name>,
  };
  return (
    <Sentence page={page} says={sentenceOf(deed.deed)} parts={parts} values={{ tags: about.tags ?? 0 }} />
  );
}

/** The sentence of deeds done together: the first of them, and how many more. */
export function BatchSentence({ page, batch }: { page: Page; batch: LoggedBatch }) {
  return (
    <>
      <DeedSentence page={page} deed={batch.first} />
      {batch.count > 1 && (
        <> {page.t("and {count, plural, one {# more} other {# more}}", { count: batch.count - 1 })}</>
      )}
    </>
  );
}

/** Every sentence holds only what its deed is about. */
function sentenceOf(deed: string): string {
  switch (deed) {
    case "canonical":
      return "{tag} made canonical";
    case "ordinary":
      return "{tag} is no longer canonical";
    case "merge":
      return "{tag} merged into {into}";
    case "split":
      return "{tag} split from {into}";
    case "put-under":
      return "{tag} put under {parent}";
    case "take-from":
      return "{tag} taken from under {parent}";
    case "rename":
      return "{was} renamed to {name}";
    case "media":
      return "Media of {tag} set";
    case "settle":
      return "{tag} left as it is";
    case "unsettle":
      return "{tag} put back among the new tags";
    case "make":
      return "{tag} made";
    default:
      return "A sheet brought in: {tags, plural, one {# tag} other {# tags}} changed";
  }
}

function TagName({ deed, tagId }: { deed: LoggedDeed; tagId: string | null | undefined }) {
  if (!tagId) return null;
  return <a href={urls.wrangledTag(tagId)}>{<Name>{deed.names.get(tagId)}</Name>}</a>;
}

function Name({ children }: { children?: Child }) {
  return <bdi>{children}</bdi>;
}

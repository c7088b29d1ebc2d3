import { raw } from "hono/html";
import { type Compared, compareStories, hasChanges } from "../../../../story-text/compare-stories.ts";
import { element } from "../../../../story-text/elements.ts";
import { serialiseStory } from "../../../../story-text/serialise.ts";
import type { Page } from "../../../../ui/page.ts";
import { directionOf } from "../../../../ui/translation.ts";
import { chapterLabels } from "../../../chapter-form.ts";
import { type Revision, type RevisionField, revisionFields } from "../../../revisions.ts";
import { ComparedLineShown } from "./compared-line.tsx";
import { foldUnchanged } from "./fold-unchanged.ts";

/** A longer stretch is not worth its weight: the chapter itself has it. */
const longestFold = 300;

/** What changed between two states of a chapter: only the fields that did, word by word. */
export function Comparison(props: { page: Page; language: string; before: Revision; after: Revision }) {
  const { page, before, after } = props;
  const { t } = page;
  const labels = chapterLabels(t);
  const changed = revisionFields.filter((field) => before.fields[field] !== after.fields[field]);
  if (changed.length === 0) return <p>{t("The two versions are the same.")}</p>;
  return (
    <>
      {changed.map((field) => (
        <section aria-labelledby={`changed-${field}`}>
          <h3 id={`changed-${field}`}>{labels[field]}</h3>
          <ComparedField
            page={page}
            language={props.language}
            compared={compareStories(htmlOf(before, field), htmlOf(after, field))}
          />
        </section>
      ))}
    </>
  );
}

/** One field as it was and as it is, word by word, in a heading's section. */
export function ComparedField(props: { page: Page; language: string; compared: Compared[] }) {
  const { page, language, compared } = props;
  const { t } = page;
  if (!hasChanges(compared))
    return (
      <p>
        {t(
          "Only what is not seen changed here: numbers of footnotes, or the language or direction of some words.",
        )}
      </p>
    );
  return (
    <div class="story comparison" lang={language} dir={directionOf(language)}>
      {foldUnchanged(compared).map(({ folded, items }) =>
        folded ? <Unchanged page={page} items={items} /> : <ComparedItems page={page} items={items} />,
      )}
    </div>
  );
}

/** A stretch that stayed, folded away until it is asked for. */
function Unchanged({ page, items }: { page: Page; items: Compared[] }) {
  const says = page.t("… {count, plural, one {# paragraph} other {# paragraphs}} unchanged …", {
    count: items.length,
  });
  const own = { lang: page.locale, dir: page.direction };
  if (items.length > longestFold)
    return (
      <p class="unchanged" {...own}>
        {says}
      </p>
    );
  return (
    <details class="unchanged">
      <summary {...own}>{says}</summary>
      <ComparedItems page={page} items={items} />
    </details>
  );
}

function ComparedItems({ page, items }: { page: Page; items: Compared[] }) {
  return (
    <>
      {items.map((item) =>
        item.kind === "block" ? raw(item.html) : <ComparedLineShown page={page} line={item} />,
      )}
    </>
  );
}

/** A field as stored HTML; a title is text. */
function htmlOf({ fields }: Revision, field: RevisionField): string {
  if (field !== "title" || fields.title === "") return fields[field];
  return serialiseStory({
    type: "root",
    children: [element("p", {}, [{ type: "text", value: fields.title }])],
  });
}

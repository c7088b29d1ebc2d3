import { compareStories } from "../../../story-text/compare-stories.ts";
import { element } from "../../../story-text/elements.ts";
import { serialiseStory } from "../../../story-text/serialise.ts";
import { StoryRefused } from "../../../story-text/story-refused.ts";
import { noteFromTyped, storyFromTyped } from "../../../story-text/typed.ts";
import type { Page } from "../../../ui/page.ts";
import { ComparedField } from "./revisions/comparison.tsx";

/** A field as one text, with what it is called; one of a kind is read as the text of a note or a story. */
export type ShownField = { label: string; text: string; kind?: "line" | "note" | "story" };

/** The fields of a form that are not the same, as `before` and as `after` has them, word by word. */
export function FieldDifferences(props: {
  page: Page;
  /** BCP 47 tag of the story's language. */
  language: string;
  before: ShownField[];
  after: ShownField[];
}) {
  const { page, language } = props;
  const pairs = differingPairs(props.before, props.after);
  return (
    <>
      {pairs.map(([before, after], index) => (
        <section aria-labelledby={`difference-${index}`}>
          <h3 id={`difference-${index}`}>{after.label}</h3>
          <ComparedField
            page={page}
            language={after.kind === undefined || after.kind === "line" ? page.locale : language}
            compared={compareStories(htmlOf(before), htmlOf(after))}
          />
        </section>
      ))}
    </>
  );
}

/** The fields that two states of one form do not have alike; both are listed in the order of the form. */
export function differingPairs(before: ShownField[], after: ShownField[]): [ShownField, ShownField][] {
  return after.flatMap((field, index): [ShownField, ShownField][] => {
    const was = before[index] ?? { ...field, text: "" };
    return was.text === field.text ? [] : [[was, field]];
  });
}

/** A field as it would be stored; what could not be stored, and what is no text of a story, by its lines. */
function htmlOf({ kind, text }: ShownField): string {
  if (text === "") return "";
  if (kind === undefined || kind === "line") return linesAsHtml(text);
  try {
    return serialiseStory(kind === "note" ? noteFromTyped(text) : storyFromTyped(text));
  } catch (cause) {
    if (!(cause instanceof StoryRefused)) throw cause;
    return linesAsHtml(text);
  }
}

function linesAsHtml(text: string): string {
  const children = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => element("p", {}, [{ type: "text", value: line }]));
  return serialiseStory({ type: "root", children });
}

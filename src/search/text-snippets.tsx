import { urls } from "../vocabulary/urls.ts";
import type { Snippet } from "./text-search.ts";

/** Places in a story, each a link to its chapter, with what was asked for marked. */
export function TextSnippets(props: {
  work: { id: string; language: string };
  snippets: readonly Snippet[];
}) {
  const { work, snippets } = props;
  if (snippets.length === 0) return null;
  return (
    <ul class="snippets">
      {snippets.map((snippet) => (
        <li>
          <a
            href={`${urls.chapter(work.id, snippet.chapterId)}${directiveTo(snippet)}`}
            lang={work.language}
            dir="auto"
          >
            {snippet.pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Words before the place that tell it from others; more would more often fail for a sign the page writes differently. */
const wordsBefore = 3;

/**
 * Has a browser that can scroll to the words themselves (https://wicg.github.io/scroll-to-text-fragment); any other opens
 * the chapter at its beginning.
 */
function directiveTo({ pieces }: Snippet): string {
  const index = pieces.findIndex(({ found }) => found);
  const found = pieces[index]?.text;
  if (!found) return "";
  const before = /(?:[\p{L}\p{N}\p{M}]+ +)+$/u.exec(pieces[index - 1]?.text ?? "")?.[0].trim() ?? "";
  const near = before.split(" ").slice(-wordsBefore).join(" ");
  return `#:~:text=${near === "" ? "" : `${spelled(near)}-,`}${spelled(found)}`;
}

/** A hyphen and a comma mean something in the directive. */
function spelled(words: string): string {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}

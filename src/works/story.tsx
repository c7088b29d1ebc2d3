import { raw } from "hono/html";
import { prefixNotes } from "../story-text/footnote-ids.ts";
import { directionOf } from "../ui/translation.ts";

type StoryProps = {
  html: string;
  language: string;
  /** Goes before the ids of the footnotes, on a page where several chapters would have the same ones. */
  notePrefix?: string;
};

/** The words themselves: stored story HTML, clean since it came in, in the work's own language and direction. */
export function Story({ html, language, notePrefix }: StoryProps) {
  return (
    <div class="story" lang={language} dir={directionOf(language)}>
      {raw(notePrefix === undefined ? html : prefixNotes(html, notePrefix))}
    </div>
  );
}

/** Stored note HTML (a summary, notes, a dedication …) in the language it was written in. */
export function Note(props: { html: string; language: string; class?: string | undefined }) {
  return (
    <div class={props.class ?? "note"} lang={props.language} dir={directionOf(props.language)}>
      {raw(props.html)}
    </div>
  );
}

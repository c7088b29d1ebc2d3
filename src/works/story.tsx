import { raw } from "hono/html";
import { asHeard } from "../story-text/as-heard.ts";
import { directionOf } from "../ui/translation.ts";

/** The words themselves: stored story HTML, clean since it came in, in the work's own language and direction, below an `h2`. */
export function Story(props: {
  html: string;
  language: string;
  /** What a script of the page needs to know of it. */
  attributes?: Record<string, string> | undefined;
}) {
  const { html, language } = props;
  return (
    <div class="story" lang={language} dir={directionOf(language)} {...props.attributes}>
      {raw(asHeard(html, 2))}
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

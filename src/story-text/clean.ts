import { parseHtml } from "./parse-html.ts";
import { sanitiseNote, sanitiseStory } from "./sanitise.ts";
import { serialiseStory } from "./serialise.ts";
import { tidyStory } from "./tidy.ts";

/**
 * The stored form of a story from any HTML: what every handler calls before storing. Cleaning twice changes nothing.
 *
 * @throws {StoryTooLarge} @throws {StoryTooDeep} see `parseHtml`
 */
export function cleanStory(html: string): string {
  return serialiseStory(tidyStory(sanitiseStory(parseHtml(html))));
}

/** The same for a summary, note or dedication, with the smaller allow-list. */
export function cleanNote(html: string): string {
  return serialiseStory(tidyStory(sanitiseNote(parseHtml(html))));
}

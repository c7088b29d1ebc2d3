import type { ReadingDraft } from "../reading-draft.ts";
import { type StoryExtent, type StoryLine, storyLines } from "./story-lines.ts";

const handle = String.raw`@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{0,38}[\p{L}\p{N}_])?`;
/** `@marasea`, `Mara (@marasea) · 2h`: who posts. */
const poster = new RegExp(
  String.raw`^\s*(?:[^\n@:“”"]{0,50}\s)?\(?${handle}\)?(?:\s*[·•|,—–-]\s*[^\n@]{1,30}|\s+\d{1,2}[hmsd]|\s*:)?\s*$`,
  "u",
);
const counted =
  "(?:likes?|loves?|hearts?|retweets?|reposts?|reblogs?|shares?|comments?|repl(?:y|ies)|notes?|views?|favou?rites?|favs?|quotes?|bookmarks?|boosts?)";
const number = String.raw`\d[\d.,]*[KkMm]?`;
/** `12 likes · 3 retweets`, `Likes: 12`, `♥ 12 ↻ 3`: how it was received. */
const counts = new RegExp(
  String.raw`^\s*(?:(?:${number} ${counted}|${counted}:? ${number}|[\p{So}\p{Sm}\u2190-\u21ff]\ufe0f? ?${number}|${number} ?[\p{So}\u2190-\u21ff]\ufe0f?)[\s·•|,;/—–-]*){1,6}$`,
  "iu",
);
const hashtags = /(?:^|\s)#[\p{L}\p{N}_]*\p{L}/u;
const mostLines = 12;

/**
 * Sets a post on a social site apart (T65): from the handle of who posts to its counts. Done when both stand there;
 * proposed when a hashtag takes the counts' place.
 */
export function readPosts(draft: ReadingDraft, extent: StoryExtent): void {
  for (const lines of storyLines(draft, extent)) {
    for (let index = 0; index < lines.length; index++) {
      if (!isPoster(lines[index])) continue;
      const end = endOfPost(lines, index);
      if (end === null) continue;
      addPost(draft, lines.slice(index, end.at + 1), end.isSure);
      index = end.at;
    }
  }
}

function isPoster(line: StoryLine | undefined): boolean {
  return line !== undefined && line.text.length <= 120 && poster.test(line.text);
}

function endOfPost(lines: StoryLine[], first: number): { at: number; isSure: boolean } | null {
  let tagged: number | null = null;
  for (let at = first + 1; at < Math.min(lines.length, first + mostLines); at++) {
    const line = lines[at];
    if (line === undefined || isPoster(line)) break;
    if (line.text.length <= 120 && counts.test(line.text)) return { at: at, isSure: true };
    if (hashtags.test(line.text)) tagged = at;
  }
  return tagged === null ? null : { at: tagged, isSure: false };
}

function addPost(draft: ReadingDraft, lines: StoryLine[], isSure: boolean): void {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first?.beginsBlock || !last || last.to < draft.textOf(last.block).length) return;
  draft.add({
    kind: "post",
    state: isSure ? "applied" : "proposed",
    where: { block: first.block, from: first.from, to: first.to },
    count: lines.length,
    edits: [{ kind: "group", block: first.block, last: last.block, as: "post" }],
  });
}

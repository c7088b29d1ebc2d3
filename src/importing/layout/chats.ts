import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { type ChatLine, chatLine } from "./chat-line.ts";
import { type StoryExtent, type StoryLine, storyLines } from "./story-lines.ts";

interface SpokenLine {
  line: StoryLine;
  chat: ChatLine;
}

const fewestLines = 3;

/**
 * Lays the lines of a chat into a list of who said what and when (T64). Done where at least one line tells the time
 * or has its name in angle brackets; proposed for lower-case names alone, which may be a script's.
 */
export function readChats(draft: ReadingDraft, extent: StoryExtent): void {
  for (const lines of storyLines(draft, extent)) {
    let run: SpokenLine[] = [];
    let continued = 0;
    for (const line of lines) {
      const chat = chatLine(line.text);
      if (chat && mayFollow(run, chat)) {
        run.push({ line, chat });
        continued = 0;
      } else if (!chat && !line.apart && run.length > 0 && continued < 3 && isBroken(run.at(-1)?.line))
        continued++;
      else {
        addChat(draft, run);
        run = chat ? [{ line, chat }] : [];
        continued = 0;
      }
    }
    addChat(draft, run);
  }
}

/** A name alone goes on a chat where the name is known or written as screen names are. */
function mayFollow(run: SpokenLine[], { isSure, name }: ChatLine): boolean {
  if (isSure || run.length === 0) return true;
  return isScreenName(name) || run.some(({ chat }) => chat.name === name && chat.isSure);
}

function isScreenName(name: string): boolean {
  return name === name.toLowerCase() || /[\d_]/u.test(name);
}

/** Mail breaks a long line in the middle. */
function isBroken(line: StoryLine | undefined): boolean {
  return line !== undefined && line.text.length > 55;
}

function addChat(draft: ReadingDraft, run: SpokenLine[]): void {
  const spoken = run.slice(run.findIndex(({ chat }) => chat.isSure || isScreenName(chat.name)));
  const [first, last] = [spoken[0]?.line, spoken.at(-1)?.line];
  const names = new Set(spoken.map(({ chat }) => chat.name.toLowerCase()));
  if (!first || !last || spoken.length < fewestLines || names.size < 2) return;
  // Words before and after the chat in its own block would be laid into it.
  if (!first.beginsBlock || last.to < draft.textOf(last.block).length) return;
  const isSure = spoken.some(({ chat }) => chat.isSure);
  // In a list every name comes once: who talks answers.
  if (!isSure && names.size === spoken.length) return;
  draft.add({
    kind: "chat",
    state: isSure ? "applied" : "proposed",
    where: { block: first.block, from: first.from, to: first.to },
    count: spoken.length,
    edits: [...spoken.flatMap(editsOf), { kind: "group", block: first.block, last: last.block, as: "chat" }],
  });
}

function editsOf({ line, chat }: SpokenLine): Edit[] {
  const { block } = line;
  const placed = ({ from, to }: { from: number; to: number }) => ({
    block,
    from: line.from + from,
    to: line.from + to,
  });
  const apart: Edit = line.beginsBlock
    ? { kind: "stand-apart", block }
    : { kind: "split", block, at: line.from, as: null };
  const edits: Edit[] = [apart, { kind: "set-words", as: "speaker", ...placed(chat.speaker) }];
  if (chat.time) edits.push({ kind: "set-words", as: "time", ...placed(chat.time) });
  for (const sign of chat.signs) edits.push(signGone(line, placed(sign)));
  return edits;
}

/** The signs around a time go, and one space stays where they stood between two words. */
function signGone(line: StoryLine, range: { block: number; from: number; to: number }): Edit {
  const [before, after] = [line.text[range.from - line.from - 1], line.text[range.to - line.from]];
  const parts = before !== undefined && after !== undefined && /\S/u.test(before) && /\S/u.test(after);
  return parts ? { kind: "replace", ...range, with: " " } : { kind: "remove", ...range };
}

import type { ArchiveHandler } from "../../../people/request.ts";
import type { Assets } from "../../../plumbing/http/assets.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { findChapter } from "../../../works/works.ts";
import { longestPassage, passagesOf } from "../../passages.ts";
import { addQuotes, mostWaiting } from "../../quotes.ts";
import { chapterOf, openTalk, type TalkParts } from "../talk/open-talk.ts";
import { paragraphParameter, wordsParameter } from "../talk/passages-asked.ts";
import { QuotePage } from "./quote-page.tsx";

/** Passages on one page. */
const onePage = 60;

/** Shows the paragraphs of a chapter, each to be chosen for quoting. */
export function showQuoting(parts: TalkParts & { assets: Assets }): ArchiveHandler {
  const script = parts.assets.addressOf("quote.js");
  return async (context) => {
    const talk = await openTalk(context, parts);
    const entry = await chapterOf(context, parts, talk);
    if (entry.id !== context.req.param("chapterId"))
      return context.redirect(urls.quoting(talk.work.id, entry.id), 302);
    const chapter = await findChapter(parts.database.reading, { id: talk.work.id, mine: false }, entry.id);
    if (!chapter) throw new NotFound();
    const passages = passagesOf(chapter.story);
    const pages = Math.max(1, Math.ceil(passages.length / onePage));
    const asked = context.req.query("part") ?? "";
    const current = Math.min(Math.max(/^\d{1,6}$/.test(asked) ? Number(asked) : 1, 1), pages);
    return context.html(
      <QuotePage
        page={context.var.page}
        talk={talk}
        chapter={entry}
        passages={passages.slice((current - 1) * onePage, current * onePage)}
        pages={pages}
        current={current}
        script={script}
      />,
    );
  };
}

/** Lays what a member chose into their basket, and leads on to the comment box, or back to the story's paragraphs. */
export function handleQuoting(parts: TalkParts): ArchiveHandler {
  const { database } = parts;
  return async (context) => {
    const { person } = context.var;
    const talk = await openTalk(context, parts);
    const { id: chapterId } = await chapterOf(context, parts, talk);
    const form = await readForm(context);
    // Of a chapter that was joined to another meanwhile, the numbers name other paragraphs.
    const isSame = chapterId === context.req.param("chapterId");
    const numbers = isSame ? form.all(paragraphParameter).slice(0, mostWaiting).map(Number) : [];
    const words = form.text(wordsParameter).trim().slice(0, longestPassage).toWellFormed();
    if (person.kind === "visitor") {
      // A guest's choice travels in the address: nothing is kept about somebody who is not here.
      const query = new URLSearchParams();
      for (const number of numbers) query.append(paragraphParameter, String(number));
      if (words !== "") query.append(wordsParameter, forAddress(words));
      return context.redirect(`${urls.comments(talk.work.id, chapterId)}?${query}#write`, 303);
    }
    const chapter = await findChapter(database.reading, { id: talk.work.id, mine: false }, chapterId);
    if (!chapter) throw new NotFound();
    const chosen = passagesOf(chapter.story, new Set(numbers)).map((passage) => passage.words);
    const passages = words === "" ? chosen : [...chosen, words];
    await database.write((writer) => addQuotes(writer, person, talk.work.id, passages, Date.now()));
    // From the story itself, by its script: the reader stays where they are.
    if (form.text("press") === "stay") return context.body(null, 204);
    if (form.text("press") !== "more")
      return context.redirect(`${urls.comments(talk.work.id, chapterId)}#write`, 303);
    context.var.sayNext("quotes-kept");
    const part = /^\d{1,6}$/.test(form.text("part")) ? Number(form.text("part")) : 1;
    return context.redirect(urls.quoting(talk.work.id, chapterId, part), 303);
  };
}

/** What of an address these words may take, in bytes: servers refuse addresses beyond 16 KB, and every Chinese character takes nine. */
const longestInAddress = 6_000;

/** The beginning of words that an address has room for. */
function forAddress(words: string): string {
  let room = longestInAddress;
  const fitting = [...words].findIndex((character) => {
    room -= encodeURIComponent(character).length;
    return room < 0;
  });
  return fitting < 0 ? words : `${[...words].slice(0, fitting).join("")} …`;
}

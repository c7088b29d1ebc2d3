import { findOwnPseuds, type Pseud } from "../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound, TooManyTries } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { ChapterEntry } from "../../../works/work.ts";
import type { Comment } from "../../comment.ts";
import { gathered, readComment, type TypedComment, typedCommentOf } from "../../comment-form.ts";
import { listOwnHeld } from "../../held-comments.ts";
import { postComment } from "../../post-comment.ts";
import { dropQuotes, listQuotes } from "../../quotes.ts";
import { countChapterTalk, countWorkTalk, findComment, readBelow, readTalk } from "../../talk.ts";
import { refusalSentence, TalkRefused } from "../../talk-refused.ts";
import { CommentPage } from "./comment-page.tsx";
import { CommentsPage } from "./comments-page.tsx";
import { limitGuestTries, type SpendComment, tooMuch } from "./limit-comments.ts";
import { chapterOf, commentOf, type OpenTalk, openTalk, type TalkParts } from "./open-talk.ts";
import { passagesAsked } from "./passages-asked.ts";

/** Where something is said: under a work, under a chapter, or to a comment. */
type Where = { chapter: ChapterEntry | null; parent: Comment | null };

/** A form that comes back: what was typed, and what must be put right. */
type Again = { typed: TypedComment; errors: FieldErrors; status: 200 | 422 | 429 };

/** Shows the talk under a work, or under the chapter that the address names. */
export function showTalk(parts: TalkParts): ArchiveHandler {
  return async (context) => {
    const talk = await openTalk(context, parts);
    const asked = context.req.param("chapterId");
    if (asked === undefined) return answer(context, parts, talk, { chapter: null, parent: null }, null);
    const chapter = await chapterOf(context, parts, talk);
    if (chapter.id !== asked) return context.redirect(urls.comments(talk.work.id, chapter.id), 302);
    return answer(context, parts, talk, { chapter, parent: null }, null);
  };
}

/** Shows one comment with what was answered to it. */
export function showComment(parts: TalkParts): ArchiveHandler {
  return async (context) => {
    const talk = await openTalk(context, parts);
    const parent = await commentOf(context, parts, talk);
    return answer(context, parts, talk, { chapter: null, parent }, null);
  };
}

/** Takes a comment on a work or a chapter, or an answer to a comment; the address says which. */
export function handleTalk(parts: TalkParts, spend: SpendComment): ArchiveHandler {
  const { database } = parts;
  const spendTry = limitGuestTries();
  return async (context) => {
    const { person, page } = context.var;
    const talk = await openTalk(context, parts);
    const form = await readForm(context);
    const typed = typedCommentOf(form);
    const where = await whereOf(context, parts, talk);
    if (where === null) {
      if (typed.comment.trim() === "") throw new NotFound();
      const comment = page.t(
        "What you wrote about is not here any longer. Your words are: posted now, they stand under the whole work.",
      );
      const underWork = { chapter: null, parent: null };
      return answer(context, parts, talk, underWork, { typed, errors: { comment }, status: 422 });
    }
    const { chapter, parent } = where;
    const again = (status: Again["status"], errors: FieldErrors = {}, changed: Partial<TypedComment> = {}) =>
      answer(context, parts, talk, where, { typed: { ...typed, ...changed }, errors, status });

    const dropped = /^drop-(\d{1,2})$/.exec(form.text("press"))?.[1];
    if (dropped !== undefined) {
      const words = typed.quoted[Number(dropped)];
      if (words !== undefined && person.kind === "member")
        await database.write((writer) => dropQuotes(writer, person, talk.work.id, [words]));
      return again(200, {}, { quoted: typed.quoted.filter((one) => one !== words) });
    }
    if (form.text("press") === "gather") {
      if (person.kind === "member")
        await database.write((writer) => dropQuotes(writer, person, talk.work.id, typed.quoted));
      return again(200, {}, { comment: gathered(typed), quoted: [] });
    }

    const pseuds = await pseudsOf(context, parts);
    const most = talk.settings.commentCharacters;
    try {
      await spendTry(context);
      const { read, errors } = await readComment(database.reading, person, pseuds, typed, most, page.t);
      if (errors) return again(422, errors);
      await spend(context, talk.settings);
      const { commentId, held } = await database.write(async (writer) => {
        const posted = await postComment(
          writer,
          person,
          { workId: talk.work.id, chapterId: chapter?.id ?? null, parentId: parent?.id ?? null, ...read },
          talk.settings,
          Date.now(),
        );
        if (person.kind === "member") await dropQuotes(writer, person, talk.work.id, typed.quoted);
        return posted;
      });
      if (chapter && !talk.work.mine) context.set("reachedEnd", [chapter.id]);
      context.var.sayNext(held ? "comment-waits" : "comment-posted");
      const back = parent ? urls.comment(talk.work.id, parent.id) : urls.comments(talk.work.id, chapter?.id);
      return context.redirect(held ? back : urls.comment(talk.work.id, commentId), 303);
    } catch (cause) {
      if (cause instanceof TalkRefused) return again(422, { comment: refusalSentence(page.t, cause.reason) });
      if (!(cause instanceof TooManyTries)) throw cause;
      return again(429, { comment: tooMuch(context, cause) });
    }
  };
}

/** Where a request wants something said; null when that was taken away, perhaps while it was typed. */
async function whereOf(context: ArchiveContext, parts: TalkParts, talk: OpenTalk): Promise<Where | null> {
  const named = (name: "chapterId" | "commentId") => context.req.param(name) !== undefined;
  try {
    return {
      chapter: named("chapterId") ? await chapterOf(context, parts, talk) : null,
      parent: named("commentId") ? await commentOf(context, parts, talk) : null,
    };
  } catch (cause) {
    if (cause instanceof NotFound) return null;
    throw cause;
  }
}

async function pseudsOf(context: ArchiveContext, { database }: TalkParts): Promise<Pseud[]> {
  const { person } = context.var;
  return person.kind === "member" ? findOwnPseuds(database.reading, person.accountId) : [];
}

async function answer(
  context: ArchiveContext,
  parts: TalkParts,
  talk: OpenTalk,
  where: Where,
  again: Again | null,
) {
  const { person, page } = context.var;
  const { reading } = parts.database;
  const { work, standing, settings } = talk;
  const after = again ? null : (context.req.query("after") ?? null);
  const pseuds = await pseudsOf(context, parts);
  const typed = again?.typed ?? (await freshForm(context, parts, talk, pseuds));
  const shared = { page, talk, typed, errors: again?.errors ?? {}, pseuds, goesOn: after !== null };
  if (where.parent) {
    const { parent: comment } = where;
    const [shown, parent] = await Promise.all([
      readBelow(reading, person, comment, standing.screens, after, settings.commentsPerPage),
      comment.parentId === null
        ? undefined
        : findComment(reading, person, work.id, comment.parentId, standing.screens),
    ]);
    const replying = again !== null || context.req.query("reply") !== undefined;
    return context.html(
      <CommentPage
        {...shared}
        action={urls.comment(work.id, comment.id)}
        comment={comment}
        parent={parent ?? null}
        shown={shown}
        replying={replying}
      />,
      again?.status ?? 200,
    );
  }
  const { chapter } = where;
  const place = { workId: work.id, chapterId: chapter?.id };
  const [shown, count, waiting] = await Promise.all([
    readTalk(reading, person, place, standing.screens, after, settings.commentsPerPage),
    chapter ? countChapterTalk(reading, chapter.id) : countWorkTalk(reading, work.id),
    person.kind === "member" ? listOwnHeld(reading, person, work.id, chapter?.id) : [],
  ]);
  return context.html(
    <CommentsPage
      {...shared}
      action={urls.comments(work.id, chapter?.id)}
      chapter={chapter}
      shown={shown}
      count={count}
      waiting={waiting}
    />,
    again?.status ?? 200,
  );
}

/** An empty form, with what was chosen to be quoted and the name one would speak under. */
async function freshForm(
  context: ArchiveContext,
  { database }: TalkParts,
  { work, standing }: OpenTalk,
  pseuds: readonly Pseud[],
): Promise<TypedComment> {
  const { person } = context.var;
  const authors = work.creators.flatMap(({ role, pseudId }) => (role === "author" ? [pseudId] : []));
  const own = standing.isAuthor ? pseuds.find(({ id }) => authors.includes(id)) : undefined;
  const quoted =
    person.kind === "member"
      ? await listQuotes(database.reading, person, work.id)
      : await passagesAsked(context, database.reading, work);
  return { comment: "", name: "", pseud: (own ?? pseuds[0])?.id ?? "", quoted };
}

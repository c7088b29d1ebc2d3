import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound, TooManyTries } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { SavedMeanwhile } from "../../../works/own-work.ts";
import { readText } from "../../comment-form.ts";
import { editComment } from "../../edit-comment.ts";
import { listVersions, type OwnComment, ownComment } from "../../own-comments.ts";
import { removeComment } from "../../remove-comment.ts";
import { returnComment } from "../../return-comment.ts";
import { freezeThread, holdBack, letIn } from "../../screen-comment.ts";
import { refusalSentence, TalkRefused } from "../../talk-refused.ts";
import { typedFromComment } from "../../typed-comment.ts";
import { EditCommentPage, NotReturnedPage, RemoveCommentPage, VersionsPage } from "./change-pages.tsx";
import { type SpendComment, tooMuch } from "./limit-comments.ts";
import { commentOf, openTalk, type TalkParts } from "./open-talk.ts";

/** Shows a comment's writer the field to say it anew in. */
export function showEditComment(parts: TalkParts): ArchiveHandler {
  return async (context) => {
    const { comment } = await ownCommentOf(context, parts);
    return answerEdit(context, parts, comment, typedFromComment(comment.text), comment.version, {}, 200);
  };
}

/** Says a comment anew. */
export function handleEditComment(parts: TalkParts, spend: SpendComment): ArchiveHandler {
  const { database } = parts;
  return async (context) => {
    const { member, comment } = await ownCommentOf(context, parts);
    const { t } = context.var.page;
    const form = await readForm(context);
    const typed = form.text("comment");
    const version = /^\d{1,9}$/.test(form.text("version")) ? Number(form.text("version")) : 0;
    const errors: FieldErrors = {};
    const settings = await parts.settings.current();
    const { commentCharacters: most } = settings;
    const text = readText({ comment: typed, quoted: [] }, most, member, t, errors);
    if (Object.keys(errors).length > 0)
      return answerEdit(context, parts, comment, typed, version, errors, 422);
    try {
      await spend(context, settings);
      const { held } = await database.write((writer) =>
        editComment(writer, member, comment.workId, comment.id, version, text, Date.now()),
      );
      context.var.sayNext(held ? "comment-waits" : "comment-saved");
      return context.redirect(urls.comment(comment.workId, comment.id), 303);
    } catch (cause) {
      if (cause instanceof TalkRefused)
        return answerEdit(
          context,
          parts,
          comment,
          typed,
          version,
          { comment: refusalSentence(t, cause.reason) },
          422,
        );
      if (cause instanceof TooManyTries)
        return answerEdit(context, parts, comment, typed, version, { comment: tooMuch(context, cause) }, 429);
      if (!(cause instanceof SavedMeanwhile)) throw cause;
      const sentence = t(
        "The comment was changed meanwhile, perhaps in another window. What you typed is below; posting it now replaces what stands.",
      );
      return answerEdit(context, parts, comment, typed, comment.version, { comment: sentence }, 409);
    }
  };
}

async function answerEdit(
  context: ArchiveContext,
  { settings }: TalkParts,
  comment: OwnComment,
  typed: string,
  version: number,
  errors: FieldErrors,
  status: 200 | 409 | 422 | 429,
) {
  const most = (await settings.current()).commentCharacters;
  return context.html(
    <EditCommentPage page={context.var.page} {...{ comment, typed, version, most, errors }} />,
    status,
  );
}

/** Asks whether a comment shall be removed. */
export function showCommentRemoval(parts: TalkParts): ArchiveHandler {
  return async (context) => {
    const removal = await commentToRemove(context, parts);
    const { daysInTrash } = await parts.settings.current();
    return context.html(<RemoveCommentPage page={context.var.page} {...{ ...removal, daysInTrash }} />);
  };
}

/** Removes a comment, and leads back to the talk it stood in. */
export function handleCommentRemoval(parts: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const [workId, commentId] = idsIn(context);
    await parts.database.write((writer) => removeComment(writer, member, workId, commentId, Date.now()));
    context.var.sayNext("comment-removed");
    const form = await readForm(context);
    const talk = urls.comments(workId, form.text("chapter") || null);
    return context.redirect(form.text("mine") === "" ? talk : urls.ownComments(), 303);
  };
}

/** Gives a removed comment back, and leads to it. */
export function handleCommentReturn({ database, settings }: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const [workId, commentId] = idsIn(context);
    const current = await settings.current();
    try {
      const { held } = await database.write((writer) =>
        returnComment(writer, member, workId, commentId, current, Date.now()),
      );
      context.var.sayNext(held ? "comment-returned-held" : "comment-returned");
      return context.redirect(urls.comment(workId, commentId), 303);
    } catch (cause) {
      if (!(cause instanceof TalkRefused)) throw cause;
      return context.html(<NotReturnedPage page={context.var.page} reason={cause.reason} />, 422);
    }
  };
}

/** Lets a comment in, holds it back, freezes its thread or lets it go on, and leads back to where that was pressed. */
export function handleScreening({ database }: TalkParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const [workId, commentId] = idsIn(context);
    const now = Date.now();
    switch ((await readForm(context)).text("press")) {
      case "let-in":
        await database.write((writer) => letIn(writer, member, workId, commentId, now));
        context.var.sayNext("comment-let-in");
        break;
      case "hold":
        await database.write((writer) => holdBack(writer, member, workId, commentId, now));
        context.var.sayNext("comment-held");
        break;
      case "freeze":
        await database.write((writer) => freezeThread(writer, member, workId, commentId, true, now));
        context.var.sayNext("thread-frozen");
        break;
      case "thaw":
        await database.write((writer) => freezeThread(writer, member, workId, commentId, false, now));
        context.var.sayNext("thread-goes-on");
        break;
      default:
        throw new NotFound();
    }
    return context.redirect(urls.comment(workId, commentId), 303);
  };
}

/** Shows what a comment said before, to its writer, the work's authors and moderators. */
export function showVersions(parts: TalkParts): ArchiveHandler {
  return async (context) => {
    memberOf(context);
    const talk = await openTalk(context, parts);
    const comment = await commentOf(context, parts, talk);
    const concerned = comment.mine || talk.standing.isAuthor || talk.standing.moderates;
    if (!concerned || comment.text === "") throw new NotFound();
    const versions = await listVersions(parts.database.reading, comment.id);
    return context.html(<VersionsPage page={context.var.page} comment={comment} versions={versions} />);
  };
}

function idsIn(context: ArchiveContext): [string, string] {
  return [context.req.param("workId") ?? "", context.req.param("commentId") ?? ""];
}

/** One's own comment, wherever it stands. @throws SignInNeeded, NotFound */
async function ownCommentOf(context: ArchiveContext, { database }: TalkParts) {
  const member: Member = memberOf(context);
  const comment = await ownComment(database.reading, member, ...idsIn(context));
  if (!comment) throw new NotFound();
  return { member, comment };
}

/** One's own, even where the work is not there for one any longer; or one that one screens. */
async function commentToRemove(context: ArchiveContext, parts: TalkParts) {
  const member = memberOf(context);
  const own = await ownComment(parts.database.reading, member, ...idsIn(context));
  if (own) return { comment: own, mine: true, chapterId: null };
  const talk = await openTalk(context, parts);
  const comment = await commentOf(context, parts, talk);
  if (!talk.standing.screens || comment.status === "removed") throw new NotFound();
  const chapter = talk.chapters.find(({ id }) => id === comment.chapterId);
  return { comment, mine: false, chapterId: talk.chapters.length > 1 && chapter ? chapter.id : null };
}

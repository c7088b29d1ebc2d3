import type { ArchiveContext } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Settings, SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { findForward } from "../../../works/chapter-forwards.ts";
import type { ChapterEntry, Work } from "../../../works/work.ts";
import { findWork, listChapters } from "../../../works/works.ts";
import type { Comment } from "../../comment.ts";
import {
  type MayComment,
  mayComment,
  type StandingInTalk,
  standingInTalk,
  talkRules,
} from "../../standing-in-talk.ts";
import { findComment } from "../../talk.ts";

/** What pages of talk need. */
export type TalkParts = { database: Database; settings: SettingsKeeper };

/** The talk under a work, as far as the person who asks is part of it. */
export type OpenTalk = {
  work: Work;
  /** The chapters readers have. */
  chapters: ChapterEntry[];
  standing: StandingInTalk;
  may: MayComment;
  settings: Settings;
};

/** @throws NotFound for a work that is not there for this person, or not published */
export async function openTalk(
  context: ArchiveContext,
  { database, settings }: TalkParts,
): Promise<OpenTalk> {
  const { person } = context.var;
  const { reading } = database;
  const work = await findWork(reading, person, context.req.param("workId") ?? "");
  if (work?.status !== "published") throw new NotFound();
  const [chapters, standing, rules, current] = await Promise.all([
    listChapters(reading, { id: work.id, mine: false }),
    standingInTalk(reading, person, work.id),
    talkRules(reading, work.id),
    settings.current(),
  ]);
  return { work, chapters, standing, may: mayComment(person, standing, rules, current), settings: current };
}

/**
 * The chapter an address names, or the one it was joined to.
 *
 * @throws NotFound for one that readers do not have
 */
export async function chapterOf(
  context: ArchiveContext,
  { database }: TalkParts,
  { work, chapters }: OpenTalk,
): Promise<ChapterEntry> {
  const asked = context.req.param("chapterId") ?? "";
  const isThere = chapters.some(({ id }) => id === asked);
  const id = isThere ? asked : await findForward(database.reading, work.id, asked);
  const chapter = chapters.find((one) => one.id === id);
  if (!chapter) throw new NotFound();
  return chapter;
}

/** The comment an address names. @throws NotFound for one that is not there for this person */
export async function commentOf(
  context: ArchiveContext,
  { database }: TalkParts,
  { work, standing }: OpenTalk,
): Promise<Comment> {
  const comment = await findComment(
    database.reading,
    context.var.person,
    work.id,
    context.req.param("commentId") ?? "",
    standing.screens,
  );
  if (!comment) throw new NotFound();
  return comment;
}

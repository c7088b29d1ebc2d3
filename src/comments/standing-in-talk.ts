import { type Member, mayModerate, type Person } from "../people/person.ts";
import { isBlockedBy } from "../people/quiet-people.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Settings } from "../plumbing/settings/settings.ts";
import { authorAccounts } from "../works/author-accounts.ts";
import { mayChange } from "../works/who-may-change.ts";
import { worksHelpedBy } from "./comment-helpers.ts";
import "./sql/comments-tables.ts";

/** What somebody is in the talk under a work. */
export type StandingInTalk = {
  isAuthor: boolean;
  /** Lets comments in beside an author, who asked them. */
  helps: boolean;
  moderates: boolean;
  /** Lets comments in, holds them back and removes them: an author, a helper of theirs, a moderator. */
  screens: boolean;
  /**
   * An author of the work blocks them: to them its talk is closed, and they are not told why. It stops no moderator, and
   * nobody under a work that tells nobody who wrote it: whom one writer blocks would learn there who that is.
   */
  isBlocked: boolean;
};

/** What decides who may comment; as the owner set it for the archive. */
export type TalkSettings = Pick<Settings, "commentsFrom" | "commentCharacters">;

/** Whether somebody may comment: yes, after signing in, or not at all. */
export type MayComment = "yes" | "after signing in" | "no";

export async function standingInTalk(
  reader: Reader | Writer,
  person: Person,
  workId: string,
): Promise<StandingInTalk> {
  if (person.kind === "visitor")
    return { isAuthor: false, helps: false, moderates: false, screens: false, isBlocked: false };
  const isAuthor = await mayChange(reader, person, workId);
  const moderates = mayModerate(person);
  const helps = !isAuthor && (await helpsWith(reader, person, workId));
  const screens = isAuthor || moderates || helps;
  const isBlocked =
    !isAuthor &&
    !moderates &&
    (await isBlockedBy(reader, person.accountId, await toldAuthors(reader, workId)));
  return { isAuthor, helps, moderates, screens, isBlocked };
}

/** What a work says about talk under it. */
export type TalkRules = { from: "everyone" | "members" | "nobody"; held: boolean };

/** The rules of a work that the person was found to see. */
export async function talkRules(reader: Reader | Writer, workId: string): Promise<TalkRules> {
  const work = await reader
    .selectFrom("works")
    .select(["comments_from", "comments_held"])
    .where("id", "=", workId)
    .executeTakeFirst();
  return { from: work?.comments_from ?? "nobody", held: work?.comments_held !== 0 };
}

/** Whether a person may comment on a work: the narrower of what its author and the archive's owner say. */
export function mayComment(
  person: Person,
  standing: StandingInTalk,
  rules: TalkRules,
  settings: TalkSettings,
): MayComment {
  if (settings.commentsFrom === "nobody") return "no";
  // "Nobody" means nobody else: the author may still answer what stands there.
  if (standing.isAuthor) return "yes";
  if (rules.from === "nobody" || standing.isBlocked) return "no";
  const membersOnly = settings.commentsFrom === "members" || rules.from === "members";
  return membersOnly && person.kind === "visitor" ? "after signing in" : "yes";
}

/** The accounts a work is by, where readers are told so; nobody's otherwise. */
async function toldAuthors(reader: Reader | Writer, workId: string): Promise<string[]> {
  return (await tellsItsAuthors(reader, workId)) ? authorAccounts(reader, workId) : [];
}

/** Whether a work tells its readers who wrote it. */
export async function tellsItsAuthors(reader: Reader | Writer, workId: string): Promise<boolean> {
  const work = await reader
    .selectFrom("works")
    .select("anonymous")
    .where("id", "=", workId)
    .executeTakeFirst();
  return work?.anonymous === 0;
}

/** Whether a member was asked, under any of their names, to let comments in for a name this work is by. */
async function helpsWith(reader: Reader | Writer, member: Member, workId: string): Promise<boolean> {
  const helping = await worksHelpedBy(reader, member)
    .where("work_creators.work_id", "=", workId)
    .executeTakeFirst();
  return helping !== undefined;
}

import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ChapterEntry, Work } from "../../works/work.ts";
import { findWork, listChapters } from "../../works/works.ts";
import { giveKudos } from "../give-kudos.ts";
import { hashOfToken, openGuestTokens } from "../guest-token.ts";
import { isGuestOf } from "../kudos.ts";
import { guestTokenOf, rememberGuest, sayOnce } from "./kudos-cookies.ts";
import { kudosId } from "./kudos-section.tsx";

/** Takes kudos for a work and leads back to where they were given. */
export function handleKudos(archive: { database: Database; overHttps: boolean }): ArchiveHandler {
  const { database, overHttps } = archive;
  const tokens = openGuestTokens();

  /** A token that is known for this work; a new one for whoever brings none, or one they made up. */
  const guestFor = async (context: ArchiveContext, workId: string): Promise<string> => {
    const brought = guestTokenOf(context);
    if (brought && (await isGuestOf(database.reading, hashOfToken(brought), workId))) return brought;
    return tokens.tokenFor(context.var.senderKey, workId);
  };

  return async (context) => {
    const { person } = context.var;
    const work = await findWork(database.reading, person, context.req.param("workId") ?? "");
    if (work?.status !== "published") throw new NotFound();
    const place = (await readForm(context)).text("place");
    const token = person.kind === "visitor" ? await guestFor(context, work.id) : null;
    const answer = await database.write((writer) =>
      giveKudos(
        writer,
        person,
        work.id,
        token === null ? null : hashOfToken(token),
        looksLikeId(place) ? place : null,
        Date.now(),
      ),
    );
    if (token !== null) rememberGuest(context, work.id, token, overHttps);
    sayOnce(context, work.id, answer, overHttps);
    const chapters = await listChapters(database.reading, work);
    if (answer !== "own") context.set("reachedEnd", endsOf(chapters, place));
    return context.redirect(`${addressOf(work, chapters, place)}#${kudosId}`, 303);
  };
}

/** The page of the work that the button stood on; its title page when that is no more. */
function addressOf(work: Work, chapters: ChapterEntry[], place: string): string {
  if (place === "whole") return urls.wholeWork(work.id);
  return chapters.some(({ id }) => id === place) ? urls.chapter(work.id, place) : urls.work(work.id);
}

/** The chapters that end where the button stood. */
function endsOf(chapters: ChapterEntry[], place: string): string[] {
  return chapters.filter(({ id }) => place === "whole" || id === place).map(({ id }) => id);
}

import type { Person } from "../../people/person.ts";
import { findPreferences } from "../../people/preferences.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { AfterStory } from "../../works/after-story.ts";
import { mayChange } from "../../works/who-may-change.ts";
import {
  countChapterKudos,
  countKudos,
  hasLeftKudos,
  hasThankedForChapter,
  isLaterChapter,
} from "../kudos.ts";
import { takeSaid } from "./kudos-cookies.ts";
import { KudosSection, type KudosStanding } from "./kudos-section.tsx";

/** Puts the kudos after a story; a draft has none. */
export function showKudos({ reading }: Database): AfterStory {
  return async (context, work, place) => {
    if (work.status !== "published") return null;
    const chapterId = typeof place === "string" ? null : place.chapterId;
    const standing = await standingOf(reading, context.var.person, work.id, chapterId);
    const said = takeSaid(context, work.id);
    const placeSent = typeof place === "string" ? place : place.chapterId;
    return (
      <KudosSection
        page={context.var.page}
        workId={work.id}
        place={placeSent}
        standing={standing}
        said={said}
      />
    );
  };
}

async function standingOf(
  reader: Reader,
  person: Person,
  workId: string,
  chapterId: string | null,
): Promise<KudosStanding> {
  if (person.kind === "visitor") return "may give";
  if (await hasLeftKudos(reader, person, workId)) {
    if (chapterId === null || !(await isLaterChapter(reader, workId, chapterId))) return "gave";
    return (await hasThankedForChapter(reader, person, chapterId)) ? "gave for chapter" : "may give again";
  }
  if (!(await mayChange(reader, person, workId))) return "may give";
  const { statisticsShown } = await findPreferences(reader, person.accountId);
  if (!statisticsShown) return { ownWorkHas: 0, ownChapterHas: 0 };
  return {
    ownWorkHas: await countKudos(reader, workId),
    ownChapterHas: chapterId === null ? 0 : await countChapterKudos(reader, workId, chapterId),
  };
}

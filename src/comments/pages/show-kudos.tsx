import type { Person } from "../../people/person.ts";
import { findPreferences } from "../../people/preferences.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { AfterStory } from "../../works/after-story.ts";
import { countKudos, hasLeftKudos, isAuthorOf } from "../kudos.ts";
import { takeSaid } from "./kudos-cookies.ts";
import { KudosSection, type KudosStanding } from "./kudos-section.tsx";

/** Puts the kudos after a story; a draft has none. */
export function showKudos({ reading }: Database): AfterStory {
  return async (context, work, place) => {
    if (work.status !== "published") return null;
    const standing = await standingOf(reading, context.var.person, work.id);
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

async function standingOf(reader: Reader, person: Person, workId: string): Promise<KudosStanding> {
  if (person.kind === "visitor") return "may give";
  if (await hasLeftKudos(reader, person, workId)) return "gave";
  if (!(await isAuthorOf(reader, person, workId))) return "may give";
  const { statisticsShown } = await findPreferences(reader, person.accountId);
  return { ownWorkHas: statisticsShown ? await countKudos(reader, workId) : 0 };
}

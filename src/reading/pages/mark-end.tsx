import { findPreferences } from "../../people/preferences.ts";
import type { ArchiveContext } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { AfterStory } from "../../works/after-story.ts";
import { listChapters } from "../../works/works.ts";
import { isUncountedBrowser } from "../asks-not-to-be-counted.ts";

/** Nobody reads faster than so many words a second: who is at the end sooner has leapt there. */
const fastestReader = 25;
/** Who comes back to a long chapter is at its end sooner: longer than this nobody is waited for, in seconds. */
const longestWait = 60;

/**
 * Puts behind a story what the script needs to say that its end was come to. Nothing where nothing is counted: to the
 * authors of the work, and to who does not want it.
 */
export function markEnd(archive: { database: Database; settings: SettingsKeeper }): AfterStory {
  const { database, settings } = archive;
  return async (context, work, place) => {
    if (place === "title" || work.status !== "published" || work.mine) return null;
    if ((await settings.current()).statistics === "off" || (await isAgainst(database, context))) return null;
    const chapters = await listChapters(database.reading, work);
    const ends = chapters
      .filter(({ id }) => place === "whole" || id === place.chapterId)
      .map(({ id, wordCount }) => ({
        tell: urls.chapterEnd(work.id, id),
        seconds: Math.min(wordCount / fastestReader, longestWait),
      }));
    return (
      <>
        <span data-ends={JSON.stringify(ends)} hidden />
        <script type="module" src={context.var.page.assets.storyEnd} />
      </>
    );
  };
}

async function isAgainst({ reading }: Database, context: ArchiveContext): Promise<boolean> {
  const { person } = context.var;
  if (person.kind === "visitor") return isUncountedBrowser(context);
  return !(await findPreferences(reading, person.accountId)).readingCounted;
}

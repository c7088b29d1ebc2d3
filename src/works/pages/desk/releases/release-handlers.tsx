import { findPreferences } from "../../../../people/preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { cancelRelease, OutAlready, planRelease } from "../../../releases/plan-release.ts";
import { listReleases } from "../../../releases.ts";
import { ownChapterOf } from "../own-work-of.ts";
import { parseRelease, type ReleaseValues, readReleaseValues, releaseValuesOf } from "./release-form.ts";
import { ReleasePage } from "./release-page.tsx";

/** Shows when a draft chapter comes out; one that readers have is shown as it is. */
export function showRelease(database: Database): ArchiveHandler {
  return (context) => answer(context, database, null);
}

/** Lets a chapter come out at a time of its own. */
export function handleRelease(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work, chapter } = await ownChapterOf(context, database.reading);
    const values = readReleaseValues(await readForm(context));
    const { fields, errors } = parseRelease(values, context.var.page, Date.now());
    if (errors) return answer(context, database, { values, errors });
    try {
      await database.write((writer) =>
        planRelease(writer, member, work.id, chapter.id, fields, fields.announcement, Date.now()),
      );
    } catch (cause) {
      if (cause instanceof OutAlready) return context.redirect(urls.editChapter(work.id, chapter.id), 303);
      throw cause;
    }
    context.var.sayNext("release-planned");
    return context.redirect(`${urls.editWork(work.id)}#chapters`, 303);
  };
}

/** Lets a chapter wait for nothing any longer. */
export function handleReleaseRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work, chapter } = await ownChapterOf(context, database.reading);
    await database.write((writer) => cancelRelease(writer, member, work.id, chapter.id, Date.now()));
    context.var.sayNext("release-cancelled");
    return context.redirect(`${urls.editWork(work.id)}#chapters`, 303);
  };
}

async function answer(
  context: ArchiveContext,
  { reading }: Database,
  refused: { values: ReleaseValues; errors: FieldErrors } | null,
) {
  const { member, work, chapter } = await ownChapterOf(context, reading);
  if (chapter.status === "published") return context.redirect(urls.editChapter(work.id, chapter.id), 303);
  const releases = await listReleases(reading, work);
  const release = releases.find(({ chapterId }) => chapterId === chapter.id) ?? null;
  const { timeZone } = await findPreferences(reading, member.accountId);
  return context.html(
    <ReleasePage
      page={context.var.page}
      work={work}
      chapter={chapter}
      release={release}
      values={refused?.values ?? releaseValuesOf(release, timeZone)}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

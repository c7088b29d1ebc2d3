import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { SavedMeanwhile } from "../../../own-work.ts";
import { restoreRevision } from "../../../revisions/restore-revision.ts";
import { listSavers } from "../../../revisions/revision-savers.ts";
import { changedFields, findRevision, listRevisions, type RevisionEntry } from "../../../revisions.ts";
import { NotReady } from "../../../what-is-lacking.ts";
import type { Work } from "../../../work.ts";
import { ownChapterOf } from "../own-work-of.ts";
import { versionOf } from "../version-field.ts";
import { revisionField, revisionsOnPage } from "./revision-list.tsx";
import { type RestorationRefusal, RevisionsPage } from "./revisions-page.tsx";

/** Shows every state of a chapter, and what changed between two of them: now and before, unless others are asked for. */
export function showRevisions(database: Database): ArchiveHandler {
  return (context) => answer(context, database, null);
}

/** Brings an earlier state of a chapter back. */
export function handleRestoration(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work, chapter } = await ownChapterOf(context, database.reading);
    const form = await readForm(context);
    const [seen, version] = [versionOf(form), versionOf(form, revisionField)];
    try {
      await database.write((writer) =>
        restoreRevision(writer, member, work.id, chapter.id, seen, version, Date.now()),
      );
    } catch (cause) {
      if (cause instanceof SavedMeanwhile) return answer(context, database, "saved meanwhile");
      if (cause instanceof NotReady) return answer(context, database, "without a story");
      throw cause;
    }
    context.var.sayNext("chapter-saved");
    return context.redirect(urls.chapterRevisions(work.id, chapter.id), 303);
  };
}

async function answer(context: ArchiveContext, database: Database, refusal: RestorationRefusal | null) {
  const { reading } = database;
  const { work, chapter } = await ownChapterOf(context, reading);
  const entries = await listRevisions(reading, work, chapter.id);
  const pages = Math.max(1, Math.ceil(entries.length / revisionsOnPage));
  const current = Math.min(Math.max(numberIn(context, "page") ?? 1, 1), pages);
  const from = (current - 1) * revisionsOnPage;
  const shown = entries.slice(from, from + revisionsOnPage + 1).map(({ version }) => version);
  return context.html(
    <RevisionsPage
      page={context.var.page}
      work={work}
      chapter={chapter}
      entries={entries}
      savers={await listSavers(reading, work, chapter.id)}
      changed={await changedFields(reading, work, chapter.id, shown)}
      current={current}
      compared={await comparedStates(context, database, work, chapter.id, entries)}
      refusal={refusal}
    />,
    refusal === null ? 200 : refusal === "saved meanwhile" ? 409 : 422,
  );
}

/** The states that are asked for, the older first; what there is not is not asked for. */
async function comparedStates(
  context: ArchiveContext,
  { reading }: Database,
  work: Work,
  chapterId: string,
  entries: RevisionEntry[],
) {
  const asked = (name: string) => {
    const version = numberIn(context, name);
    return entries.some((entry) => entry.version === version) ? version : undefined;
  };
  const [standing, previous] = entries;
  if (!standing || !previous) return null;
  const after = asked("after") ?? standing.version;
  const behind = entries.find(({ version }) => version < after);
  const before = asked("before") ?? behind?.version ?? previous.version;
  const [older, newer] = [Math.min(before, after), Math.max(before, after)];
  const [one, other] = [
    await findRevision(reading, work, chapterId, older),
    await findRevision(reading, work, chapterId, newer),
  ];
  return one && other ? { before: one, after: other } : null;
}

function numberIn(context: ArchiveContext, name: string): number | undefined {
  const asked = context.req.query(name) ?? "";
  return /^\d{1,9}$/.test(asked) ? Number(asked) : undefined;
}

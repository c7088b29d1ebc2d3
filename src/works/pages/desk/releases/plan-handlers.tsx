import { findPreferences } from "../../../../people/preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { pauseQueue, planQueue } from "../../../releases/plan-release.ts";
import { findQueue, listReleases } from "../../../releases.ts";
import { listChapters } from "../../../works.ts";
import { ownWorkOf } from "../own-work-of.ts";
import { PlanPage, pauseField } from "./plan-page.tsx";
import { parseQueue, type QueueValues, queueValuesOf, readQueueValues } from "./queue-form.ts";

/** Shows when the chapters of a work come out. */
export function showPlan(database: Database): ArchiveHandler {
  return (context) => answer(context, database, null);
}

/** Keeps the rhythm of a work's queue, and which drafts stand in it. */
export function handlePlan(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const values = readQueueValues(await readForm(context));
    const { fields, errors } = parseQueue(values, context.var.page.t);
    if (errors) return answer(context, database, { values, errors });
    await database.write((writer) =>
      planQueue(writer, member, work.id, fields.queue, fields.chapterIds, Date.now()),
    );
    context.var.sayNext("queue-planned");
    return context.redirect(urls.releasePlan(work.id), 303);
  };
}

/** Holds a work's queue, or lets it go on. */
export function handlePause(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const paused = (await readForm(context)).text(pauseField.name) !== pauseField.resume;
    await database.write((writer) => pauseQueue(writer, member, work.id, paused, Date.now()));
    context.var.sayNext(paused ? "queue-paused" : "queue-resumed");
    return context.redirect(urls.releasePlan(work.id), 303);
  };
}

async function answer(
  context: ArchiveContext,
  { reading }: Database,
  refused: { values: QueueValues; errors: FieldErrors } | null,
) {
  const { member, work } = await ownWorkOf(context, reading);
  const [chapters, releases, queue, { timeZone }] = await Promise.all([
    listChapters(reading, work),
    listReleases(reading, work),
    findQueue(reading, work),
    findPreferences(reading, member.accountId),
  ]);
  return context.html(
    <PlanPage
      page={context.var.page}
      {...{ work, chapters, releases, queue }}
      values={refused?.values ?? queueValuesOf(queue, releases, timeZone, Date.now())}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

import { memberOf } from "../../../../people/member-only.ts";
import type { Member } from "../../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import type { Reader } from "../../../../plumbing/database/reader-writer.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { Day } from "../../../../ui/day.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { type FieldErrors, NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import {
  changeSeries,
  orderSeries,
  removeSeries,
  returnSeries,
  TitleTaken,
  takeOutOfSeries,
} from "../../../change-series.ts";
import { type EditedSeries, findEditedSeries } from "../../../own-series.ts";
import { SavedMeanwhile } from "../../../own-work.ts";
import { keptUntil } from "../../../trash.ts";
import type { DeskParts } from "../desk-parts.ts";
import { overtakenSentence } from "../edit-work-handlers.tsx";
import { RemovalPage } from "../removal-page.tsx";
import { versionField } from "../version-field.ts";
import { EditSeriesPage } from "./edit-series-page.tsx";
import {
  parseSeries,
  placesWished,
  readSeriesValues,
  type SeriesValues,
  seriesFieldNames,
  seriesValuesOf,
} from "./series-form.ts";

/** Shows a series to its author, to be changed. */
export function showEditSeries(database: Database): ArchiveHandler {
  return async (context) => {
    const { series } = await ownSeriesOf(context, database.reading);
    return answer(context, series, null);
  };
}

/** Saves what an author says about a series. */
export function handleEditSeries({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { member, series } = await ownSeriesOf(context, database.reading);
    const { t } = context.var.page;
    const form = await readForm(context);
    const values = readSeriesValues(form);
    const version = form.text(versionField);
    const refuse = (errors: FieldErrors) => answer(context, series, { values, version, errors, status: 422 });
    const { fields, errors } = parseSeries(values, await settings.current(), t);
    if (errors) return refuse(errors);
    try {
      await database.write((writer) => changeSeries(writer, member, series.id, version, fields, Date.now()));
    } catch (cause) {
      if (cause instanceof TitleTaken)
        return refuse({ [seriesFieldNames.title]: t("Another series of yours has this title.") });
      if (!(cause instanceof SavedMeanwhile)) throw cause;
      const now = (await ownSeriesOf(context, database.reading)).series;
      const overtaken = { "": overtakenSentence(context) };
      return answer(context, now, { values, version: now.version, errors: overtaken, status: 409 });
    }
    context.var.sayNext("series-saved");
    return context.redirect(urls.editSeries(series.id), 303);
  };
}

/** Numbers the works of a series, moves one of them one place, or takes one out. */
export function handleSeriesOrder(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, series } = await ownSeriesOf(context, database.reading);
    const form = await readForm(context);
    const workId = form.text(seriesFieldNames.work);
    if (form.text(seriesFieldNames.move) === "out") {
      const stays = await database.write((writer) =>
        takeOutOfSeries(writer, member, series.id, workId, Date.now()),
      );
      context.var.sayNext("series-shortened");
      return context.redirect(stays ? `${urls.editSeries(series.id)}#parts` : urls.desk(), 303);
    }
    const wishes = placesWished(form, series);
    await database.write((writer) => orderSeries(writer, member, series.id, wishes, Date.now()));
    context.var.sayNext("series-ordered");
    return context.redirect(`${urls.editSeries(series.id)}#parts`, 303);
  };
}

/** Asks whether a series shall be taken away. */
export function showSeriesRemoval({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const { series } = await ownSeriesOf(context, database.reading);
    const until = keptUntil(Date.now(), (await settings.current()).daysInTrash);
    return context.html(
      <RemovalPage
        page={page}
        question={t("Take the series “{title}” away?", { title: series.title })}
        sentences={[
          t(
            "Its works stay as they are, and say no longer that they are parts of it. Its page, its summary and its notes are gone for everybody.",
          ),
          <Sentence
            page={page}
            says="You can take it back from your desk until {day}, just as it is. After that it is gone for good; the works are not."
            parts={{ day: <Day page={page} at={until} /> }}
          />,
        ]}
        action={urls.seriesRemoval(series.id)}
        button={t("Take the series away")}
        staying={{ href: urls.editSeries(series.id), text: t("Leave it as it is") }}
      />,
    );
  };
}

/** Takes a series away. */
export function handleSeriesRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const id = context.req.param("seriesId") ?? "";
    await database.write((writer) => removeSeries(writer, member, id, Date.now()));
    context.var.sayNext("series-removed");
    return context.redirect(urls.desk(), 303);
  };
}

/** Takes a series back. */
export function handleSeriesReturn(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const id = context.req.param("seriesId") ?? "";
    await database.write((writer) => returnSeries(writer, member, id, Date.now()));
    context.var.sayNext("series-returned");
    return context.redirect(urls.desk(), 303);
  };
}

async function ownSeriesOf(
  context: ArchiveContext,
  reader: Reader,
): Promise<{ member: Member; series: EditedSeries }> {
  const member = memberOf(context);
  const series = await findEditedSeries(reader, member, context.req.param("seriesId") ?? "");
  if (!series || series.removedAt !== null) throw new NotFound();
  return { member, series };
}

function answer(
  context: ArchiveContext,
  series: EditedSeries,
  refused: { values: SeriesValues; version: string; errors: FieldErrors; status: 409 | 422 } | null,
) {
  const standing = seriesValuesOf(series);
  return context.html(
    <EditSeriesPage
      page={context.var.page}
      series={series}
      values={refused?.values ?? standing}
      version={refused?.version ?? series.version}
      errors={refused?.errors ?? {}}
      standing={refused?.status === 409 ? standing : null}
    />,
    refused?.status ?? 200,
  );
}

import { accountIdOf } from "../../../people/person.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { pageAsked } from "../../../plumbing/http/page-asked.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { heedingOf } from "../../asked-to-see.ts";
import type { FollowSlot } from "../../follow-slot.ts";
import { hiddenFrom } from "../../hidden-from.ts";
import { findSeries } from "../../series.ts";
import { ruledPage } from "../../work-lists.ts";
import type { DownloadLink } from "../reading/work-page.tsx";
import { SeriesPage } from "./series-page.tsx";

/** A series: its works in order, as far as this person may see them. */
export function showSeries(
  database: Database,
  settings: SettingsKeeper,
  formats: readonly DownloadLink[],
  follow: FollowSlot,
): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const series = await findSeries(reader, person, context.req.param("seriesId") ?? "");
    if (!series) throw new NotFound();
    const { worksPerPage } = await settings.current();
    const ids = series.parts.map(({ workId }) => workId);
    const wish = { page: pageAsked(context), perPage: worksPerPage };
    // Whoever keeps a series in order sees all of it.
    const heeding = series.mine ? "none" : heedingOf(new URL(context.req.url).searchParams);
    const list = await ruledPage(reader, person, ids, wish, heeding);
    const quiet = await hiddenFrom(reader, accountIdOf(person), ids, heeding);
    return context.html(
      <SeriesPage
        page={page}
        series={series}
        counted={series.parts.filter(({ workId }) => !quiet.has(workId))}
        list={list}
        formats={formats}
        follow={series.mine ? null : await follow(context, { kind: "series", id: series.id })}
      />,
    );
  };
}

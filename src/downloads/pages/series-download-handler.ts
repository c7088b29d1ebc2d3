import { zipSync } from "fflate";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { attachment } from "../../plumbing/http/content-disposition.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import { TooBusy } from "../../plumbing/jobs/worker-pool.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound, TooManyTries } from "../../vocabulary/errors.ts";
import { robotsHeaders } from "../../works/robots-wishes.ts";
import { findSeries } from "../../works/series.ts";
import { mostWorksTogether } from "../../works/series-together.ts";
import { findWork } from "../../works/works.ts";
import { fileName } from "../file-name.ts";
import { findFormat } from "../formats.ts";
import { gatherWork } from "../gather-work.ts";
import type { Downloads } from "../keep-downloads.ts";

/** Seconds after which a busy archive may be asked again. */
const busySeconds = 30;
/** The oldest day a ZIP can say (.ZIP application note, 4.4.6): the same works give the same bytes. */
const zipBegins = Date.UTC(1980, 0, 2);

/**
 * Gives a whole series as one ZIP: each of its works as this person may carry it away, in its own file, in order.
 *
 * @param publicAddress the archive's address without a slash at the end, or null for the one asked at
 */
export function sendSeriesDownload(
  archive: { database: Database; settings: SettingsKeeper; downloads: Downloads },
  publicAddress: string | null,
): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const { reading } = archive.database;
    const format = findFormat(context.req.param("format") ?? "");
    const series = format && (await findSeries(reading, person, context.req.param("seriesId") ?? ""));
    if (!format || !series || series.parts.length === 0 || series.parts.length > mostWorksTogether)
      throw new NotFound();
    const { archiveName } = await archive.settings.current();
    const address = siteAddress(context, publicAddress);
    const files: Record<string, Uint8Array> = {};
    const wishes = { unindexed: false, aiCrawlers: true };
    try {
      for (const [index, { workId }] of series.parts.entries()) {
        const found = await findWork(reading, person, workId);
        const work = found && (await gatherWork(reading, person, found, { name: archiveName, address }));
        if (!work) continue;
        const task = { work, formatId: format.id, locale: page.locale };
        const { bytes } = await archive.downloads.get(task, format.extension);
        const place = String(index + 1).padStart(String(series.parts.length).length, "0");
        files[`${place} ${fileName(work.title, format.extension, work.id)}`] = bytes;
        // What one work asks of robots holds for the file it lies in.
        wishes.unindexed ||= !found.access.searchEngines;
        wishes.aiCrawlers &&= found.access.aiCrawlers;
      }
    } catch (cause) {
      if (cause instanceof TooBusy) throw new TooManyTries(busySeconds);
      throw cause;
    }
    for (const [name, value] of Object.entries(robotsHeaders(wishes))) context.header(name, value);
    context.header("content-type", "application/zip");
    context.header("content-disposition", attachment(fileName(series.title, "zip", series.id)));
    return context.body(new Uint8Array(zipSync(files, { level: 0, mtime: zipBegins })));
  };
}

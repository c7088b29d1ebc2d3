import type { Person } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { attachment } from "../../plumbing/http/content-disposition.ts";
import { isKnownAlready } from "../../plumbing/http/is-known-already.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import { TooBusy } from "../../plumbing/jobs/worker-pool.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound, TooManyTries } from "../../vocabulary/errors.ts";
import { tellRobots } from "../../works/robots-wishes.ts";
import { findWork } from "../../works/works.ts";
import { fileName } from "../file-name.ts";
import { findFormat } from "../formats.ts";
import { gatherWork } from "../gather-work.ts";
import type { Downloads } from "../keep-downloads.ts";

/** Seconds after which a busy archive may be asked again. */
const busySeconds = 30;

/**
 * Gives a work as a file. The work is looked up for the person each time; only the making is spared
 * when it was made before.
 *
 * @param publicAddress the archive's address without a slash at the end, or null for the one asked at
 */
export function sendDownload(
  archive: { database: Database; settings: SettingsKeeper; downloads: Downloads },
  publicAddress: string | null,
): ArchiveHandler {
  return (context) =>
    answerDownload(context, archive, publicAddress, {
      person: context.var.person,
      workId: context.req.param("workId") ?? "",
      formatId: context.req.param("format") ?? "",
    });
}

/** The same for whoever was recognised otherwise than by a cookie. @throws NotFound, TooManyTries */
export async function answerDownload(
  context: ArchiveContext,
  archive: { database: Database; settings: SettingsKeeper; downloads: Downloads },
  publicAddress: string | null,
  { person, workId, formatId }: { person: Person; workId: string; formatId: string },
): Promise<Response> {
  const { page } = context.var;
  const format = findFormat(formatId);
  if (!format) throw new NotFound();
  const { archiveName } = await archive.settings.current();
  const { reading } = archive.database;
  const found = await findWork(reading, person, workId);
  const address = siteAddress(context, publicAddress);
  const work = found && (await gatherWork(reading, person, found, { name: archiveName, address }));
  if (!work) throw new NotFound();
  tellRobots(context, found);
  const task = { work, formatId: format.id, locale: page.locale };
  try {
    const { bytes, tag } = await archive.downloads.get(task, format.extension);
    context.header("etag", `"${tag}"`);
    if (isKnownAlready(context.req.header("if-none-match"), `"${tag}"`)) return context.body(null, 304);
    context.header("content-type", format.mediaType);
    // Said by us: who wraps the answer in a stream (an e-reader's) would else leave it to luck whether it is known.
    context.header("content-length", String(bytes.byteLength));
    context.header("content-disposition", attachment(fileName(work.title, format.extension, work.id)));
    return context.body(new Uint8Array(bytes));
  } catch (cause) {
    if (cause instanceof TooBusy) throw new TooManyTries(busySeconds);
    throw cause;
  }
}

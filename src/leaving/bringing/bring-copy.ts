import type { Member } from "../../people/person.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import type { ScratchFolder } from "../../plumbing/files/scratch-folder.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { noteFilesToForget } from "../../works/forget-files.ts";
import { keepPictures } from "../../works/keep-pictures.ts";
import { keepOriginal } from "../../works/originals.ts";
import type { TakenInElsewhere } from "../elsewhere.ts";
import { bringNames } from "./bring-names.ts";
import { bringRest } from "./bring-rest.ts";
import { bringSeries } from "./bring-series.ts";
import { bringWork, type NamesHere } from "./bring-work.ts";
import { type BroughtCopy, findCopy, noteProgress, type Report, type WorkOutcome } from "./copies.ts";
import { CopyRefused } from "./copy-refused.ts";
import type { CopiedOriginal } from "./copy-shape.ts";
import { type GatheredWork, gatherWork } from "./gather-work.ts";
import { listsHere } from "./lists-here.ts";
import type { Cleaner } from "./open-cleaner.ts";
import type { CopyReader, OpenCopy } from "./open-copy.ts";
import { WorkCannotCome } from "./remarks.ts";
import { worksHere } from "./works-here.ts";

/** A copy that stops the archive so often before it gets on is left alone: else the archive would never start again. */
const mostTries = 5;

/** What bringing a copy in needs of the archive. */
export type BringingParts = {
  database: Database;
  files: FileStore;
  scratch: ScratchFolder;
  settings: SettingsKeeper;
  cleaner: Cleaner;
  copies: CopyReader;
  elsewhere: TakenInElsewhere;
};

/**
 * Brings a copy in, as its owner wished: names, then work by work, then the rest. Each work is one transaction, which also
 * notes what it was called there. Killed anywhere, the archive has the works that were done and nothing of the
 * others, and bringing it in again goes on with them; files kept for a work that did not come in belong to nothing
 * and are forgotten within the day (importing/forget-leftovers.ts, works/forget-pictures.ts).
 *
 * @throws what went wrong with the archive; what is wrong with the copy is said in its report
 */
export async function bringCopy(parts: BringingParts, member: Member, copy: BroughtCopy): Promise<void> {
  const { database, scratch } = parts;
  const tries = copy.report.tries + 1;
  const report: Report = { ...copy.report, works: [], names: [], rest: null, broke: null, tries };
  if (tries > mostTries) {
    const left: Report = { ...copy.report, broke: "failed" };
    await database.write((writer) => noteProgress(writer, copy.id, left, "done"));
    await scratch.remove(copy.id);
    return;
  }
  // Before anything is opened: what stops the archive leaves no time to count.
  await database.write((writer) => noteProgress(writer, copy.id, { ...copy.report, tries }, "running"));
  try {
    const opened = await parts.copies.open(scratch.path(copy.id));
    try {
      await bringAll(parts, member, copy, opened, report);
    } finally {
      await opened.close();
    }
  } catch (cause) {
    // Its file may have gone with the folder of another machine.
    const isGone = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (!(cause instanceof CopyRefused) && !isGone) throw cause;
    report.broke = cause instanceof CopyRefused ? cause.trouble : "damaged";
  }
  await database.write((writer) => noteProgress(writer, copy.id, report, "done"));
  await scratch.remove(copy.id);
}

async function bringAll(
  parts: BringingParts,
  member: Member,
  { id, wishes }: BroughtCopy,
  copy: OpenCopy,
  report: Report,
): Promise<void> {
  const { database, cleaner } = parts;
  const settings = await parts.settings.current();
  const lists = await listsHere(database.reading, copy.account.lists);
  const nameWishes = { names: wishes.names, iconKilobytes: settings.iconKilobytes };
  const { names, outcomes } = await bringNames(parts, member, copy, cleaner, nameWishes, Date.now());
  report.names = outcomes;
  const originals = await copy.originals();
  const here = await worksHere(database.reading, member, copy.workIds);
  const wished = new Set(wishes.workIds);
  for (const sourceId of copy.workIds.filter((one) => wished.has(one))) {
    // Its owner may have left the archive meanwhile, and taken everything along.
    if (!(await findCopy(database.reading, member, id))) return;
    const known = here.get(sourceId);
    const title = report.survey.works.find((work) => work.sourceId === sourceId)?.title ?? "";
    const outcome: WorkOutcome =
      known === undefined
        ? await bringOne(sourceId, title)
        : { sourceId, title, outcome: "here", workId: known, remarks: [] };
    if ("workId" in outcome) here.set(sourceId, outcome.workId);
    report.works.push(outcome);
    if (outcome.outcome === "brought") report.tries = 0;
    await database.write((writer) => noteProgress(writer, id, report, "running"));
  }
  report.rest = await bringRest(
    database,
    member,
    copy,
    here,
    { cleaner, elsewhere: parts.elsewhere, lists, settings, ownNames: ownNames(copy, names) },
    Date.now(),
  );

  async function bringOne(sourceId: string, title: string): Promise<WorkOutcome> {
    try {
      const gathered = await gatherWork(copy, sourceId, originals, lists, cleaner, settings);
      const { workId, remarks } = await bringGathered(
        parts,
        member,
        copy,
        gathered,
        names,
        await copy.statistics(sourceId),
        settings,
      );
      return { sourceId, title: gathered.title, outcome: "brought", workId, remarks };
    } catch (cause) {
      if (cause instanceof HereAlready)
        return { sourceId, title, outcome: "here", workId: cause.workId, remarks: [] };
      if (cause instanceof WorkCannotCome)
        return {
          sourceId,
          title,
          outcome: "cannot",
          obstacle: cause.obstacle,
          about: cause.about,
          remarks: [],
        };
      if (cause instanceof CopyRefused)
        return { sourceId, title, outcome: "cannot", obstacle: "not-readable", about: "", remarks: [] };
      throw cause;
    }
  }
}

/** Names of a copy that are the member's here too, by their ids there. */
function ownNames({ account }: OpenCopy, { byId }: NamesHere): ReadonlyMap<string, string> {
  return new Map(
    account.pseuds.flatMap(({ id, name }): [string, string][] => {
      const here = byId.get(id);
      return here && foldName(here.name) === foldName(name) ? [[id, here.id]] : [];
    }),
  );
}

class HereAlready extends Error {
  override name = "HereAlready";
  readonly workId: string;
  constructor(workId: string) {
    super("the work was brought in meanwhile");
    this.workId = workId;
  }
}

async function bringGathered(
  parts: BringingParts,
  member: Member,
  copy: OpenCopy,
  gathered: GatheredWork,
  names: NamesHere,
  counted: unknown,
  { uploadMegabytes, noteCharacters }: { uploadMegabytes: number; noteCharacters: number },
) {
  const { database, files } = parts;
  const now = Date.now();
  const sourceId = gathered.source.work.id;
  await keepPictures(database, files, member, null, gathered.pictures, now);
  const originalIds = new Map<string, string>();
  for (const original of gathered.originals) {
    const bytes = await copy.bytes(`originals/${original.id}`, uploadMegabytes * 1_000_000);
    if (bytes) originalIds.set(original.id, await keepGiven(parts, member, original, bytes, now));
    else gathered.remarks.push({ says: "original-left", about: original.file_name.slice(0, 200) });
  }
  try {
    return await database.write(async (writer) => {
      // Another process may have been at it.
      const known = (await worksHere(writer, member, [sourceId])).get(sourceId);
      if (known !== undefined) throw new HereAlready(known);
      const brought = await bringWork(writer, member, gathered, names, originalIds, now);
      await bringSeries(writer, member, copy.account, sourceId, brought.workId, noteCharacters * 4, now);
      if (counted !== undefined)
        await parts.elsewhere.bringStatistics(writer, brought.workId, counted, brought.chapters);
      return brought;
    });
  } catch (cause) {
    // Bytes that were laid down for a work that does not come go with it.
    await database.write(async (writer) => {
      for (const id of originalIds.values()) {
        const gone = await writer
          .deleteFrom("originals")
          .where("id", "=", id)
          .returning("file_key")
          .executeTakeFirst();
        if (gone) await noteFilesToForget(writer, [gone.file_key], now);
      }
    });
    throw cause;
  }
}

function keepGiven(
  { database, files }: BringingParts,
  member: Member,
  { file_name, media_type }: CopiedOriginal,
  bytes: Uint8Array,
  now: number,
): Promise<string> {
  const given = { bytes, fileName: file_name.slice(0, 300), mediaType: media_type.slice(0, 200) };
  return keepOriginal(database, files, member, given, now);
}

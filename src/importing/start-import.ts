import type { Member } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { FileStore } from "../plumbing/files/file-store.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { newId } from "../vocabulary/ids.ts";
import { forgetOriginal } from "../works/forget-original.ts";
import { keepOriginal } from "../works/originals.ts";
import { atMost } from "./at-most.ts";
import { forgetImport } from "./forget-import.ts";
import { importFileName, pastedFileName } from "./import-file-name.ts";
import type { ImportSource, SourceKind } from "./import-reading.ts";
import { countImports, findImport } from "./imports.ts";
import type { Importer } from "./open-importer.ts";
import { kindOfSource } from "./read-import.ts";
import { beginReading } from "./read-import-now.ts";
import type { ReadingProblem } from "./sql/imports-table.ts";

/** The files were read, and there is no story to bring in. */
export class NoStory extends Error {
  override name = "NoStory";
  readonly problem: ReadingProblem;
  readonly kind: SourceKind;
  constructor(problem: ReadingProblem, kind: SourceKind) {
    super(`no story: ${problem}`);
    this.problem = problem;
    this.kind = kind;
  }
}

/** A member has as much under way as the archive's owner allows. */
export class TooManyImports extends Error {
  override name = "TooManyImports";
  /** Imports being read just now, or begun and not finished. */
  readonly of: "being-read" | "unfinished";
  readonly most: number;
  constructor(of: TooManyImports["of"], most: number) {
    super(`too many imports ${of}`);
    this.of = of;
    this.most = most;
  }
}

/** What the operation needs of the archive. */
export type ImportParts = {
  database: Database;
  files: FileStore;
  importer: Importer;
  settings: SettingsKeeper;
};

/** What several files are: the chapters of one story, or works of their own. */
export type SeveralAs = "chapters" | "works";

/** Milliseconds a reading is waited for before its writer is led to where its progress shows. */
const patience = 1500;

/**
 * Keeps what was brought in and begins to read it. It is waited for a little while; what takes longer is read on,
 * and the import's state tells when it is done.
 *
 * First the bytes are durable, then the import is there, then it is read: a crash leaves an import that is read anew
 * when it is opened, or files that no import names. One that cannot be read, and shows it at once, is forgotten
 * again: the writer still has the file.
 *
 * @param sources at least one
 * @param as what several files, or those in a ZIP, are
 * @param workId the member's own work chapters are brought in for (asked before), or null
 * @param now ms since 1970, UTC
 * @returns the imports' ids, at least one
 * @throws NoStory, TooManyImports, and what `Importer.read` throws
 */
export async function startImports(
  parts: ImportParts,
  member: Member,
  sources: ImportSource[],
  as: SeveralAs,
  workId: string | null,
  now: number,
): Promise<string[]> {
  const { ids, readings } = await begin(parts, member, sources, as, workId, now);
  const [first, ...others] = ids;
  if (first === undefined) throw new NoStory("empty", "unknown");
  if (others.length === 0) await refuseUnreadable(parts, member, first, readings);
  else
    await atMost(
      patience,
      readings.catch(() => {}),
    );
  return ids;
}

/** Keeps everything and begins to read it; from the first look on it counts, so that many sent at once are counted too. */
async function begin(
  parts: ImportParts,
  member: Member,
  sources: ImportSource[],
  as: SeveralAs,
  workId: string | null,
  now: number,
): Promise<{ ids: string[]; readings: Promise<void> }> {
  const { jobs } = parts.importer;
  const { importsAtOnce } = await parts.settings.current();
  if (jobs.countOf(member.accountId) >= importsAtOnce) throw new TooManyImports("being-read", importsAtOnce);
  const hasBegun = jobs.expect(member.accountId);
  try {
    await refuseTooMany(parts, member, 1);
    const stories = as === "works" ? await eachAlone(parts, sources) : [sources];
    await refuseTooMany(parts, member, stories.length);
    const ids: string[] = [];
    for (const story of stories) ids.push(await layDown(parts, member, story, workId, now));
    return { ids, readings: readOneByOne(parts, member, ids) };
  } finally {
    hasBegun();
  }
}

async function refuseTooMany({ database, settings }: ImportParts, member: Member, more: number) {
  const { unfinishedImports } = await settings.current();
  if ((await countImports(database.reading, member)) + more > unfinishedImports)
    throw new TooManyImports("unfinished", unfinishedImports);
}

async function eachAlone({ importer }: ImportParts, sources: ImportSource[]): Promise<ImportSource[][]> {
  const stories: ImportSource[][] = [];
  for (const source of sources) {
    const files = kindOfSource(source) === "zip" ? await importer.unpack(source.bytes) : [source];
    if (typeof files === "string") throw new NoStory(files, "zip");
    stories.push(...files.map((file) => [file]));
  }
  return stories;
}

/** Keeps the files and the import, which is there from now on. */
async function layDown(
  { database, files }: ImportParts,
  member: Member,
  sources: ImportSource[],
  workId: string | null,
  now: number,
): Promise<string> {
  const originals: KeptSource[] = [];
  try {
    for (const source of sources)
      originals.push({
        id: await keepOriginal(database, files, member, givenBy(source), now),
        pastedAs: source.pastedAs,
      });
    return await nameImport(database, member, originals, workId, now);
  } catch (cause) {
    // The disk is full, most likely: what was kept already helps nobody.
    for (const { id } of originals)
      await forgetOriginal(database, files, member, { id, workId: null }).catch(() => {});
    throw cause;
  }
}

type KeptSource = { id: string; pastedAs: ImportSource["pastedAs"] };

function givenBy(source: ImportSource) {
  return {
    bytes: source.bytes,
    fileName: source.fileName === null ? pastedFileName(source) : importFileName(source.fileName),
    mediaType: source.pastedAs === "html" ? "text/html" : "text/plain",
  };
}

async function nameImport(
  database: Database,
  member: Member,
  originals: KeptSource[],
  workId: string | null,
  now: number,
): Promise<string> {
  const id = newId();
  await database.write(async (writer) => {
    await writer
      .insertInto("imports")
      .values({
        id,
        account_id: member.accountId,
        work_id: workId,
        original_id: originals[0]?.id ?? "",
        reading: "",
        read_at: null,
        problem: null,
        source_kind: null,
        decisions: "{}",
        typed: "null",
        version: 1,
        created_at: now,
        updated_at: now,
      })
      .execute();
    for (const [position, original] of originals.entries())
      await writer
        .insertInto("import_files")
        .values({ import_id: id, original_id: original.id, position, pasted_as: original.pastedAs })
        .execute();
  });
  return id;
}

/** One after the other, so that a ZIP of stories does not crowd out everybody else's. */
async function readOneByOne(parts: ImportParts, member: Member, ids: string[]): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (const id of ids) {
    const previous = before;
    before = beginReading(parts, member, id, () => previous.catch(() => {}));
  }
  await before;
}

/** Waits a little. What comes alone and turns out unreadable meanwhile is forgotten. */
async function refuseUnreadable(
  { database, files }: ImportParts,
  member: Member,
  id: string,
  readings: Promise<void>,
): Promise<void> {
  try {
    await atMost(patience, readings);
    const found = await findImport(database.reading, member, id);
    if (found?.state.is === "unreadable") throw new NoStory(found.state.problem, found.state.kind);
  } catch (cause) {
    await forgetImport(database, files, member, id);
    throw cause;
  }
}

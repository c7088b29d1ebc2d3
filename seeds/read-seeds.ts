import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { archiveFile, type SeedArchive, type SeedWork, workFile } from "./seed-archive.ts";

export type { SeedAccount, SeedArchive, SeedChapter, SeedWork } from "./seed-archive.ts";

/** A seed file is missing, is not what its schema says, or names somebody the archive does not know. */
export class SeedsUnreadable extends Error {
  override name = "SeedsUnreadable";
}

/**
 * Reads a folder of seeds (`archive.json` and `works/<slug>/`) whole, oldest work first, so that
 * loading them in order gives the archive the history the seeds describe.
 *
 * @throws SeedsUnreadable naming the file and what is wrong with it.
 */
export async function readSeeds(folder: string): Promise<SeedArchive> {
  const archive = await readJson(archiveFile, folder, "archive.json");
  const slugs = await readdir(join(folder, "works"));
  const works = await Promise.all(slugs.sort().map((slug) => readWork(folder, slug)));
  works.sort((a, b) => b.publishedDaysAgo - a.publishedDaysAgo);
  refuseUnknownAuthors(archive.accounts, works);
  return { ...archive, works };
}

async function readWork(folder: string, slug: string): Promise<SeedWork> {
  const workFolder = join("works", slug);
  const { chapters, ...work } = await readJson(workFile, folder, join(workFolder, "work.json"));
  const withText = chapters.map(async ({ file, ...chapter }) => ({
    ...chapter,
    html: (await readText(folder, join(workFolder, file))).trimEnd(),
  }));
  return { ...work, slug, chapters: await Promise.all(withText) };
}

async function readJson<Schema extends z.ZodType>(
  schema: Schema,
  folder: string,
  file: string,
): Promise<z.infer<Schema>> {
  const text = await readText(folder, file);
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    const fault = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new SeedsUnreadable(`${file}: ${fault}`, { cause });
  }
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), "utf8");
  } catch (cause) {
    throw new SeedsUnreadable(`${file} cannot be read`, { cause });
  }
}

/** Helpers and recipients may be free names; whoever wrote a work must have an account. */
function refuseUnknownAuthors(accounts: SeedArchive["accounts"], works: SeedWork[]): void {
  const known = new Set(accounts.flatMap((account) => account.pseuds.map((pseud) => pseud.name)));
  for (const work of works) {
    for (const name of [work.authorPseud, ...work.coAuthorPseuds]) {
      if (!known.has(name))
        throw new SeedsUnreadable(`works/${work.slug}/work.json: nobody writes as “${name}”`);
    }
  }
}

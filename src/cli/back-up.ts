import { existsSync } from "node:fs";
import { cp, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Config } from "../config.ts";
import { type Command, CommandRefused, MisusedCommand } from "./command.ts";

/** What lies in the data folder beside the database and is worth keeping; indexes and caches are made anew. */
const kept = ["files", "outbox", "secret"];

/**
 * Copies a whole archive while it runs. The database goes first, as one moment of it: files are kept
 * before the rows that name them are, so every file a copied row names is there to be copied, unless
 * its writer removed it meanwhile.
 */
export const backUp: Command = {
  name: "backup",
  takes: "FOLDER",
  does: "Copies the whole archive into a new folder, while the archive runs.",
  async run(config, words, say) {
    const [typed] = words;
    if (typed === undefined || words.length > 1) throw new MisusedCommand();
    const folder = resolve(typed);
    const file = databaseFile(config);
    if (existsSync(folder))
      throw new CommandRefused(`${folder} is there already. Name a folder that does not exist yet.`);
    if (`${folder}${sep}`.startsWith(config.dataFolder + sep))
      throw new CommandRefused("A copy inside the archive’s own folder would be lost with it. Name another.");
    const aside = `${folder}.part`;
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    copyDatabase(file, join(aside, "pressie.sqlite"));
    for (const name of kept)
      if (existsSync(join(config.dataFolder, name)))
        await cp(join(config.dataFolder, name), join(aside, name), {
          recursive: true,
          preserveTimestamps: true,
        });
    await syncAll(aside);
    await rename(aside, folder);
    await syncOne(dirname(folder));
    say(`The archive is copied to ${folder}.`);
    say("To open the copy: PRESSIE_DATA=that-folder bin/start. It holds the archive’s secret: keep it safe.");
  },
};

function databaseFile(config: Config): string {
  if (config.database.engine === "postgres")
    throw new CommandRefused(
      `This archive’s database is a PostgreSQL server: copy it with pg_dump "$DATABASE_URL", and then the folder ${config.dataFolder}.`,
    );
  if (!existsSync(config.database.file))
    throw new CommandRefused(
      `There is no archive in ${config.dataFolder}. Name its folder with PRESSIE_DATA.`,
    );
  return config.database.file;
}

/**
 * One moment of the database, whatever is written meanwhile (https://sqlite.org/lang_vacuum.html#vacuuminto).
 *
 * @throws CommandRefused when the copy is not sound
 */
function copyDatabase(from: string, to: string): void {
  const original = new DatabaseSync(from, { readOnly: true, timeout: 60_000 });
  try {
    original.prepare("vacuum into ?").run(to);
  } finally {
    original.close();
  }
  const copy = new DatabaseSync(to, { readOnly: true });
  try {
    const found = copy.prepare("pragma quick_check").get();
    if (found?.quick_check !== "ok")
      throw new CommandRefused(`The copy of the database is not sound (${String(found?.quick_check)}).`);
  } finally {
    copy.close();
  }
}

/** A copy counts when it is on the disk, not when it is on its way there. */
async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) await syncOne(join(entry.parentPath, entry.name));
  await syncOne(folder);
}

async function syncOne(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { steps } from "../migrations/steps.ts";
import { readConfig } from "../src/config.ts";
import { openDatabase } from "../src/plumbing/database/database.ts";
import { migrate } from "../src/plumbing/database/migrate.ts";
import { freshPostgres } from "./postgres.ts";

/**
 * Makes a database of each engine with nothing in it but the newest schema, for the archives of one test run to begin as
 * copies of: the 250 statements of the schema take most of an archive's first opening, and a run opens hundreds.
 *
 * @param folder where SQLite's is kept
 * @param server where PostgreSQL runs; null: SQLite's alone
 * @returns what to set in the environment of tests
 */
export async function makeMigratedDatabases(
  folder: string,
  server: string | null,
): Promise<Record<string, string>> {
  const { database } = readConfig({ PRESSIE_DATA: folder });
  const environment: Record<string, string> = {};
  if (database.engine === "sqlite") {
    await migrateFresh(database);
    environment.PRESSIE_TEST_MIGRATED_FILE = database.file;
  }
  if (server) {
    const { address } = await freshPostgres(server);
    await migrateFresh(readConfig({ PRESSIE_DATA: folder, DATABASE_URL: address }).database);
    environment.PRESSIE_TEST_MIGRATED_POSTGRES = new URL(address).pathname.slice(1);
  }
  return environment;
}

async function migrateFresh(config: Parameters<typeof openDatabase>[0]): Promise<void> {
  const database = openDatabase(config);
  try {
    await migrate(database, steps);
  } finally {
    await database.close();
  }
}

/** Puts a copy of the run's migrated SQLite file where an archive will open it; nothing where a test runs by itself. */
export async function copyMigratedFile(to: string): Promise<void> {
  const migrated = process.env.PRESSIE_TEST_MIGRATED_FILE;
  if (migrated) await copyFile(migrated, to, constants.COPYFILE_FICLONE);
}

import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { type Database, openDatabase } from "../plumbing/database/database.ts";
import { CommandRefused } from "./command.ts";

/**
 * Opens the database of an archive that was started before, running or not. Nothing is made or
 * migrated: a command that finds no archive must not leave an empty one behind.
 *
 * @throws CommandRefused when there is none
 */
export async function openExisting(config: Config): Promise<Database> {
  const missing = new CommandRefused(
    `There is no archive in ${config.dataFolder}. Start it once with bin/start, or name its folder with PRESSIE_DATA.`,
  );
  if (config.database.engine === "sqlite" && !existsSync(config.database.file)) throw missing;
  const database = openDatabase(config.database);
  try {
    const tables = await database.forLibraries.introspection.getTables();
    if (!tables.some(({ name }) => name === "accounts")) throw missing;
    return database;
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

import { type Migration, Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import type { Engine } from "./reader-writer.ts";

/** One step of the schema; each knows both engines and is never edited after a release. */
export type Step = (engine: Engine) => Migration;

/**
 * Brings the database to the newest schema.
 *
 * A step that fails is rolled back (both engines change schemas inside transactions) and nothing after
 * it runs, so a crash leaves the archive at the last whole step.
 *
 * @param steps by name, e.g. "0001-first-archive"; run in the order of their names
 * @returns the names of the steps that ran now
 * @throws the first failing step's error
 */
export async function migrate(database: Database, steps: Record<string, Step>): Promise<string[]> {
  const migrator = new Migrator({
    db: database.forLibraries,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step(database.engine)])),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

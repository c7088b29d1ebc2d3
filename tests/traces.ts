import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import type { TestArchive } from "./archive.ts";

/** Every column of every table there is, asked from the engine: what is added later is looked through too. */
export async function everyColumn({
  database,
}: Pick<TestArchive, "database">): Promise<{ table: string; columns: string[] }[]> {
  const { rows } =
    database.engine === "sqlite"
      ? await sql<{ table: string; column: string }>`select m.name as "table", c.name as "column"
          from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'`.execute(database.reading)
      : await sql<{ table: string; column: string }>`select table_name as "table", column_name as "column"
          from information_schema.columns where table_schema = 'public'`.execute(database.reading);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return [...byTable].map(([table, found]) => ({ table, columns: found.map(({ column }) => column) }));
}

/** Where any of these words stands in the database, as "table.column: word". */
export async function tracesInTables(
  archive: Pick<TestArchive, "database">,
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { table, columns } of await everyColumn(archive))
    for (const column of columns) {
      const { rows } = await sql<{ text: string }>`select distinct cast(${sql.ref(column)} as text) as text
        from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(archive.database.reading);
      for (const { text } of rows)
        for (const word of words) if (holds(text, word)) found.push(`${table}.${column}: ${word}`);
    }
  return [...new Set(found)];
}

/** Where any of these words stands in a file of the data folder, in whatever bytes lie there. */
export async function tracesInFiles(
  { dataFolder }: Pick<TestArchive, "dataFolder">,
  words: readonly string[],
): Promise<string[]> {
  const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const text = await readFile(path, "latin1");
    for (const word of words) {
      if (holds(text, Buffer.from(word).toString("latin1")) || holds(path, word))
        found.push(`${path.slice(dataFolder.length)}: ${word}`);
    }
  }
  return found;
}

/** Everything an answer carries: its headers, and its body, unpacked where it is a file of files. */
export async function carriedBy(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const body = isZip
    ? Object.entries(unzipSync(bytes)).map(([name, file]) => `${name}\n${strFromU8(file)}`)
    : [strFromU8(bytes)];
  return [...[...answer.headers].map(([name, value]) => `${name}: ${value}`), ...body].join("\n");
}

/** However it is written: the index folds the words it keeps. */
function holds(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}

import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * A fresh database on the test run's own PostgreSQL server, which `bin/test` starts in a temporary
 * folder and names in PRESSIE_TEST_POSTGRES.
 *
 * @param template the name of a database there that nobody is using, to begin as a copy of
 * @returns its address, and a function that drops it
 */
export async function freshPostgres(
  server: string,
  template?: string,
): Promise<{ address: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(server, `create database ${name}${template ? ` template ${template}` : ""}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return {
    address: address.href,
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/config.ts";
import { type OpenArchive, openArchive } from "../src/open-archive.ts";
import { giveRole } from "../src/people/give-role.ts";
import { makeOwner } from "../src/people/make-owner.ts";
import type { Member, Role } from "../src/people/person.ts";
import { findOwnPseuds } from "../src/people/pseuds.ts";
import { registerAccount } from "../src/people/register-account.ts";
import type { SignInLibrary } from "../src/people/sign-in-library.ts";
import { copyMigratedFile } from "./migrated-databases.ts";
import { freshPostgres } from "./postgres.ts";

/** Somebody of the fixed cast, signed in; a stranger has no cookie and is nobody. */
export type CastMember = { name: string; email: string; cookie: string; member: Member; pseudId: string };

/** The password of everybody in the cast. */
export const castPassword = "four ordinary words here";

/**
 * An archive with real parts for one test file: a data folder of its own, and SQLite or a fresh
 * PostgreSQL database, as `bin/test` says.
 */
export type TestArchive = OpenArchive & {
  dataFolder: string;
  /** What went wrong and was logged; a test of the good way finds this empty. */
  logged: string[];
  /** Somebody new, signed in. */
  join(name: string, role?: Role): Promise<CastMember>;
  /** Asks for a page, as somebody or as a stranger. */
  get(path: string, as?: CastMember | null, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form from the archive's own page. */
  send(
    path: string,
    fields: Fields,
    as?: CastMember | null,
    headers?: Record<string, string>,
  ): Promise<Response>;
};

export type Fields = Record<string, string | string[] | File | File[]>;

/** Where the tests' requests go to; nothing listens there. */
const address = "http://archive.test";

/**
 * Opens an archive for a test file; `close` also removes everything it wrote.
 *
 * @param engine "sqlite": on SQLite whatever `bin/test` says, beside another archive
 */
export async function openTestArchive(engine?: "sqlite"): Promise<TestArchive> {
  const dataFolder = await mkdtemp(join(tmpdir(), "pressie-test-"));
  const server = engine === "sqlite" ? undefined : process.env.PRESSIE_TEST_POSTGRES;
  const postgres = server ? await freshPostgres(server, process.env.PRESSIE_TEST_MIGRATED_POSTGRES) : null;
  const logged: string[] = [];
  const config = readConfig({
    PRESSIE_DATA: dataFolder,
    ...(postgres ? { DATABASE_URL: postgres.address } : {}),
  });
  if (config.database.engine === "sqlite") await copyMigratedFile(config.database.file);
  const archive = await openArchive(config, (sentence, cause) => {
    logged.push(`${sentence}: ${cause instanceof Error ? cause.stack : String(cause)}`);
  });
  await hashCastPasswordOnce(archive.library);
  const ask = (request: Request) => Promise.resolve(archive.app.fetch(request));
  return {
    ...archive,
    dataFolder,
    logged,
    join: (name, role = "member") => joinCast(archive, name, role),
    get: (path, as, headers = {}) =>
      ask(new Request(address + path, { headers: { ...headers, ...(as ? { cookie: as.cookie } : {}) } })),
    send: (path, fields, as, headers = {}) =>
      ask(
        new Request(address + path, {
          method: "POST",
          headers: {
            origin: address,
            host: new URL(address).host,
            ...headers,
            ...(as ? { cookie: as.cookie } : {}),
          },
          body: bodyOf(fields),
        }),
      ),
    async close() {
      await archive.close();
      await postgres?.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

let castHash: Promise<string> | undefined;

/**
 * A password takes a tenth of a second to hash, by design. Everybody in the cast has the same one, so a process hashes it
 * once; who signs in with it is checked as ever, and any other password is hashed as ever.
 */
async function hashCastPasswordOnce(library: SignInLibrary): Promise<void> {
  const { password } = await library.$context;
  const { hash } = password;
  password.hash = (typed) => {
    if (typed !== castPassword) return hash(typed);
    castHash ??= hash(typed);
    return castHash;
  };
}

async function joinCast(archive: OpenArchive, name: string, role: Role): Promise<CastMember> {
  const email = `${encodeURIComponent(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")}@example.org`;
  const { database, library } = archive;
  const registration = { email, password: castPassword, pseudName: name };
  const { accountId, cookies } = await registerAccount(library, database, registration, Date.now());
  if (role === "owner") await database.write((writer) => makeOwner(writer, accountId, Date.now()));
  else await database.write((writer) => giveRole(writer, accountId, role));
  const [pseud] = await findOwnPseuds(database.reading, accountId);
  if (!pseud) throw new Error("a new account has a pseud");
  return {
    name,
    email,
    cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; "),
    member: { kind: "member", accountId, name, role },
    pseudId: pseud.id,
  };
}

function bodyOf(fields: Fields): URLSearchParams | FormData {
  const form = Object.values(fields)
    .flat()
    .some((value) => value instanceof File)
    ? new FormData()
    : new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) append(form, name, one);
  return form;
}

function append(form: URLSearchParams | FormData, name: string, value: string | File): void {
  if (form instanceof FormData) form.append(name, value);
  else if (typeof value === "string") form.append(name, value);
}

import pg from "pg";
import { visitor } from "../src/people/person.ts";
import type { Finder } from "../src/search/open-finder.ts";
import { everyWork, type WorkFilter } from "../src/search/work-filter.ts";
import { startPostgres } from "../tests/start-postgres.ts";
import { benchId, kinds, type Made, makeWorks } from "./finding-archive.ts";

/**
 * The same questions as SQL: PostgreSQL, one row a work with its tags as arrays under GIN indexes, which is the quickest
 * plain form we know. Synonyms and tags under others are left out of the questions, so that SQL need not follow them.
 */
const compared: [name: string, filter: Partial<WorkFilter>, where: string][] = [
  ["everything", {}, "true"],
  ["general or teen", { ratings: ["general", "teen"] }, "rating in ('general', 'teen')"],
  ["finished, in English", { complete: true, languages: ["en"] }, "complete and language = 'en'"],
  ["the largest fandom", { all: [benchId("fandom", 0)] }, "fandom @> '{0}'"],
  ["the commonest tag", { all: [benchId("additional", 0)] }, "additional @> '{0}'"],
  [
    "two common tags, none of a third",
    { all: [0, 1].map((rank) => benchId("additional", rank)), none: [benchId("additional", 4)] },
    "additional @> '{0,1}' and not additional @> '{4}'",
  ],
  ["5,000 to 40,000 words", { words: { least: 5_000, most: 40_000 } }, "words between 5000 and 40000"],
  ["the hundredth fandom", { all: [benchId("fandom", 100)] }, "fandom @> '{100}'"],
];

/** Rows sent at once, and the longest a question may take. */
const batch = 2_000;
const patience = 60_000;
const rounds = 3;

/** Asks both in turn, once warmed, and says how many times longer SQL takes; null where PostgreSQL is not installed. */
export async function measureSql(works: number, finder: Finder): Promise<string | null> {
  const server = await startPostgres();
  if (!server) return null;
  const client = new pg.Client({ connectionString: server.server });
  try {
    await client.connect();
    await fill(client, works);
    await client.query(`set statement_timeout = ${patience}`);
    const rows: string[] = [];
    for (const [name, wish, where] of compared) rows.push(await compare(client, finder, name, wish, where));
    return [
      "| filter | found | SQL with GIN ms | index ms | SQL is slower |",
      "|---|--:|--:|--:|--:|",
      ...rows,
    ].join("\n");
  } finally {
    await client.end();
    await server.stop();
  }
}

async function compare(
  client: pg.Client,
  finder: Finder,
  name: string,
  wish: Partial<WorkFilter>,
  where: string,
): Promise<string> {
  const statements = questions(where);
  let theirs = Number.POSITIVE_INFINITY;
  let total = -1;
  try {
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      for (const [at, statement] of statements.entries()) {
        const { rows } = await client.query<{ found: string }>(statement);
        if (at === 0) total = Number(rows[0]?.found);
      }
      theirs = Math.min(theirs, performance.now() - began);
    }
  } catch (cause) {
    // Out of patience: then the longest is what we waited.
    if (!(cause instanceof pg.DatabaseError)) throw cause;
    theirs = Math.min(theirs, patience);
  }
  let mine = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds * 5; round++) {
    const began = performance.now();
    const found = await finder.find({ ...everyWork, ...wish }, visitor, { cursor: null, count: 20 });
    mine = Math.min(mine, performance.now() - began);
    if (total >= 0 && found.total !== total)
      throw new Error(`${name}: SQL finds ${total} works, the index ${found.total}`);
  }
  return `| ${name} | ${total.toLocaleString("en")} | ${theirs.toFixed(0)} | ${mine.toFixed(2)} | ${Math.round(theirs / mine)} × |`;
}

/** What one page of results asks: how many, the page, and the first values of every facet. */
function questions(where: string): string[] {
  const listed = `from found where open and ${where}`;
  const top = "group by 1 order by 2 desc limit 11";
  return [
    `select count(*) as found ${listed}`,
    `select id ${listed} order by updated desc, id desc limit 20`,
    ...["rating", "language", "category", "complete", "pictures", "audio", "cardinality(fandom) > 1"].map(
      (column) => `select ${column}, count(*) ${listed} ${top}`,
    ),
    ...[1, 2, 3, 4].map((warning) => `select warnings[${warning}], count(*) ${listed} ${top}`),
    ...kinds.map((kind) => `select unnest(${kind}), count(*) ${listed} ${top}`),
  ];
}

async function fill(client: pg.Client, works: number): Promise<void> {
  await client.query(`create unlogged table found (
    id text primary key, open boolean, rating text, language text, category text, complete boolean, pictures boolean,
    audio boolean, words integer, updated bigint, warnings text[], ${kinds.map((kind) => `${kind} integer[]`).join(", ")}
  )`);
  let waiting: Made[] = [];
  for (const made of makeWorks(works)) {
    waiting.push(made);
    if (waiting.length < batch) continue;
    await send(client, waiting);
    waiting = [];
  }
  await send(client, waiting);
  for (const kind of kinds) await client.query(`create index on found using gin (${kind})`);
  for (const column of ["rating", "language", "category", "words", "(updated, id)"])
    await client.query(`create index on found ${column.startsWith("(") ? column : `(${column})`}`);
  await client.query("vacuum analyze found");
}

async function send(client: pg.Client, made: readonly Made[]): Promise<void> {
  const rows = made.map((work) => ({
    id: work.id,
    open: work.visibility === "everyone",
    rating: work.rating,
    language: work.language,
    category: work.category,
    complete: work.expected !== null,
    pictures: work.pictures,
    audio: work.audio,
    words: work.words,
    updated: work.updated,
    warnings: `{${work.warnings.map(([, answer]) => answer).join()}}`,
    ...Object.fromEntries(kinds.map((kind) => [kind, `{${ranksOf(work, kind).join()}}`])),
  }));
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  if (rows.length > 0)
    await client.query(
      `insert into found (${columns}) select ${columns} from json_populate_recordset(null::found, $1)`,
      [JSON.stringify(rows)],
    );
}

/** The tags of a kind a work has, mentions left aside. */
function ranksOf(work: Made, kind: string): number[] {
  const ranks = work.tags.flatMap((tag) => (tag.kind === kind && tag.weight !== "mention" ? [tag.rank] : []));
  return [...new Set(ranks)];
}

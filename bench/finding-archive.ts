import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { foldName } from "../src/vocabulary/fold-name.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/**
 * An archive as finding sees it, straight into SQLite's tables and without text: works of twenty tags each, by
 * Zipf's law out of 200,000. Characters and relationships belong to fandoms, as they do; every fiftieth tag is
 * a synonym, and every hundredth stands under another.
 */

/** How many tags there are of each kind. */
export const tagCounts = {
  fandom: 4_000,
  character: 40_000,
  relationship: 40_000,
  additional: 116_000,
} as const;
export type Kind = keyof typeof tagCounts;
export const kinds: readonly Kind[] = ["fandom", "character", "relationship", "additional"];
const tagsOfWork = 20;
const writers = 50_000;
const seriesCount = 30_000;
const start = Date.UTC(2016, 0, 1);
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const nouns =
  "lamp tide salt letter garden window stair harbour winter orchard mirror candle raven clock ember".split(
    " ",
  );

/** The id of the tag at a rank of its kind, or of a pseud: the same in every archive of this bench. */
export function benchId(what: string, rank: number): string {
  const bytes = createHash("sha256").update(`${what} ${rank}`).digest();
  return Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte & 31]).join("");
}

const syllables =
  "ka ri to mel an dra vos li en ta shi ro bel gar ith mo na quen sol ter ul wen yar zo pe fin hal ja".split(
    " ",
  );
/** The same syllables' sound in other scripts, for names that are met by their sound. */
const scripts: readonly (readonly string[])[] = [
  "ка ри то мел ан дра вос ли ен та ши ро бел гар ит мо на кен сол тер ул вен яр зо пе фин хал я".split(" "),
  "カ リ ト メル アン ドラ ヴォス リ エン タ シ ロ ベル ガル イス モ ナ ケン ソル テル ウル ウェン ヤル ゾ ペ フィン ハル ジャ".split(
    " ",
  ),
];

/** What the tag at a rank of its kind is called: two words of two or three syllables, one in twenty in another script. */
export function benchName(kind: Kind, rank: number): string {
  const random = seededRandom(rank * 4 + kinds.indexOf(kind));
  const spelled = rank % 20 === 7 ? random.pick(scripts) : syllables;
  const word = () => Array.from({ length: 2 + random.below(2) }, () => random.pick(spelled)).join("");
  return `${word()} ${word()} ${rank}`;
}

/** A made-up work as the rows it is stored in. */
export type Made = {
  id: string;
  tags: { kind: Kind; rank: number; weight: "main" | "side" | "mention" }[];
  counts: readonly [kudos: number, comments: number, bookmarks: number, hits: number];
  recipient: number | null;
  series: number | null;
  pictures: boolean;
  audio: boolean;
  rating: string;
  language: string;
  category: string;
  warnings: [string, string][];
  writer: number;
  visibility: string;
  words: number;
  chapters: number;
  expected: number | null;
  posted: number;
  updated: number;
  title: string;
};

/** Works of an archive of so many, in the order of their ids; the same ones each time. */
export function* makeWorks(works: number): Generator<Made> {
  const random = seededRandom(4);
  const letters = () => Array.from({ length: 10 }, () => alphabet[random.below(32)]).join("");
  const ids = [...new Set(Array.from({ length: works }, letters))].sort();
  for (const id of ids) yield makeWork(random, id);
}

function makeWork(random: SeededRandom, id: string): Made {
  const tags = new Map<string, Made["tags"][number]>();
  const add = (kind: Kind, rank: number) => {
    const place = kind === "additional" ? 0 : random.below(20);
    const weight = place < 13 ? "main" : place < 19 ? "side" : "mention";
    tags.set(`${kind} ${rank}`, { kind, rank: rank % tagCounts[kind], weight });
  };
  const fandom = random.zipf(tagCounts.fandom);
  add("fandom", fandom);
  if (random.below(8) === 0) add("fandom", random.zipf(tagCounts.fandom));
  for (let number = 0; number < 4; number++) add("character", fandom * 10 + random.zipf(60));
  for (let number = 0; number < 1 + random.below(3); number++)
    add("relationship", fandom * 10 + random.zipf(90));
  while (tags.size < tagsOfWork) add("additional", random.zipf(tagCounts.additional));
  const chapters = 1 + random.zipf(30);
  const posted = start + random.below(3_900) * 86_400_000 + random.below(86_400_000);
  return {
    id,
    tags: [...tags.values()],
    counts: [random.zipf(20_000), random.zipf(3_000), random.zipf(5_000), random.zipf(500_000)],
    recipient: random.below(12) === 0 ? random.zipf(writers) : null,
    series: random.below(6) === 0 ? random.zipf(seriesCount) : null,
    pictures: random.below(15) === 0,
    audio: random.below(60) === 0,
    rating: random.pick(["general", "general", "teen", "teen", "teen", "mature", "explicit", "not-rated"]),
    language: random.below(10) > 0 ? "en" : random.pick(["zh", "es", "fr", "de", "ru", "pt", "ja", "cy"]),
    category: random.pick(["gen", "f-m", "m-m", "m-m", "f-f", "multi", "other"]),
    warnings: (["graphic-violence", "major-character-death", "non-consent", "underage"] as const).map(
      (warning) => [warning, random.pick(["no", "no", "no", "unsaid", "yes"])] as [string, string],
    ),
    writer: random.zipf(writers),
    visibility: random.below(10) === 0 ? "members" : "everyone",
    words: 100 + random.zipf(300_000),
    chapters,
    expected: random.below(4) === 0 ? null : chapters,
    posted,
    updated: posted + random.below(100) * 3_600_000,
    title: `${random.pick(nouns)} ${random.pick(nouns)} and ${random.pick(nouns)} ${random.below(1_000)}`,
  };
}

/** Fills a migrated, empty archive. Works lie in the order of their ids, so that the great tables grow at their end. */
export function fillForFinding(file: string, works: number): void {
  const database = new DatabaseSync(file);
  database.exec(
    "pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -200000",
  );
  database.exec("drop index work_tags_of_tag; drop index work_tags_by_kind; begin");
  database.exec(
    `insert into accounts values ('0000000000', 'Bench', 'bench@example.org', 1, null, 'member', '', '')`,
  );
  const pseuds = database.prepare(
    "insert into pseuds (id, account_id, name, name_key, about, created_at) values (?, '0000000000', ?, ?, '', 0)",
  );
  for (let rank = 0; rank < writers; rank++)
    pseuds.run(benchId("pseud", rank), `Writer ${rank}`, `writer ${rank}`);
  const tagIds = Object.fromEntries(
    kinds.map((kind) => [kind, Array.from({ length: tagCounts[kind] }, (_, rank) => benchId(kind, rank))]),
  );
  const names = Object.fromEntries(
    kinds.map((kind) => [kind, Array.from({ length: tagCounts[kind] }, (_, rank) => benchName(kind, rank))]),
  );
  const tagId = (kind: Kind, rank: number) => tagIds[kind]?.[rank] ?? "";
  const insertTag = database.prepare("insert into tags values (?, ?, ?, ?, ?, ?, 0)");
  const insertParent = database.prepare("insert into tag_parents values (?, ?)");
  for (const kind of kinds)
    for (let rank = 0; rank < tagCounts[kind]; rank++) {
      const name = benchName(kind, rank);
      const synonymOf = rank % 50 === 49 ? tagId(kind, rank - 1) : null;
      const canonical = synonymOf === null && (rank % 50 === 48 || rank * 4 < tagCounts[kind]) ? 1 : 0;
      insertTag.run(tagId(kind, rank), kind, name, foldName(name), canonical, synonymOf);
      if (rank % 100 === 99) insertParent.run(tagId(kind, rank), tagId(kind, rank - 97));
    }
  const insertWork = database.prepare(
    `insert into works (id, account_id, status, visibility, title, summary, notes, end_notes, disclaimer, dedication,
      conventions, rating_id, language, expected_chapters, chapter_count, word_count, version, created_at, updated_at,
      published_at, revised_at, has_pictures, has_audio)
     values (?, '0000000000', 'published', ?, ?, ?, '', '', '', '', '', ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
  );
  const summary = `<p>${"A summary of some words, as works have them. ".repeat(4)}</p>`;
  const insertWorkTag = database.prepare(
    "insert into work_tags (work_id, kind_id, position, tag_id, typed_as, weight) values (?, ?, ?, ?, ?, ?)",
  );
  const insertWarning = database.prepare("insert into work_warnings values (?, ?, ?)");
  const insertCategory = database.prepare("insert into work_categories values (?, ?)");
  const insertCreator = database.prepare(
    "insert into work_creators (work_id, position, role, pseud_id, name, accepted) values (?, 0, 'author', ?, ?, 1)",
  );
  const insertCounts = database.prepare("insert into work_counts values (?, ?, ?, ?, ?, 0)");
  const insertGift = database.prepare(
    "insert into work_gifts (work_id, position, name, addressed_as, recipient_id) values (?, 0, ?, ?, ?)",
  );
  const insertSeries = database.prepare(
    "insert into series (id, account_id, title, created_at, updated_at) values (?, '0000000000', ?, 0, 0)",
  );
  for (let rank = 0; rank < seriesCount; rank++) insertSeries.run(benchId("series", rank), `Series ${rank}`);
  const insertPart = database.prepare("insert into series_works values (?, ?, 1)");
  for (const made of makeWorks(works)) {
    const { id } = made;
    insertWork.run(
      ...[id, made.visibility, made.title, summary, made.rating, made.language, made.expected],
      ...[made.chapters, made.words, made.posted, made.posted, made.posted, made.updated],
      ...[made.pictures ? 1 : 0, made.audio ? 1 : 0],
    );
    for (const [position, { kind, rank, weight }] of made.tags.entries())
      insertWorkTag.run(id, kind, position, tagId(kind, rank), names[kind]?.[rank] ?? "", weight);
    insertCounts.run(id, ...made.counts);
    if (made.recipient !== null)
      insertGift.run(
        id,
        `Writer ${made.recipient}`,
        `Writer ${made.recipient}`,
        benchId("pseud", made.recipient),
      );
    if (made.series !== null) insertPart.run(benchId("series", made.series), id);
    for (const [warning, answer] of made.warnings) insertWarning.run(id, warning, answer);
    insertCategory.run(id, made.category);
    insertCreator.run(id, benchId("pseud", made.writer), `Writer ${made.writer}`);
  }
  database.exec("commit");
  database.exec("create index work_tags_of_tag on work_tags (tag_id)");
  database.exec("create index work_tags_by_kind on work_tags (kind_id, tag_id, work_id, typed_as)");
  database.exec("analyze");
  database.close();
}

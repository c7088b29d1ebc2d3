import { strFromU8, unzipSync } from "fflate";
import { urls } from "../src/vocabulary/urls.ts";
import type { CastMember, TestArchive } from "./archive.ts";

/** The files of a copy by their names. */
export type CopyFiles = Record<string, Uint8Array>;

/** Somebody's copy, as they are given it. */
export async function takeCopy(archive: TestArchive, as: CastMember): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await archive.get(urls.copy(), as)).arrayBuffer());
}

/** Sends a copy to an archive; answers with the page, or the address of the review. */
export async function sendCopy(
  archive: TestArchive,
  as: CastMember,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ answer: Response; path: string }> {
  const answer = await archive.send(
    urls.broughtCopies(),
    { file: new File([bytes], "pressie-copy.zip") },
    as,
  );
  return { answer, path: answer.headers.get("location") ?? "" };
}

/** Brings a copy in as its owner would who ticks everything, and waits until it is in. */
export async function bringIn(
  archive: TestArchive,
  as: CastMember,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const { answer, path } = await sendCopy(archive, as, bytes);
  if (answer.status !== 303) throw new Error(`the copy was refused: ${await answer.text()}`);
  const review = await (await archive.get(path, as)).text();
  const work = Array.from(review.matchAll(/name="work" value="([^"]+)"/g), ([, id = ""]) => id);
  await archive.send(path, { work }, as);
  await archive.bringer.settled();
  return (await archive.get(path, as)).text();
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What may differ between a copy and the copy of what came of it, each with the reason; everything else must be the same. */
const mayDiffer: Record<string, string> = {
  "account.email": "another account",
  "account.archive": "another archive",
  "account.pseuds.created_at": "since when the name is theirs here",
  "account.icons.created_at": "since when the picture stands here",
  "account.filters.created_at": "since when it is kept here",
  "account.filters.updated_at": "since when it is kept here",
  "account.filters.default_for": "applied to fandoms of that archive",
  "account.filters.query": "tags have other ids",
  "account.filterTags": "tags have other ids",
  "account.lists": "the owner's lists",
  "works.work.removed_at": "its days in the trash begin anew",
  "works.chapters.removed_at": "its days in the trash begin anew",
  "works.creators.pseud_id": "names of others lead to nobody here",
  "works.creators.invited_at": "nobody is asked anew whose name is nobody's here",
  "works.gifts.pseud_id": "names of others lead to nobody here",
  "comments/written.chapterId": "words that are kept lead to no chapter here",
  "comments/received.chapterId": "words that are kept lead to no chapter here",
  "comments/written.speaker.pseudId": "names in words that are kept lead to nobody here",
  "comments/received.speaker.pseudId": "names in words that are kept lead to nobody here",
  "works.counts": "counted here from nothing; what it was stands in countsBefore",
  "works.countsBefore": "has what was counted there",
};

/**
 * A copy in a form in which two are the same when nothing is lost: ids become what they are ids of, lists are sorted, and
 * what may differ is left out.
 *
 * @param without the name an account was made with, of which the copy knew nothing
 */
export function canonical(zip: Uint8Array, without = ""): Record<string, string> {
  const files = unzipSync(zip);
  const names = idNames(files);
  const plain = (text: string) =>
    text.replaceAll(/(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{10}(?![0-9a-z])/g, (id) => names.get(id) ?? id);
  const canon: Record<string, string> = {};
  for (const [path, bytes] of Object.entries(files)) {
    if (!path.endsWith(".json")) {
      canon[plain(path)] = path.endsWith(".html") ? strFromU8(bytes) : Buffer.from(bytes).toString("base64");
      continue;
    }
    const place = path.startsWith("works/") ? "works" : path.replace(/\.json$/, "");
    const read = JSON.parse(plain(strFromU8(bytes)));
    if (place === "account")
      read.pseuds = read.pseuds.filter(({ name }: { name: string }) => name !== without);
    canon[plain(path)] = JSON.stringify(sorted(read, place), null, 1);
  }
  return Object.fromEntries(Object.entries(canon).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What each id is the id of, in words that are the same in both archives. */
function idNames(files: CopyFiles): Map<string, string> {
  const names = new Map<string, string>();
  const read = (path: string) => JSON.parse(strFromU8(files[path] ?? new Uint8Array([123, 125])));
  const account = read("account.json");
  for (const pseud of account.pseuds) names.set(pseud.id, `pseud ${pseud.name}`);
  for (const icon of account.icons) names.set(icon.icon_id, `icon of ${names.get(icon.pseud_id)}`);
  for (const series of account.series) names.set(series.id, `series ${series.title}`);
  for (const filter of account.filters) names.set(filter.id, `filter ${filter.name}`);
  for (const path of Object.keys(files).filter((name) => name.endsWith("work.json"))) {
    const { work, chapters, news } = read(path);
    const title = `work ${work.title} of ${work.created_at}`;
    names.set(work.id, title);
    for (const chapter of chapters) names.set(chapter.id, `chapter at ${chapter.position} of ${title}`);
    for (const one of news) names.set(one.id, `news of ${one.posted_at}: ${one.text}`);
  }
  for (const original of read("originals.json")) names.set(original.id, `original ${original.file_name}`);
  return names;
}

function sorted(value: Json, place: string): Json {
  if (Array.isArray(value)) {
    const rows = value.map((one) => sorted(one, place));
    return rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !Object.hasOwn(mayDiffer, `${place}.${name}`))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner, `${place}.${name}`)]),
  );
}

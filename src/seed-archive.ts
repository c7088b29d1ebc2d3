import { randomInt } from "node:crypto";
import type { SeedArchive, SeedWork } from "../seeds/read-seeds.ts";
import { addPseud } from "./people/add-pseud.ts";
import { hasAnyAccount } from "./people/any-account.ts";
import { changePseud } from "./people/change-pseud.ts";
import { giveRole } from "./people/give-role.ts";
import { makeOwner } from "./people/make-owner.ts";
import type { Member } from "./people/person.ts";
import { findOwnPseuds, findPseudByName } from "./people/pseuds.ts";
import { registerAccount } from "./people/register-account.ts";
import type { SignInLibrary } from "./people/sign-in-library.ts";
import type { Database } from "./plumbing/database/database.ts";
import type { Writer } from "./plumbing/database/reader-writer.ts";
import { changeSettings } from "./plumbing/settings/settings.ts";
import { seedReadings } from "./seed-readings.ts";
import { seedThanks } from "./seed-thanks.ts";
import type { Deed } from "./tags/deed.ts";
import { doDeeds } from "./tags/do-deeds.ts";
import { type TagWeight, tagFor } from "./tags/tags.ts";
import { dayLength } from "./vocabulary/days.ts";
import { newId } from "./vocabulary/ids.ts";
import { addChapter } from "./works/add-chapter.ts";
import { publishChapter } from "./works/publish-chapter.ts";
import { publishWork } from "./works/publish-work.ts";
import { saveDraft } from "./works/save-draft.ts";
import type { WorkFields } from "./works/work-fields.ts";

/** Who can sign in to the demo archive, and with what. */
export type DemoPeople = { people: { email: string; role: string }[]; password: string };

/**
 * Fills an empty archive with the seed stories; an archive with anybody in it is left alone.
 *
 * The works come in one transaction, after the people. A crash before it is done leaves people without
 * works; empty the data folder and start again.
 *
 * @param now ms since 1970, UTC; the seeds tell their dates as days before it
 * @returns null when the archive was not empty
 */
export async function fillWithSeeds(
  archive: { database: Database; library: SignInLibrary },
  seeds: SeedArchive,
  now: number,
): Promise<DemoPeople | null> {
  const { database } = archive;
  if (await hasAnyAccount(database.reading)) return null;
  const password = newPassword();
  const members = new Map<string, Member>();
  for (const account of seeds.accounts) {
    const member = await seedAccount(archive, account, password, now);
    for (const { name } of account.pseuds) members.set(name, member);
  }
  await database.write(async (writer) => {
    await changeSettings(
      writer,
      { archiveName: seeds.name, welcome: seeds.welcome, rules: seeds.rules, language: seeds.language },
      now,
    );
    await addAbbreviations(writer, seeds);
    const published: { workId: string; visibility: SeedWork["visibility"]; publishedAt: number }[] = [];
    for (const work of seeds.works) {
      const member = members.get(work.authorPseud);
      const workId = member && (await seedWork(writer, member, work, now));
      if (workId && work.status === "published") {
        const publishedAt = now - work.publishedDaysAgo * dayLength;
        published.push({ workId, visibility: work.visibility, publishedAt });
      }
    }
    const owner = seeds.accounts.find(({ role }) => role === "owner")?.pseuds[0];
    const wrangler = members.get(owner?.name ?? "");
    if (wrangler) await sayWhatTagsMean(writer, wrangler, seeds, now);
    await seedThanks(writer, [...new Set(members.values())], published, now);
    await seedReadings(writer, published, now);
  });
  return { people: seeds.accounts.map(({ email, role }) => ({ email, role })), password };
}

async function seedAccount(
  { database, library }: { database: Database; library: SignInLibrary },
  account: SeedArchive["accounts"][number],
  password: string,
  now: number,
): Promise<Member> {
  const [first, ...others] = account.pseuds;
  if (!first) throw new Error(`the seed account ${account.email} has no pseud`);
  const { email, role } = account;
  const { accountId } = await registerAccount(
    library,
    database,
    { email, password, pseudName: first.name },
    now,
  );
  await database.write(async (writer) => {
    for (const { name } of others) await addPseud(writer, accountId, name, now);
    for (const pseud of await findOwnPseuds(writer, accountId)) {
      const about = account.pseuds.find(({ name }) => name === pseud.name)?.about ?? "";
      await changePseud(writer, accountId, pseud.id, { name: pseud.name, about }, now);
    }
    if (role === "owner") await makeOwner(writer, accountId, now);
    else await giveRole(writer, accountId, role);
  });
  return { kind: "member", accountId, name: first.name, role };
}

/** The demo archive's own short forms stand behind the familiar ones. */
async function addAbbreviations(writer: Writer, seeds: SeedArchive): Promise<void> {
  const { count } = await writer
    .selectFrom("abbreviations")
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const known = await writer.selectFrom("abbreviations").select("abbreviation").execute();
  const rows = seeds.abbreviations
    .filter(({ abbreviation }) => !known.some((row) => row.abbreviation === abbreviation))
    .map(({ abbreviation, kind, name }, index) => ({
      id: newId(),
      abbreviation,
      kind_id: kind,
      name,
      position: count + index,
      retired: 0,
    }));
  if (rows.length > 0) await writer.insertInto("abbreviations").values(rows).execute();
}

/** What the owner, who wrangles too, said of the archive's tags; each is canonical. */
async function sayWhatTagsMean(
  writer: Writer,
  wrangler: Member,
  { tags }: SeedArchive,
  now: number,
): Promise<void> {
  for (const { kind, name, media, synonyms, under } of tags) {
    const tag = await tagFor(writer, kind, name, now);
    const deeds: Deed[] = [{ deed: "canonical", tag }];
    if (media.length > 0) deeds.push({ deed: "media", tag, media });
    for (const synonym of synonyms)
      deeds.push({ deed: "merge", tag: await tagFor(writer, kind, synonym, now), into: tag });
    for (const parent of under)
      deeds.push({ deed: "put-under", tag, parent: await tagFor(writer, kind, parent, now) });
    await doDeeds(writer, wrangler, deeds, now);
  }
}

/** The first chapters come out with the work; the last of several comes out on the day of the last update. */
async function seedWork(writer: Writer, member: Member, work: SeedWork, now: number): Promise<string> {
  const publishedAt = now - work.publishedDaysAgo * dayLength;
  const updatedAt = now - work.updatedDaysAgo * dayLength;
  const fields = await fieldsOf(writer, work);
  const [first, ...rest] = work.chapters.map(({ html, ...chapter }) => ({ ...chapter, story: html }));
  if (!first) throw new Error(`the seed work ${work.slug} has no chapter`);
  const { workId } = await saveDraft(writer, member, fields, first, publishedAt);
  const last = rest.pop();
  for (const chapter of rest) await addChapter(writer, member, workId, chapter, publishedAt);
  if (work.status === "published") await publishWork(writer, member, workId, publishedAt);
  if (!last) return workId;
  const lastId = await addChapter(writer, member, workId, last, updatedAt);
  if (work.status === "published") await publishChapter(writer, member, workId, lastId, updatedAt);
  return workId;
}

async function fieldsOf(writer: Writer, work: SeedWork): Promise<WorkFields> {
  const authorPseudIds: string[] = [];
  for (const name of [work.authorPseud, ...work.coAuthorPseuds]) {
    const pseud = await findPseudByName(writer, name);
    if (pseud) authorPseudIds.push(pseud.id);
  }
  const tagged = (kindId: string, names: string[], weight: TagWeight = "main") =>
    names.map((name) => ({ kindId, name, weight }));
  const lesser = (tags: SeedWork["side"], weight: TagWeight) => [
    ...tagged("fandom", tags.fandoms, weight),
    ...tagged("character", tags.characters, weight),
    ...tagged("relationship", tags.relationships, weight),
  ];
  return {
    title: work.title,
    summary: work.summary,
    notes: work.notes,
    endNotes: work.endNotes,
    disclaimer: work.disclaimer,
    dedication: work.dedication,
    conventions: work.conventions,
    ratingId: work.rating,
    language: work.language,
    expectedChapters: work.expectedChapters,
    visibility: work.visibility,
    searchable: true,
    series: work.series,
    authorPseudIds,
    credits: work.credits,
    gifts: work.gifts.map(({ name, addressedAs }) => ({ name, addressedAs: addressedAs ?? "" })),
    tags: [
      ...tagged("fandom", work.fandoms),
      ...tagged("character", work.characters),
      ...tagged("relationship", work.relationships),
      ...tagged("additional", work.additionalTags),
      ...lesser(work.side, "side"),
      ...lesser(work.mentioned, "mention"),
    ],
    warnings: Object.entries(work.warnings).map(([warningId, answer]) => ({ warningId, answer })),
    categoryIds: work.categories,
  };
}

/** A password for trying things out: four syllables and a number, told once on the console. */
function newPassword(): string {
  const syllables = [
    "amber",
    "bracken",
    "candle",
    "dapple",
    "ember",
    "fennel",
    "gilded",
    "hollow",
    "ivory",
    "juniper",
  ];
  const words = Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]);
  return `${words.join("-")}-${randomInt(1_000_000)}`;
}

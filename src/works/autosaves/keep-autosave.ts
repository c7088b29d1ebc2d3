import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import type { Settings } from "../../plumbing/settings/settings.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { chapterOf, type FormPlace, keyOfPlace, workOf } from "../form/form-place.ts";
import { changeableBy } from "../who-may-change.ts";
import { forgetAutosave } from "./leave-autosave.ts";
import { type Sent, textOfSent } from "./sent-autosave.ts";
import "../sql/autosaves-tables.ts";
import "../sql/works-tables.ts";

/** How much of what is typed and not saved is kept for one member; settings an owner may change. */
export type AutosaveLimits = Pick<Settings, "autosavesKept" | "autosaveMegabytes">;

/** Why what a window sent was not kept as it came. */
export type NotKept =
  /** Somebody else has written there since: the window needs an id of its own, and sends all of it again. */
  | "written by another"
  /** What it changes is not what stands here: the window sends all of it again. */
  | "send all"
  /** These words, or newer ones of the same window, were saved already. */
  | "saved already"
  | "too many"
  | "too large";

/** What became of it: kept, under which stamp, and which version stands in the archive meanwhile. */
export type KeptAutosave =
  | { kept: true; stamp: string; standing: number }
  | { kept: false; because: NotKept };

/**
 * Keeps what stands in a form that is not saved. Nothing of the work changes, and no revision is made. A row is only
 * ever written over by who knows what is in it (`after`), so windows that share an id by some accident — a tab made
 * twice, a browser that brought a session back — part, and neither loses a word.
 *
 * @throws NotFound unless the member may change what the form is of; of what lies in the trash words are kept too
 */
export async function keepAutosave(
  writer: Writer,
  member: Member,
  place: FormPlace,
  sent: Sent,
  limits: AutosaveLimits,
  now: number,
): Promise<KeptAutosave> {
  const standing = await standingVersion(writer, member, place);
  const row = await writer
    .selectFrom("autosaves")
    .select(["place", "stamp", "fields", "left_at", "settled_at"])
    .where("account_id", "=", member.accountId)
    .where("id", "=", sent.id)
    .executeTakeFirst();
  const because = (reason: NotKept): KeptAutosave => ({ kept: false, because: reason });
  if (row && row.place !== keyOfPlace(place)) return because("written by another");
  if (row && row.settled_at !== null) return because("saved already");
  if (row && !sent.after.includes(row.stamp)) {
    if ("on" in sent.fields) return because("send all");
    // Two that bring the same words, a window and the one that found them left in the browser, need not part.
    if (!("whole" in sent.fields) || sent.fields.whole !== row.fields) return because("written by another");
    return { kept: true, stamp: row.stamp, standing };
  }
  const fields = textOfSent(sent, row);
  if (fields === null) return because("send all");
  if (fields === "") {
    await forgetAutosave(writer, member, sent.id);
    return { kept: true, stamp: sent.stamp, standing };
  }
  const byteSize = Buffer.byteLength(fields);
  const others = await keptBesides(writer, member, sent.id);
  if (!row && others.count >= limits.autosavesKept) return because("too many");
  if (others.bytes + byteSize > limits.autosaveMegabytes * 1_000_000) return because("too large");
  const state = {
    version: sent.version,
    stamp: sent.stamp,
    fields,
    byte_size: byteSize,
    saved_at: now,
    // What was put aside stays so until something else is typed.
    left_at: row?.fields === fields ? row.left_at : null,
    overtaken_at: null,
  };
  await writer
    .insertInto("autosaves")
    .values({
      ...state,
      account_id: member.accountId,
      id: sent.id,
      place: keyOfPlace(place),
      work_id: workOf(place),
      chapter_id: chapterOf(place),
      settled_at: null,
    })
    .onConflict((conflict) => conflict.columns(["account_id", "id"]).doUpdateSet(state))
    .execute();
  return { kept: true, stamp: sent.stamp, standing };
}

async function keptBesides(writer: Writer, member: Member, id: string) {
  const { count, bytes } = await writer
    .selectFrom("autosaves")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.sum<number | null>("byte_size").as("bytes")])
    .where("account_id", "=", member.accountId)
    .where("id", "!=", id)
    .where("settled_at", "is", null)
    .executeTakeFirstOrThrow();
  return { count: Number(count), bytes: Number(bytes ?? 0) };
}

/** The version that stands of what a form changes; 0 of something new. @throws NotFound */
async function standingVersion(writer: Writer, member: Member, place: FormPlace): Promise<number> {
  const workId = workOf(place);
  if (workId === null) return 0;
  const work = await writer
    .selectFrom("works")
    .select("version")
    .where("works.id", "=", workId)
    .where(changeableBy(member))
    .executeTakeFirst();
  if (!work) throw new NotFound();
  if (place.form === "work") return work.version;
  const chapterId = chapterOf(place);
  if (chapterId === null) return 0;
  const chapter = await writer
    .selectFrom("chapters")
    .select("version")
    .where("id", "=", chapterId)
    .where("work_id", "=", workId)
    .executeTakeFirst();
  if (!chapter) throw new NotFound();
  return chapter.version;
}

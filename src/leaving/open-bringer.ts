import { memberOfAccount } from "../people/member-of-account.ts";
import type { Member } from "../people/person.ts";
import { dayLength } from "../vocabulary/days.ts";
import { newId } from "../vocabulary/ids.ts";
import { type BringingParts, bringCopy } from "./bringing/bring-copy.ts";
import {
  type BroughtCopy,
  beginCopy,
  findCopy,
  listCopies,
  newReport,
  type Wishes,
} from "./bringing/copies.ts";
import { openCleaner } from "./bringing/open-cleaner.ts";
import { openCopyReader } from "./bringing/open-copy.ts";
import { surveyCopy } from "./bringing/survey-copy.ts";
import "./sql/brought-tables.ts";

/** A copy of this member is being brought in: another waits until that is done. */
export class OneAtATime extends Error {
  override name = "OneAtATime";
}

/** Takes copies in and brings them in, one at a time for the whole archive: it is long work, and nobody waits for it. */
export type Bringer = {
  /**
   * Takes a copy in and looks through it. It takes the place of one that waits.
   *
   * @throws CopyRefused, OneAtATime, TooLarge, FormRefused; nothing of the file is kept then
   */
  take(member: Member, pieces: AsyncIterable<Uint8Array>, now: number): Promise<BroughtCopy>;
  /** Begins to bring a copy in; doing it again does nothing. */
  begin(member: Member, id: string, wishes: Wishes): Promise<void>;
  /** Lets a copy that waits, or what is known of one that is done, be forgotten. */
  forget(member: Member, id: string): Promise<void>;
  /**
   * For somebody who leaves, and whose rows go with their account: what forgets the files of their copies, to be called
   * when they have gone. What is just coming in finds nobody to come to, and stops.
   */
  fileForgetter(member: Member): Promise<() => Promise<void>>;
  /** Goes on with what was begun before the archive was closed, and forgets files that nobody came back to. */
  resume(now: number): Promise<void>;
  /** Resolves when nothing is being brought in. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** A copy that nobody came back to is forgotten after so many ms. */
const patience = 7 * dayLength;

export function openBringer(
  archive: Omit<BringingParts, "cleaner" | "copies">,
  complain: (sentence: string, cause: unknown) => void,
): Bringer {
  const parts: BringingParts = { ...archive, cleaner: openCleaner(), copies: openCopyReader() };
  const { database, scratch, settings } = parts;
  const begun = new Set<string>();
  /** Files that are coming in and have no row yet. */
  const coming = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const start = (member: Member, id: string): void => {
    if (begun.has(id)) return;
    begun.add(id);
    running = running.then(async () => {
      try {
        const copy = closed ? undefined : await findCopy(database.reading, member, id);
        if (copy?.state === "running") await bringCopy(parts, member, copy);
      } catch (cause) {
        if (!closed)
          complain("A copy could not be brought in; it goes on when the archive starts again.", cause);
      } finally {
        begun.delete(id);
      }
    });
  };
  return {
    async take(member, pieces, now) {
      const standing = await listCopies(database.reading, member);
      if (standing.some(({ state }) => state === "running")) throw new OneAtATime();
      const { copyMegabytes } = await settings.current();
      const id = newId();
      coming.add(id);
      try {
        const byteSize = await scratch.take(id, pieces, copyMegabytes * 1_000_000);
        const opened = await parts.copies.open(scratch.path(id));
        const survey = await surveyCopy(database.reading, opened, await settings.current()).finally(() =>
          opened.close(),
        );
        const wishes: Wishes = { workIds: [], names: {} };
        const report = newReport(survey);
        const replaced = await database.write(async (writer) => {
          const gone = await writer
            .deleteFrom("brought_copies")
            .where("account_id", "=", member.accountId)
            .where("state", "=", "waiting")
            .returning("id")
            .execute();
          await writer
            .insertInto("brought_copies")
            .values({
              ...{ id, account_id: member.accountId, byte_size: byteSize, taken_at: now, state: "waiting" },
              ...{ wishes: JSON.stringify(wishes), report: JSON.stringify(report) },
            })
            .execute();
          return gone;
        });
        for (const { id: old } of replaced) await scratch.remove(old);
        return { id, byteSize, takenAt: now, state: "waiting", wishes, report };
      } catch (cause) {
        await scratch.remove(id);
        throw cause;
      } finally {
        coming.delete(id);
      }
    },
    async begin(member, id, wishes) {
      if (await database.write((writer) => beginCopy(writer, member, id, wishes))) start(member, id);
    },
    async forget(member, id) {
      const gone = await database.write((writer) =>
        writer
          .deleteFrom("brought_copies")
          .where("id", "=", id)
          .where("account_id", "=", member.accountId)
          .where("state", "!=", "running")
          .returning("id")
          .executeTakeFirst(),
      );
      if (gone) await scratch.remove(id);
    },
    async fileForgetter(member) {
      const copies = await listCopies(database.reading, member);
      return async () => {
        for (const { id } of copies) await scratch.remove(id);
      };
    },
    async resume(now) {
      const rows = await database.reading
        .selectFrom("brought_copies")
        .select(["id", "account_id", "state", "taken_at"])
        .where("state", "!=", "done")
        .execute();
      const isOver = ({ state, taken_at }: (typeof rows)[number]) =>
        state === "waiting" && taken_at < now - patience;
      for (const row of rows.filter(isOver))
        await database.write((writer) =>
          writer
            .deleteFrom("brought_copies")
            .where("id", "=", row.id)
            .where("state", "=", "waiting")
            .execute(),
        );
      const standing = new Set(rows.filter((row) => !isOver(row)).map(({ id }) => id));
      for (const name of await scratch.names())
        if (!standing.has(name) && !coming.has(name)) await scratch.remove(name);
      for (const { id, account_id, state } of rows) {
        if (state !== "running") continue;
        const member = await memberOfAccount(database.reading, account_id);
        if (member) start(member, id);
      }
    },
    settled: () => running,
    async close() {
      closed = true;
      await running;
      await parts.cleaner.close();
      await parts.copies.close();
    },
  };
}

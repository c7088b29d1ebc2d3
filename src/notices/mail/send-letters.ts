import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { PerhapsSent, type Post } from "../../plumbing/mail/post.ts";
import { dayLength } from "../../vocabulary/days.ts";
import { type LetterSources, writeLetter } from "./write-letter.ts";
import "../sql/notices-tables.ts";

/** Everything letters are made from and sent by. */
export type LetterParts = LetterSources & {
  database: Database;
  post: Pick<Post, "travels" | "send">;
  complain: (sentence: string, cause: unknown) => void;
  /** Whether the archive is closing: then no other letter is begun. */
  isStopped?: () => boolean;
};

const minute = 60_000;
/** Waits between tries; the last again and again. */
const waits = [5, 15, 60, 180, 360].map((minutes) => minutes * minute);
/** A try that has not come to an end for so long was broken off by a kill. */
const longestTry = 15 * minute;
/** Letters sent in one go. */
const mostAtOnce = 500;

/**
 * Sends the letters whose time has come. What a letter says is found anew at each try: what was hidden, withdrawn, read on the
 * site or followed no longer since is not in it, and one with nothing left in it is not sent.
 *
 * A letter is marked as begun before it is sent and as sent after it. A kill between the two leaves it begun: it is sent once
 * more, under the same Message-ID, and never a third time. So is one that the server was given and never answered to.
 *
 * @param now ms since 1970, UTC
 */
export async function sendLetters(parts: LetterParts, now: number): Promise<void> {
  if (!parts.post.travels) return;
  for (let sent = 0; sent < mostAtOnce && !parts.isStopped?.(); sent++) {
    const letter = await parts.database.write((writer) => beginNext(writer, now));
    if (letter === null) return;
    if (!(await sendOne(parts, letter, now))) return;
  }
}

type Begun = { id: string; accountId: string; madeAt: number; tries: number; brokenOff: number };

/** Takes the letter that waits longest and marks it as begun: no other process takes it too. */
async function beginNext(writer: Writer, now: number): Promise<Begun | null> {
  const letter = await writer
    .selectFrom("letters")
    .select(["id", "account_id as accountId", "made_at as madeAt", "tries", "begun_at as begunAt"])
    .select("broken_off as brokenOff")
    .where("ended_at", "is", null)
    .where("next_at", "<=", now)
    .where((row) => row.or([row("begun_at", "is", null), row("begun_at", "<=", now - longestTry)]))
    .orderBy("next_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (!letter) return null;
  const { begunAt, ...begun } = letter;
  const brokenOff = begun.brokenOff + (begunAt === null ? 0 : 1);
  const tries = begun.tries + 1;
  await writer
    .updateTable("letters")
    .set({ begun_at: now, tries, broken_off: brokenOff })
    .where("id", "=", begun.id)
    .execute();
  return { ...begun, tries, brokenOff };
}

/** @returns whether the next may be tried: not where the mail server cannot be reached */
async function sendOne(parts: LetterParts, begun: Begun, now: number): Promise<boolean> {
  const { database, post, settings, complain } = parts;
  const end = (ending: "sent" | "empty" | "given up") =>
    change(database, begun.id, { begun_at: null, ended_at: now, ending });
  if (begun.brokenOff > 1) {
    await end("sent");
    return true;
  }
  const letter = await writeLetter(parts, database.reading, begun);
  if (letter === null) {
    await end("empty");
    return true;
  }
  try {
    await post.send(letter);
  } catch (cause) {
    const { letterDays } = await settings.current();
    if (refusesReceiver(cause) || now - begun.madeAt > letterDays * dayLength) {
      complain(`A letter (${begun.id}) was given up after ${begun.tries} tries.`, cause);
      await end("given up");
      return true;
    }
    const wait = waits[Math.min(begun.tries, waits.length) - 1] ?? minute;
    const broken_off = begun.brokenOff + (cause instanceof PerhapsSent ? 1 : 0);
    await change(database, begun.id, { begun_at: null, next_at: now + wait, broken_off });
    return isAboutLetter(cause);
  }
  await end("sent");
  return true;
}

function change(
  database: Database,
  id: string,
  set: {
    begun_at: null;
    next_at?: number;
    broken_off?: number;
    ended_at?: number;
    ending?: "sent" | "empty" | "given up";
  },
) {
  return database.write((writer) => writer.updateTable("letters").set(set).where("id", "=", id).execute());
}

/** What the server said to a letter (RFC 5321, section 4.2): its number, what it answered, and in which words. */
type Refusal = { number: number; command: unknown; words: string };

/** What the server answered; undefined when it could not be reached, or broke off. */
function refusalIn(cause: unknown): Refusal | undefined {
  if (!(cause instanceof Error && "responseCode" in cause && typeof cause.responseCode === "number"))
    return undefined;
  const words = "response" in cause && typeof cause.response === "string" ? cause.response : "";
  return { number: cause.responseCode, command: "command" in cause ? cause.command : undefined, words };
}

/**
 * Whether the server wants nothing for this receiver, for good. What it holds against us (RFC 3463, section 3.8: 5.7.x, such
 * as that it passes nothing on for us) an owner can put right within the days for which a letter is tried.
 */
function refusesReceiver(cause: unknown): boolean {
  const refusal = refusalIn(cause);
  return refusal?.command === "RCPT TO" && refusal.number >= 500 && !/^5\d\d[ -]5\.7\./.test(refusal.words);
}

/** Whether it was this letter or its receiver that was refused for now: the next may fare better. */
function isAboutLetter(cause: unknown): boolean {
  const refusal = refusalIn(cause);
  // 421: it is going down, and takes nobody's letters.
  return (
    refusal !== undefined &&
    refusal.number !== 421 &&
    (refusal.command === "RCPT TO" || refusal.command === "DATA")
  );
}

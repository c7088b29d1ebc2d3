import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import { z } from "zod";

/** One message to one person, in plain words. */
export type Letter = {
  to: string;
  subject: string;
  text: string;
  /** The same as a page, for mail programs that show one. */
  html?: string;
  /** Stays the same when a letter is sent again. */
  messageId?: string;
  headers?: Record<string, string>;
};

/** A letter lying in the outbox because no mail server is set. */
export type LetterInOutbox = Pick<Letter, "to" | "subject" | "text"> & { id: string; writtenAt: number };

/** The server was given all of a letter, and never said whether it took it. */
export class PerhapsSent extends Error {
  override name = "PerhapsSent";
  constructor(options: ErrorOptions) {
    super("the mail server did not say whether it took the letter", options);
  }
}

/** Sends letters, or lays them in the outbox when the archive has no mail server. */
export type Post = {
  /** Whether letters travel by themselves. */
  travels: boolean;
  /** @throws PerhapsSent, and what else a mail server does wrong */
  send(letter: Letter): Promise<void>;
  /** The letters waiting for the owner to pass on, newest first. */
  outbox(): Promise<LetterInOutbox[]>;
  /** Forgets letters to somebody that still lie in the outbox. */
  forgetLettersTo(address: string): Promise<void>;
};

/** How long a mail server may take to be reached, to greet, and to go on, in ms. */
const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 120_000 };
/** How long one letter may take from beginning to end, in ms: a server that says a byte a minute goes on for ever. */
const longestSending = 240_000;

/**
 * Opens the post.
 *
 * @param server an SMTP address such as "smtps://user:password@host", or null for the outbox
 * @param outboxFolder where letters lie without a server; one JSON file each, written aside and renamed
 */
export function openPost(
  server: string | null,
  from: string,
  outboxFolder: string,
  { longest = longestSending } = {},
): Post {
  if (server) {
    // A server that does not answer is given up before the letter is thought to be broken off.
    const transport = createTransport({ url: server, ...patience });
    const handedOver = new WeakSet<AbortSignal>();
    transport.use("stream", ({ data, message }, done) => {
      const { signal } = data;
      message.transform(() => new PassThrough().once("end", () => signal && handedOver.add(signal)));
      done();
    });
    return {
      travels: true,
      send: async (letter) => {
        const signal = AbortSignal.timeout(longest);
        try {
          await transport.sendMail({ from, ...letter, signal });
        } catch (cause) {
          const isAnswer =
            cause instanceof Error && "responseCode" in cause && cause.responseCode !== undefined;
          if (handedOver.has(signal) && !isAnswer) throw new PerhapsSent({ cause });
          throw cause;
        }
      },
      outbox: async () => [],
      forgetLettersTo: async () => {},
    };
  }
  return {
    travels: false,
    async send(letter) {
      await mkdir(outboxFolder, { recursive: true, mode: 0o700 });
      const writtenAt = Date.now();
      const id = `${writtenAt}-${randomBytes(4).toString("hex")}`;
      const aside = join(outboxFolder, `${id}.part`);
      const file = await open(aside, "w", 0o600);
      try {
        await file.writeFile(JSON.stringify({ id, writtenAt, ...letter }, null, 2));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, join(outboxFolder, `${id}.json`));
    },
    async outbox() {
      const names = await readdir(outboxFolder).catch(() => []);
      const letters = names
        .filter((name) => name.endsWith(".json"))
        .sort()
        .reverse()
        .slice(0, 100);
      const read = await Promise.all(letters.map((name) => readLetter(join(outboxFolder, name))));
      return read.filter((letter) => letter !== null);
    },
    async forgetLettersTo(address) {
      const names = await readdir(outboxFolder).catch(() => []);
      for (const name of names.filter((each) => each.endsWith(".json"))) {
        const letter = await readLetter(join(outboxFolder, name));
        if (letter?.to.toLowerCase() === address.toLowerCase())
          await rm(join(outboxFolder, name), { force: true });
      }
    },
  };
}

const letterShape = z.object({
  id: z.string(),
  writtenAt: z.number(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});

/** One letter, or null for a file somebody else laid there. */
async function readLetter(path: string): Promise<LetterInOutbox | null> {
  try {
    return letterShape.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

import { FormRefused } from "../../vocabulary/errors.ts";

/** The lines above a part of a form are a name and a type. */
const longestHead = 16_000;

/**
 * The first file under a name in a form (RFC 7578), piece by piece as it comes in: for files too large to lie in memory.
 * What else the form brings is passed over. No pieces at all: there is no such file, or it is empty.
 *
 * @throws FormRefused when it is no such form, or is cut short
 */
export async function* fileInForm(request: Request, field: string): AsyncGenerator<Uint8Array> {
  const type = request.headers.get("content-type") ?? "";
  const named = /^multipart\/form-data.*?;\s*boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(type);
  if (!named || !request.body) throw new FormRefused("not a form with a file");
  const boundary = Buffer.from(`\r\n--${named[1] ?? named[2]}`);
  const incoming = request.body[Symbol.asyncIterator]();
  // As if a line had ended before the first boundary too: then all are alike.
  let held = Buffer.from("\r\n");
  const more = async (): Promise<void> => {
    const { done, value } = await incoming.next();
    if (done) throw new FormRefused("a form was cut short");
    held = Buffer.concat([held, value]);
  };
  try {
    await skipTo(boundary);
    for (;;) {
      held = held.subarray(boundary.length);
      while (held.length < 2) await more();
      if (held.subarray(0, 2).toString("latin1") === "--") return;
      const head = await readHead();
      const isWanted = new RegExp(`;\\s*name="${field}"`, "i").test(head) && /;\s*filename\*?=/i.test(head);
      if (isWanted) {
        yield* before(boundary);
        return;
      }
      await skipTo(boundary);
    }
  } finally {
    // Whoever sends more is not listened to any longer.
    await incoming.return?.();
  }

  async function skipTo(mark: Buffer): Promise<void> {
    for await (const _ of before(mark));
  }

  /** Everything before a mark, which then stands first in what is held. */
  async function* before(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = held.indexOf(mark);
      const end = at >= 0 ? at : Math.max(0, held.length - mark.length + 1);
      if (end > 0) yield held.subarray(0, end);
      held = held.subarray(end);
      if (at >= 0) return;
      await more();
    }
  }

  async function readHead(): Promise<string> {
    for (;;) {
      const at = held.indexOf("\r\n\r\n");
      if (at >= 0) {
        const head = held.subarray(0, at).toString("utf8");
        held = held.subarray(at + 4);
        return head;
      }
      if (held.length > longestHead) throw new FormRefused("a part of a form says too much about itself");
      await more();
    }
  }
}

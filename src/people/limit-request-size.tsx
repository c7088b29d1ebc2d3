import type { MiddlewareHandler } from "hono";
import { limitTries } from "../plumbing/http/limit-tries.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { TooLargePage } from "./pages/refusal-pages.tsx";
import type { ArchiveEnvironment } from "./request.ts";

/** A form-encoded text may take three bytes for one; a file travels as it is. */
const encodingFactor = 3;

/** What no form of a visitor's needs, in bytes, but that of a writer whose session has ended. */
const largeForVisitor = 1_000_000;
/** So many of those are read from one place in a quarter of an hour: each holds everybody up while it is taken apart. */
const largeOnes = { tries: 12, seconds: 900 };

/**
 * Refuses what is larger than the archive takes, before it is read into memory: told by its length
 * when it says so, cut off at the limit when it does not (a proxy may pass a body on in pieces).
 *
 * @throws TooManyTries when a stranger sends large forms again and again
 */
export function limitRequestSize(settings: SettingsKeeper): MiddlewareHandler<ArchiveEnvironment> {
  const large = limitTries(largeOnes.tries, largeOnes.seconds);
  return async (context, next) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") return next();
    const { uploadMegabytes } = await settings.current();
    const most = uploadMegabytes * 1_000_000 * encodingFactor;
    const refuse = () =>
      context.html(<TooLargePage page={context.var.page} megabytes={uploadMegabytes} />, 413);
    const { person, senderKey } = context.var;
    const spendIfLarge = async (size: number) => {
      if (person.kind === "visitor" && size > largeForVisitor) await large.spend(senderKey);
    };
    const length = context.req.header("content-length");
    if (length !== undefined) {
      if (Number(length) > most) return refuse();
      await spendIfLarge(Number(length));
      return next();
    }
    const body = await readAtMost(most, context.req.raw.body);
    if (body === null) return refuse();
    await spendIfLarge(body.byteLength);
    // Where Hono keeps a body that was read once: handlers ask for it as for any other.
    context.req.bodyCache.arrayBuffer = body;
    return next();
  };
}

/** All bytes of a body, or null as soon as there are more than `most`. */
async function readAtMost(
  most: number,
  body: ReadableStream<Uint8Array> | null,
): Promise<ArrayBuffer | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > most) return null;
    pieces.push(piece);
  }
  return new Blob(pieces).arrayBuffer();
}

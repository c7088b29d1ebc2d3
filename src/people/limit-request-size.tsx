import type { MiddlewareHandler } from "hono";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { TooLargePage } from "./pages/refusal-pages.tsx";
import type { ArchiveEnvironment } from "./request.ts";

/** A form-encoded text may take three bytes for one; a file travels as it is. */
const encodingFactor = 3;

/**
 * Refuses what is larger than the archive takes, before it is read into memory: told by its length
 * when it says so, cut off at the limit when it does not (a proxy may pass a body on in pieces).
 */
export function limitRequestSize(settings: SettingsKeeper): MiddlewareHandler<ArchiveEnvironment> {
  return async (context, next) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") return next();
    const { uploadMegabytes } = await settings.current();
    const most = uploadMegabytes * 1_000_000 * encodingFactor;
    const refuse = () =>
      context.html(<TooLargePage page={context.var.page} megabytes={uploadMegabytes} />, 413);
    const length = context.req.header("content-length");
    if (length !== undefined) return Number(length) > most ? refuse() : next();
    const body = await readAtMost(most, context.req.raw.body);
    if (body === null) return refuse();
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

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { comfortAlone } from "./comfort-cookie.ts";

const gzipped = promisify(gzip);

/** Bytes of pages kept at most; the least recently asked for go first. */
const mostBytes = 64 * 1024 * 1024;
/** Below this many bytes packing saves nothing. */
const leastBytesToPack = 1024;

type KeptPage = {
  headers: Record<string, string>;
  plain: Buffer;
  packed: Buffer | null;
  tag: string;
  whenSent: WhenSent | undefined;
};

/** Told when a page was sent from what is kept, where nothing else sees the request. */
export type WhenSent = (request: IncomingMessage) => void;

/**
 * Keeps whole pages made for visitors, ready to send.
 *
 * Every visitor is shown the same archive, so a page made for one serves all who ask in the same
 * language and have it look alike, until any fact is recorded: then every page is forgotten, so nothing withdrawn is
 * ever shown again. A request with any cookie but the one for looks never meets this.
 */
export type VisitorPages = {
  /** Answers from what is kept; false when the page must be made. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Keeps a page just made for a visitor. `epoch` is what `epoch()` said before it was made. */
  keep(
    key: string,
    epoch: number,
    headers: Headers,
    body: ArrayBuffer,
    whenSent?: WhenSent | undefined,
  ): Promise<void>;
  /** Grows whenever everything is forgotten, so that a page made meanwhile is not kept. */
  epoch(): number;
  forget(): void;
};

/** What tells two visitors' pages apart. @param comfort how they have pages look (`comfort-cookie.ts`) */
export function visitorKey(path: string, acceptLanguage: string, comfort = ""): string {
  return `${acceptLanguage}\n${comfort}\n${path}`;
}

export function keepVisitorPages(): VisitorPages {
  const pages = new Map<string, KeptPage>();
  let bytes = 0;
  let epoch = 0;
  const drop = (key: string, page: KeptPage) => {
    pages.delete(key);
    bytes -= sizeOf(key, page);
  };
  return {
    answer(request, response) {
      const comfort = comfortAlone(request.headers.cookie);
      if (request.method !== "GET" || comfort === null) return false;
      const key = visitorKey(request.url ?? "/", request.headers["accept-language"] ?? "", comfort);
      const page = pages.get(key);
      if (!page) return false;
      // Asked for last, forgotten last.
      pages.delete(key);
      pages.set(key, page);
      send(request, response, page);
      page.whenSent?.(request);
      return true;
    },
    async keep(key, madeIn, headers, body, whenSent) {
      const plain = Buffer.from(body);
      const packed = plain.byteLength < leastBytesToPack ? null : await gzipped(plain);
      if (madeIn !== epoch || plain.byteLength > mostBytes / 8) return;
      const old = pages.get(key);
      if (old) drop(key, old);
      const kept: Record<string, string> = {};
      for (const [name, value] of headers) kept[name] = value;
      const tag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
      const page = { headers: { ...kept, etag: tag }, plain, packed, tag, whenSent };
      pages.set(key, page);
      bytes += sizeOf(key, page);
      for (const [oldest, page] of pages) {
        if (bytes <= mostBytes) break;
        drop(oldest, page);
      }
    },
    epoch: () => epoch,
    forget() {
      epoch += 1;
      pages.clear();
      bytes = 0;
    },
  };
}

/** What a kept page takes; its key too, because whoever asks chooses how long an address is. */
function sizeOf(key: string, page: KeptPage): number {
  return key.length + page.plain.byteLength + (page.packed?.byteLength ?? 0);
}

function send(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  if (request.headers["if-none-match"] === page.tag) {
    response.writeHead(304, { etag: page.tag, vary: page.headers.vary ?? "" }).end();
    return;
  }
  const packed =
    page.packed && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") ? page.packed : null;
  const body = packed ?? page.plain;
  response.writeHead(200, {
    ...page.headers,
    ...(packed ? { "content-encoding": "gzip" } : {}),
    "content-length": body.byteLength,
  });
  response.end(body);
}

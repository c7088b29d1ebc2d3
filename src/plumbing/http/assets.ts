import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Handler } from "hono";
import { urls } from "../../vocabulary/urls.ts";

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** The style sheets, the scripts and the icon, read once at start. */
export type Assets = {
  /** An asset's address with its content's hash, cacheable for ever. */
  addressOf(name: string): string;
  handler: Handler;
};

/** A style sheet as browsers need it: what is written for people, and how it is laid out, is a quarter of it. */
function withoutRemarks(style: string): string {
  return style.replace(/\/\*.*?\*\//gs, "").replace(/\n\s*/g, "\n");
}

/**
 * Reads the files of `public/` and of what was built for browsers; there are few and they are small. A folder that is
 * not there has none: without what is built every form is the plain one it is without scripts.
 */
export function readAssets(...folders: string[]): Assets {
  const files = new Map(
    folders
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((path) => mediaTypes[extname(path)])
      .map((path) => {
        const [name, file] = [basename(path), readFileSync(path)];
        const bytes = name.endsWith(".css") ? Buffer.from(withoutRemarks(file.toString())) : file;
        const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
        return [name, { bytes: new Uint8Array(bytes), digest, mediaType: mediaTypes[extname(name)] ?? "" }];
      }),
  );
  return {
    addressOf: (name) => `${urls.asset(name)}?v=${files.get(name)?.digest ?? ""}`,
    handler: (context, next) => {
      const file = files.get(context.req.param("name") ?? "");
      if (!file) return next();
      const lasting = context.req.query("v") === file.digest;
      return context.body(file.bytes, 200, {
        "content-type": file.mediaType,
        "cache-control": lasting ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      });
    },
  };
}

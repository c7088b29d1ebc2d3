import type { Context } from "hono";
import { attachment } from "./content-disposition.ts";

/** Gives somebody their own bytes back, as a file that no browser opens as a page of ours and nothing between keeps. */
export function privateFile(context: Context, bytes: Uint8Array, fileName: string): Response {
  return context.body(new Uint8Array(bytes), 200, {
    "content-type": "application/octet-stream",
    "content-disposition": attachment(fileName),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
}

import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ImportReading } from "./import-reading.ts";

/**
 * A reading as it is stored and as it travels between threads: its JSON, packed. That of a novel has tens of
 * megabytes, and the thread that answers everybody would stand still while it is handed on and written down.
 */
export function packReading(reading: ImportReading): string {
  return deflateRawSync(JSON.stringify(reading), { level: 1 }).toString("base64");
}

/** The JSON of a packed reading. One that was stored before readings were packed is its own JSON. */
export function unpackReading(packed: string): string {
  return packed.startsWith("{") ? packed : inflateRawSync(Buffer.from(packed, "base64")).toString("utf8");
}

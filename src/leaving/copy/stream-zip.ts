import { Zip, ZipDeflate } from "fflate";
import type { CopyEntry } from "./copy-entries.ts";

/** How much is packed before others are served, in bytes. */
const slice = 256 * 1024;

/** A ZIP file as a stream: the next file is asked for only when what is packed has been taken. */
export function streamZip(entries: AsyncGenerator<CopyEntry>, now: number): ReadableStream<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    packed.push(chunk);
  });
  const pieces = packing(zip, entries, now);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (packed.length === 0) {
          const { done } = await pieces.next();
          if (done) break;
        }
        const chunk = packed.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* packing(
  zip: Zip,
  entries: AsyncGenerator<CopyEntry>,
  now: number,
): AsyncGenerator<undefined> {
  for await (const { path, bytes } of entries) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = now;
    zip.add(file);
    for (let from = 0; from < bytes.length || from === 0; from += slice) {
      file.push(bytes.subarray(from, from + slice), from + slice >= bytes.length);
      yield;
    }
  }
  zip.end();
}

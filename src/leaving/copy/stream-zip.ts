import { type FileToPack, writeZip } from "../../plumbing/zip/write-zip.ts";

/** A ZIP file as a stream: the next file is asked for only when what is packed has been taken. */
export function streamZip(files: AsyncIterable<FileToPack>, now: number): ReadableStream<Uint8Array> {
  const pieces = writeZip(files, now);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

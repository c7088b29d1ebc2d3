import { createHash } from "node:crypto";
import type { FileStore } from "../plumbing/files/file-store.ts";
import { pictureKey } from "../works/pictures.ts";
import type { DownloadTask } from "./download-worker.ts";
import { findMakeable } from "./formats.ts";
import { downloadsFolder } from "./kept-downloads.ts";
import type { DownloadMaker } from "./make-download.ts";

/** A made file and the tag that changes whenever its bytes do. */
export type Download = { bytes: Uint8Array; tag: string };

/** Makes each file once and keeps it. */
export type Downloads = { get(task: DownloadTask, extension: string): Promise<Download> };

/** Changes when the files of the same work would be made otherwise, so that an upgrade makes them afresh. */
const makerVersion = 5;

/** All pictures of one file together; those beyond it are carried away as their words. */
const mostPictureBytes = 64 * 1024 * 1024;

/**
 * Keeps made files in the file store, each behind the tag of everything it holds: a file whose tag is
 * another is stale, is never given out, and is made afresh. Asked for twice at once, made once.
 *
 * A work has one place for each format and language, so that asking under a thousand invented host names
 * does not fill the disk with a thousand books.
 */
export function keepDownloads(maker: DownloadMaker, files: FileStore): Downloads {
  const inTheMaking = new Map<string, Promise<Uint8Array>>();
  const make = async (task: DownloadTask, key: string, tag: string): Promise<Uint8Array> => {
    const mark = Buffer.from(tag);
    const kept = await files.read(key);
    if (kept && mark.equals(kept.subarray(0, mark.byteLength))) return kept.subarray(mark.byteLength);
    const pictures = await picturesFor(task, files);
    const bytes = await maker.run({ ...task, pictures });
    // A file that cannot be kept (a full disk, a work that changes just now) is still given.
    await files.write(key, Buffer.concat([mark, bytes])).catch(() => {});
    return bytes;
  };
  return {
    async get(task, extension) {
      const tag = createHash("sha256")
        .update(JSON.stringify([makerVersion, task]))
        .digest("hex")
        .slice(0, 32);
      const key = `${downloadsFolder(task.work.id)}${task.locale.toLowerCase()}.${extension}`;
      const running = inTheMaking.get(tag);
      if (running) return { bytes: await running, tag };
      const making = make(task, key, tag).finally(() => inTheMaking.delete(tag));
      inTheMaking.set(tag, making);
      return { bytes: await making, tag };
    },
  };
}

/** A picture that is missing or cannot be read is left out: its words are carried away, and the file is made. */
async function picturesFor(
  { work, formatId }: DownloadTask,
  files: FileStore,
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  if (findMakeable(formatId)?.holdsPictures !== true) return found;
  let left = mostPictureBytes;
  for (const name of work.pictures) {
    const bytes = await files.read(pictureKey(name)).catch(() => null);
    if (bytes === null || bytes.byteLength > left) continue;
    left -= bytes.byteLength;
    found.set(name, bytes);
  }
  return found;
}

import { createHash } from "node:crypto";
import type { FileStore } from "../plumbing/files/file-store.ts";
import type { DownloadTask } from "./download-worker.ts";
import { downloadsFolder } from "./kept-downloads.ts";
import type { DownloadMaker } from "./make-download.ts";

/** A made file and the tag that changes whenever its bytes do. */
export type Download = { bytes: Uint8Array; tag: string };

/** Makes each file once and keeps it. */
export type Downloads = { get(task: DownloadTask, extension: string): Promise<Download> };

/** Changes when the files of the same work would be made otherwise, so that an upgrade makes them afresh. */
const makerVersion = 1;

/**
 * Keeps made files in the file store under a name made of everything they hold: a change of the work
 * asks for another name, so a stale file is never given out. Asked for twice at once, made once.
 */
export function keepDownloads(maker: DownloadMaker, files: FileStore): Downloads {
  const inTheMaking = new Map<string, Promise<Uint8Array>>();
  const make = async (task: DownloadTask, key: string): Promise<Uint8Array> => {
    const kept = await files.read(key);
    if (kept) return kept;
    const bytes = await maker.run(task);
    // A file that cannot be kept (a full disk, a work that changes just now) is still given.
    await files.write(key, bytes).catch(() => {});
    return bytes;
  };
  return {
    async get(task, extension) {
      const tag = createHash("sha256")
        .update(JSON.stringify([makerVersion, task]))
        .digest("hex")
        .slice(0, 32);
      const key = `${downloadsFolder(task.work.id)}${tag}.${extension}`;
      const running = inTheMaking.get(key);
      if (running) return { bytes: await running, tag };
      const making = make(task, key).finally(() => inTheMaking.delete(key));
      inTheMaking.set(key, making);
      return { bytes: await making, tag };
    },
  };
}

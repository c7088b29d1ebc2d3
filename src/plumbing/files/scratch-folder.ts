import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** More came than was allowed; nothing of it is kept. */
export class TooLarge extends Error {
  override name = "TooLarge";
}

/** A folder on this machine for files that are worked on and then thrown away: never for what must be kept. */
export type ScratchFolder = {
  /**
   * Writes a file as it comes in, never holding more than a piece of it.
   *
   * @returns its size in bytes, when it is durable
   * @throws TooLarge; whatever the pieces throw. Nothing is left of a file that was not whole
   */
  take(name: string, pieces: AsyncIterable<Uint8Array>, most: number): Promise<number>;
  /** Where a file lies, for whatever reads a piece here and a piece there. */
  path(name: string): string;
  /** Quiet when there is none. */
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
};

/** @param folder is made when the first file comes */
export function openScratchFolder(folder: string): ScratchFolder {
  const path = (name: string): string => {
    if (!/^[a-z0-9]+$/.test(name)) throw new Error(`not a name for a file: ${name}`);
    return join(folder, name);
  };
  return {
    path,
    async take(name, pieces, most) {
      await mkdir(folder, { recursive: true });
      const file = await open(path(name), "w", 0o600);
      let size = 0;
      try {
        for await (const piece of pieces) {
          size += piece.byteLength;
          if (size > most) throw new TooLarge();
          await file.write(piece);
        }
        await file.sync();
      } catch (cause) {
        await rm(path(name), { force: true });
        throw cause;
      } finally {
        await file.close();
      }
      return size;
    },
    async remove(name) {
      await rm(path(name), { force: true });
    },
    async names() {
      try {
        return await readdir(folder);
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
        throw cause;
      }
    },
  };
}

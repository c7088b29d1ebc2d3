import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Where bytes that are not rows lie: originals and made downloads, each under a key such as
 * "originals/3f/3fa9…". One folder on disk; another store needs only these three functions.
 */
export type FileStore = {
  /** Resolves when the bytes are durable. Writing the same key again replaces it whole. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this key. */
  read(key: string): Promise<Uint8Array | null>;
  /** Forgets the bytes; quiet when there are none. A key ending in "/" forgets all below it. */
  remove(key: string): Promise<void>;
};

/**
 * Keeps files below a folder.
 *
 * A file is written aside, synced, renamed, and its folder synced: a crash leaves the old file or the
 * new one, never half of one, and at worst a stray file beside it whose name ends in ".part". A write that fails,
 * for want of room most likely, leaves nothing beside it.
 */
export function openFileStore(folder: string): FileStore {
  const pathOf = (key: string): string => {
    if (!/^[a-z0-9][a-z0-9./-]*$/.test(key) || key.includes("..")) throw new Error(`not a file key: ${key}`);
    return join(folder, key);
  };
  return {
    async write(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const aside = `${path}.${randomBytes(6).toString("hex")}.part`;
      try {
        await writeDurably(aside, bytes);
        await rename(aside, path);
      } catch (cause) {
        await rm(aside, { force: true });
        throw cause;
      }
      const parent = await open(dirname(path), "r");
      try {
        await parent.sync();
      } finally {
        await parent.close();
      }
    },
    async read(key) {
      try {
        return await readFile(pathOf(key));
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
        throw cause;
      }
    },
    async remove(key) {
      await rm(pathOf(key), { recursive: key.endsWith("/"), force: true });
    },
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The key under which an original lies: by its content, so that the same bytes lie there once. */
export function originalKey(bytes: Uint8Array, ownerId: string): string {
  const digest = createHash("sha256").update(ownerId).update("\n").update(bytes).digest("hex");
  return `originals/${digest.slice(0, 2)}/${digest}`;
}

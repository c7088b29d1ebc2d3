import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Linux keeps these files in memory (tmpfs). */
const inMemory = "/dev/shm";

/** In bytes: several times what a whole run has there at once. */
const roomWanted = 4 * 1024 ** 3;

/**
 * Makes the folder a run of tests writes in: in memory where there is room. Nothing of it outlives the run, and an archive
 * waits for the disk at every save, so that on a disk a run waits more than it works.
 */
export function makeRunFolder(): string {
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), "pressie-run-"));
  // PostgreSQL runs as another user and must get through to its own folder in here.
  chmodSync(folder, 0o711);
  return folder;
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= roomWanted;
  } catch {
    // Not there, or not for us: the disk it is.
    return false;
  }
}

import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The archive's own secret, made at its first start. It lies in the data folder, so that a copied
 * folder keeps its readers signed in.
 *
 * Two processes that start together agree: the file is made by whoever is first, and read by both.
 */
export function readSecret(dataFolder: string): string {
  const path = join(dataFolder, "secret");
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
  return readFileSync(path, "utf8").trim();
}

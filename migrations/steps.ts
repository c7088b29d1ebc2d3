import type { Step } from "../src/plumbing/database/migrate.ts";
import { firstArchive } from "./0001-first-archive.ts";
import { familiarLists } from "./0002-familiar-lists.ts";
import { pictures } from "./0004-pictures.ts";

/** Every step of the schema by name, oldest first. */
export const steps: Record<string, Step> = {
  "0001-first-archive": firstArchive,
  "0002-familiar-lists": familiarLists,
  "0004-pictures": pictures,
};

import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { createTranslate } from "../../ui/translation.ts";
import type { OtherRooms } from "../other-rooms.ts";

/** What the pages of this room need of the archive. */
export type LeavingParts = {
  database: Database;
  files: FileStore;
  settings: SettingsKeeper;
  rooms: OtherRooms;
};

/** What stands where a name stood, in the archive's language: it is part of the work from then on. */
export async function formerAuthorIn(settings: SettingsKeeper): Promise<string> {
  const { language } = await settings.current();
  return createTranslate(language)("a former author");
}

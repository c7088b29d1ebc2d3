import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";

/** What the desk's handlers need of the archive. */
export type DeskParts = { database: Database; settings: SettingsKeeper };

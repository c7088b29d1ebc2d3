import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { StorySources } from "../../story-sources.ts";

/** What the desk's handlers need of the archive. */
export type DeskParts = { database: Database; settings: SettingsKeeper };

/** What those need who are sent a story: it may come in Markdown. */
export type WritingParts = DeskParts & { tidier: StorySources };

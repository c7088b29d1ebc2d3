import { visitor } from "../../../people/person.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { listWorksForAi } from "../../works-for-ai.ts";

/** Readers of the file may stop after 500 KiB (RFC 9309, 2.5); so many works stay far below that. */
const mostWorks = 5_000;

/**
 * Tells every crawler that it may read what a visitor may (RFC 9309), and those the owner knows as of makers of AI that
 * they may read the works whose writers allow it, and nothing else.
 *
 * A work that search engines are to leave out is not forbidden here: they must read its page to learn that.
 */
export function showRobots(database: Database, settings: SettingsKeeper): ArchiveHandler {
  return async (context) => {
    const { aiCrawlers } = await settings.current();
    const names = aiCrawlers.split("\n").filter(Boolean);
    if (names.length === 0) return context.text(forAll);
    const allowed = await listWorksForAi(database.reading, visitor, mostWorks);
    const lines = [
      ...names.map((name) => `User-agent: ${name}`),
      "Disallow: /",
      ...allowed.map((workId) => `Allow: ${urls.work(workId)}`),
    ];
    return context.text(`${lines.join("\n")}\n\n${forAll}`);
  };
}

const forAll = "User-agent: *\nAllow: /\n";

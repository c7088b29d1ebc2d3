import { findIcon } from "../../../people/pseud-icons.ts";
import { findPseud } from "../../../people/pseuds.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { pageAsked } from "../../../plumbing/http/page-asked.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { looksLikeId } from "../../../vocabulary/ids.ts";
import type { OnWriterPage } from "../../after-story.ts";
import { heedingOf } from "../../asked-to-see.ts";
import type { FollowSlot } from "../../follow-slot.ts";
import { findReadManner } from "../../read-works.ts";
import { listWorks } from "../../work-lists.ts";
import { WriterPage } from "./writer-page.tsx";

/**
 * A pseud's page: who they say they are, and their works that this person may see.
 *
 * @param more what other rooms put there
 */
export function showWriter(
  database: Database,
  settings: SettingsKeeper,
  more: OnWriterPage,
  follow: FollowSlot,
): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const pseudId = context.req.param("pseudId") ?? "";
    const pseud = looksLikeId(pseudId) ? await findPseud(reader, pseudId) : undefined;
    if (!pseud) throw new NotFound();
    const { worksPerPage: perPage, language } = await settings.current();
    const icon = await findIcon(reader, pseudId);
    const heeding = heedingOf(new URL(context.req.url).searchParams);
    const list = await listWorks(reader, person, { pseudId }, { page: pageAsked(context), perPage }, heeding);
    return context.html(
      <WriterPage
        page={page}
        pseud={pseud}
        icon={icon}
        language={language}
        list={list}
        readManner={await findReadManner(reader, person)}
        more={await more(page, pseudId)}
        follow={await follow(context, { kind: "author", id: pseudId })}
      />,
    );
  };
}

import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { listTagKinds } from "../../../tags/tags.ts";
import { listChoices } from "../../choices.ts";
import { answersToAll } from "../../warnings.tsx";
import { openWork } from "./open-work.ts";
import { type DownloadLink, WorkPage } from "./work-page.tsx";

/**
 * A work's front page; a draft's is its preview.
 *
 * @param formats what a work can be carried away in; `label` is an English sentence for `t`
 */
export function showWork(database: Database, formats: readonly DownloadLink[]): ArchiveHandler {
  return async (context) => {
    const { work, chapters } = await openWork(context, database);
    const [kinds, asked] = await Promise.all([
      listTagKinds(database.reading),
      listChoices(database.reading, "warnings"),
    ]);
    return context.html(
      <WorkPage
        page={context.var.page}
        work={work}
        chapters={chapters}
        warnings={answersToAll(asked, work.warnings)}
        kinds={kinds}
        formats={formats}
      />,
    );
  };
}

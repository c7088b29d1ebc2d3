import { plainMember } from "../../../people/person.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { listChoices } from "../../choices.ts";
import { keptEditions } from "../../kept-editions.ts";
import { answersToAll } from "../../warnings.tsx";
import { findAllChapters, findWork } from "../../works.ts";
import { WholeWorkPage } from "./whole-work-page.tsx";

/** A member of whom nothing is known: sees what every member sees, and nothing of anybody's own. */
const someMember = plainMember("");

/**
 * A work to be kept in a browser: as anybody sees it who may read it. Whoever opens that browser next finds no name in it,
 * no place, and nothing that only its keeper sees.
 */
export function showKeptWork({ reading }: Database): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = person.kind === "visitor" ? person : someMember;
    const work = await findWork(reading, reader, context.req.param("workId") ?? "");
    if (work?.status !== "published") throw new NotFound();
    const [chapters, asked, editions] = await Promise.all([
      findAllChapters(reading, work),
      listChoices(reading, "warnings"),
      keptEditions(reading, [work.id]),
    ]);
    context.header("cache-control", "private, no-store");
    context.header("x-robots-tag", "noindex");
    context.header("pressie-edition", editions.get(work.id) ?? "");
    const nobody = { signedIn: false, name: null, isOwner: false, isModerator: false };
    return context.html(
      <WholeWorkPage
        page={{ ...page, person: nobody, path: urls.wholeWork(work.id), said: null }}
        work={work}
        chapters={chapters}
        aids={null}
        warnings={answersToAll(asked, work.warnings)}
        after={null}
      />,
    );
  };
}

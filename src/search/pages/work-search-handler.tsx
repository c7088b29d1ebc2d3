import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { tellRobots } from "../../works/robots-wishes.ts";
import { findWork, listChapters } from "../../works/works.ts";
import type { TextSearch } from "../text-search.ts";
import { busyHeaders, tooBusy, unlessBusy } from "../unless-busy.ts";
import { WorkSearchPage } from "./work-search-page.tsx";

/** Characters shown again of what was typed. */
const mostTyped = 1_000;

/** The places of one story that have what was typed; a story that is not there for this person is not there. */
export function showWorkSearch(database: Database, textSearch: TextSearch): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const work = await findWork(database.reading, person, context.req.param("workId") ?? "");
    if (!work) throw new NotFound();
    tellRobots(context, work);
    const text = (context.req.query("text") ?? "").slice(0, mostTyped).trim();
    const [chapters, places] = await Promise.all([
      listChapters(database.reading, work),
      unlessBusy(textSearch.placesIn(text, work.id)),
    ]);
    const isBusy = places === tooBusy;
    return context.html(
      <WorkSearchPage
        page={page}
        work={work}
        chapters={chapters}
        text={text}
        places={isBusy ? null : places}
        unusable={textSearch.unusable(text)}
      />,
      isBusy ? 503 : 200,
      isBusy ? busyHeaders : {},
    );
  };
}

import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { pageAsked } from "../../../plumbing/http/page-asked.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { heedingOf } from "../../asked-to-see.ts";
import { pageOfMadeOf } from "../../related-works.ts";
import { tellRobots } from "../../robots-wishes.ts";
import { findWork } from "../../works.ts";
import { MadeOfPage } from "./made-of-page.tsx";

const onePage = 50;

/** Everything that was made of a work, as far as the person may see it. A work of which nothing was made has no such page. */
export function showMadeOf(database: Database): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const work = await findWork(database.reading, person, context.req.param("workId") ?? "");
    if (!work) throw new NotFound();
    tellRobots(context, work);
    const made = await pageOfMadeOf(
      database.reading,
      person,
      work.id,
      { page: pageAsked(context), perPage: onePage },
      heedingOf(new URL(context.req.url).searchParams),
    );
    if (made === null) throw new NotFound();
    return context.html(<MadeOfPage page={page} work={work} made={made} />);
  };
}

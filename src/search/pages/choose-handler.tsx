import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { fandomKind, listTagKinds } from "../../tags/tags.ts";
import { readFilter } from "../filter-url.ts";
import type { Finder } from "../open-finder.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { whenBuilt } from "../when-built.ts";
import { kindsAsked, typedIn } from "./asked-names.ts";
import { ChoosePage } from "./choose-page.tsx";
import { partToFill } from "./filling.ts";

/** More names than this are no list to choose from: one types more of the name. */
const mostShown = 60;

/** Tags to choose from by a part of their name, for who finds or writes without a script. */
export function showChooser(database: Database, finder: Finder): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const query = new URL(context.req.url).searchParams;
    const typed = typedIn(query);
    const kinds = kindsAsked(query);
    const add = partToFill(query.get("add"));
    const { filter } = readFilter(query);
    const [allKinds, chosen] = await Promise.all([
      listTagKinds(reader),
      findVisibleTags(reader, person, [...filter.all]),
    ]);
    const fandoms = [...chosen.values()].filter(({ kindId }) => kindId === fandomKind).map(({ id }) => id);
    const tags =
      typed === ""
        ? []
        : await whenBuilt(finder, finder.suggestTags(person, { typed, kinds, fandoms, count: mostShown }));
    return context.html(
      <ChoosePage
        page={page}
        kinds={allKinds}
        chosenKinds={kinds}
        typed={typed}
        tags={tags}
        filling={add === null ? null : { filter, add }}
      />,
    );
  };
}

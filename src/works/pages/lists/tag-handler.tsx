import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import { listTagKinds } from "../../../tags/tags.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { findVisibleTag } from "../../visible-tags.ts";
import { listWorks } from "../../work-lists.ts";
import { pageAsked } from "./page-number.ts";
import { TagPage } from "./tag-page.tsx";

/** The works under a tag that this person may see. */
export function showTag(database: Database, settings: SettingsKeeper): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const tag = await findVisibleTag(reader, person, context.req.param("tagId") ?? "");
    if (!tag) throw new NotFound();
    const { worksPerPage: perPage } = await settings.current();
    const [kinds, list] = await Promise.all([
      listTagKinds(reader),
      listWorks(reader, person, { tagId: tag.id }, { page: pageAsked(context), perPage }),
    ]);
    const kind = kinds.find(({ id }) => id === tag.kindId);
    return context.html(<TagPage page={page} tag={tag} kindName={kind?.name ?? page.t("Tag")} list={list} />);
  };
}

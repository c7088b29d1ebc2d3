import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import { listOwnWorks } from "../../own-works.ts";
import { DeskPage } from "./desk-page.tsx";
import type { DeskParts } from "./desk-parts.ts";

/** Shows a writer's desk. */
export function showDesk({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const [works, { daysInTrash }] = await Promise.all([
      listOwnWorks(database.reading, member),
      settings.current(),
    ]);
    return context.html(<DeskPage page={context.var.page} works={works} daysInTrash={daysInTrash} />);
  };
}

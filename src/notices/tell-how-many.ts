import type { MiddlewareHandler } from "hono";
import type { ArchiveEnvironment } from "../people/request.ts";
import type { Database } from "../plumbing/database/database.ts";
import { countNew } from "./notices.ts";
import type { Rooms } from "./told.ts";

/** Lets the head of every page of a member's say how many notices are new to them; nothing when none are. */
export function tellHowMany({ reading }: Database, rooms: Rooms): MiddlewareHandler<ArchiveEnvironment> {
  return async (context, next) => {
    const { person, page } = context.var;
    if (person.kind === "member") {
      const notices = await countNew(reading, rooms, person);
      if (notices > 0) context.set("page", { ...page, person: { ...page.person, notices } });
    }
    await next();
  };
}

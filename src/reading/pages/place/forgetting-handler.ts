import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { forgetPlaces } from "../../forget-places.ts";

/** Forgets where a member is: in the work the form names, or in everything. */
export function handlePlacesForgetting({ database }: { database: Database }): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = (await readForm(context)).text("work");
    await database.write((writer) => forgetPlaces(writer, member, workId === "" ? undefined : workId));
    context.var.sayNext("places-forgotten");
    return context.redirect(workId === "" ? urls.preferences() : urls.work(workId), 303);
  };
}

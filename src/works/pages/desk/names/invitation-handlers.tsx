import { memberOf } from "../../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { acceptInvitation, declineInvitation } from "../../../answer-invitation.ts";
import { heedingOf } from "../../../asked-to-see.ts";
import { listCreditsElsewhere, listInvitations } from "../../../credits/own-credits.ts";
import { creditRoles } from "../../../work-values.ts";
import { InvitationsPage } from "./invitations-page.tsx";

/** Shows what a member is asked, and where their names stand. */
export function showInvitations(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const [{ asked, hidden }, standing] = await Promise.all([
      listInvitations(database.reading, member, heedingOf(new URL(context.req.url).searchParams)),
      listCreditsElsewhere(database.reading, member),
    ]);
    return context.html(<InvitationsPage page={context.var.page} {...{ asked, hidden, standing }} />);
  };
}

/** Answers one invitation. */
export function handleInvitation(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const role = creditRoles.find((each) => each === form.text("role"));
    const answer = answers[form.text("answer")];
    if (role === undefined || answer === undefined) throw new NotFound();
    const key = { workId: form.text("work"), pseudId: form.text("pseud"), role };
    await database.write((writer) => answer.does(writer, member, key, Date.now()));
    context.var.sayNext(answer.says);
    return context.redirect(urls.invitations(), 303);
  };
}

const answers: Record<
  string,
  { does: typeof acceptInvitation; says: "invitation-accepted" | "invitation-declined" } | undefined
> = {
  yes: { does: acceptInvitation, says: "invitation-accepted" },
  no: { does: declineInvitation, says: "invitation-declined" },
};

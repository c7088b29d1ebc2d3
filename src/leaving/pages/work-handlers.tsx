import { memberOf } from "../../people/member-only.ts";
import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Page } from "../../ui/page.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { forgetFiles } from "../../works/forget-files.ts";
import { countParts } from "../count-parts.ts";
import { giveUpWorks } from "../give-up-works.ts";
import { listWorksToLeave, type WorkToLeave } from "../own-work-to-leave.ts";
import { withdrawWorks } from "../withdraw-works.ts";
import { formerAuthorIn, type LeavingParts } from "./leaving-parts.ts";
import { QuestionPage } from "./question-page.tsx";
import { whatCopiesKeep, whenOrphaned, whenWithdrawn } from "./what-goes.ts";

/** Says what orphaning a work means. Who writes it with others is led to leaving it; what nobody reads, to withdrawing it. */
export function showOrphaning({ database, rooms }: LeavingParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { page } = context.var;
    const { t } = page;
    const work = await workToLeave(context, database.reading, member);
    if (work.fates.includes("hand-over")) return context.redirect(urls.leaving(work.id), 303);
    if (!work.fates.includes("orphan")) return context.redirect(urls.withdrawal(work.id), 303);
    const parts = await countParts(database.reading, rooms, member, work.id);
    return context.html(
      <QuestionPage
        page={page}
        question={t("Give “{title}” up, and leave it to its readers?", { title: titleOf(page, work) })}
        happens={whenOrphaned(t, parts)}
        honestly={[
          t(
            "What you wrote in the story, its notes and its news stays as it is: if it says your name, change that first. So do comments of others that speak of you.",
          ),
          whatCopiesKeep(t),
        ]}
        action={urls.orphaning(work.id)}
        button={t("Give the work up")}
        staying={{ href: urls.editWork(work.id), text: t("Keep it as it is") }}
        other={{ href: urls.withdrawal(work.id), text: t("Withdraw it instead: the story goes too") }}
      />,
    );
  };
}

export function handleOrphaning({ database, files, settings, rooms }: LeavingParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const work = await workToLeave(context, database.reading, member);
    if (!work.fates.includes("orphan")) return context.redirect(urls.orphaning(work.id), 303);
    const formerAuthor = await formerAuthorIn(settings);
    await database.write((writer) => giveUpWorks(writer, rooms, member, [work.id], formerAuthor, Date.now()));
    await forgetFiles(database, files);
    await database.scrub();
    context.var.sayNext("work-orphaned");
    return context.redirect(urls.desk(), 303);
  };
}

/** Says what withdrawing a work means. */
export function showWithdrawal({ database, rooms }: LeavingParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { page } = context.var;
    const { t } = page;
    const work = await workToLeave(context, database.reading, member);
    if (!work.fates.includes("withdraw")) return context.redirect(urls.leaving(work.id), 303);
    const parts = await countParts(database.reading, rooms, member, work.id);
    const orphaning = { href: urls.orphaning(work.id), text: t("Leave it to its readers without your name") };
    return context.html(
      <QuestionPage
        page={page}
        question={t("Withdraw “{title}” for good?", { title: titleOf(page, work) })}
        happens={whenWithdrawn(t, parts)}
        honestly={[whatCopiesKeep(t)]}
        action={urls.withdrawal(work.id)}
        button={t("Withdraw the work for good")}
        staying={{ href: urls.desk(), text: t("Keep it as it is") }}
        other={work.fates.includes("orphan") ? orphaning : undefined}
      />,
    );
  };
}

export function handleWithdrawal({ database, files }: LeavingParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const work = await workToLeave(context, database.reading, member);
    await database.write((writer) => withdrawWorks(writer, member, [work.id], Date.now()));
    await forgetFiles(database, files);
    await database.scrub();
    context.var.sayNext("work-withdrawn");
    return context.redirect(urls.desk(), 303);
  };
}

/** @throws NotFound unless the member may change it; it may lie in the trash */
async function workToLeave(context: ArchiveContext, reader: Reader, member: Member): Promise<WorkToLeave> {
  const works = await listWorksToLeave(reader, member);
  const work = works.find(({ id }) => id === context.req.param("workId"));
  if (!work) throw new NotFound();
  return work;
}

function titleOf(page: Page, { title }: WorkToLeave): string {
  return title === "" ? page.t("Untitled") : title;
}

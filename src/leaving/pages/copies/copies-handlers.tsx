import { findLookAlike } from "../../../people/look-alikes.ts";
import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import { pseudNameShape } from "../../../people/pseud-name.ts";
import { findOwnPseuds } from "../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { TooLarge } from "../../../plumbing/files/scratch-folder.ts";
import { fileInForm } from "../../../plumbing/http/file-in-form.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../../ui/form.ts";
import { FormRefused, NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { type BroughtCopy, findCopy, listCopies } from "../../bringing/copies.ts";
import { CopyRefused } from "../../bringing/copy-refused.ts";
import { worksHere } from "../../bringing/works-here.ts";
import { countKeptParts } from "../../copy/kept-parts.ts";
import { type Bringer, OneAtATime } from "../../open-bringer.ts";
import { CopiesPage } from "./copies-page.tsx";
import { troubleSentence } from "./copy-words.ts";
import { ComingPage, ReportPage } from "./report-page.tsx";
import { nameField, ReviewPage } from "./review-page.tsx";

type CopiesParts = { database: Database; settings: SettingsKeeper; bringer: Bringer };

export function showBroughtCopies(parts: CopiesParts): ArchiveHandler {
  return (context) => answer(context, parts, memberOf(context), {}, 200);
}

/**
 * Takes a copy in, as it comes over the net. What a form of this kind sent cannot be kept for after signing in: who is not
 * signed in is led to the door before anything of it is read.
 */
export function takeInCopy(parts: CopiesParts): ArchiveHandler {
  return async (context) => {
    if (context.var.person.kind === "visitor")
      return context.redirect(urls.signIn(urls.broughtCopies()), 303);
    const member = memberOf(context);
    const { t } = context.var.page;
    const { copyMegabytes } = await parts.settings.current();
    const again = (sentence: string, status: 409 | 413 | 422) =>
      answer(context, parts, member, { file: sentence }, status);
    const tooLarge = () =>
      again(
        t("The file is larger than {megabytes, number} MB, which is the most this archive takes.", {
          megabytes: copyMegabytes,
        }),
        413,
      );
    // Two thousand bytes are the form around the file.
    if (Number(context.req.header("content-length") ?? 0) > copyMegabytes * 1_000_000 + 2_000)
      return tooLarge();
    try {
      const copy = await parts.bringer.take(member, fileInForm(context.req.raw, "file"), Date.now());
      return context.redirect(urls.broughtCopy(copy.id), 303);
    } catch (cause) {
      if (cause instanceof CopyRefused) return again(troubleSentence(t, cause.trouble), 422);
      if (cause instanceof TooLarge) return tooLarge();
      if (cause instanceof FormRefused)
        return again(t("Choose the file, please. Nothing came, or it broke off on the way."), 422);
      if (cause instanceof OneAtATime)
        return again(t("A copy of yours is coming in just now. Bring the next one when that is done."), 409);
      throw cause;
    }
  };
}

/** Shows a copy: what is in it, how far it is, or what came of it. */
export function showBroughtCopy({ database }: CopiesParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const copy = await copyAsked(context, database, member);
    const { page } = context.var;
    if (copy.state === "running") return context.html(<ComingPage page={page} copy={copy} />);
    if (copy.state === "done") return context.html(<ReportPage page={page} copy={copy} />);
    const { works, names } = copy.report.survey;
    const here = await worksHere(
      database.reading,
      member,
      works.map(({ sourceId }) => sourceId),
    );
    const ownNames = await findOwnPseuds(database.reading, member.accountId);
    const takenNames = [];
    for (const name of names) if (await isTaken(database, ownNames, name.name)) takenNames.push(name);
    return context.html(<ReviewPage {...{ page, copy, here, ownNames, takenNames }} />);
  };
}

/** Begins to bring a copy in. */
export function handleBroughtCopy({ database, bringer }: CopiesParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const copy = await copyAsked(context, database, member);
    const form = await readForm(context);
    const { works, names } = copy.report.survey;
    const chosen = new Set(form.all("work"));
    const wishes = {
      workIds: works.map(({ sourceId }) => sourceId).filter((id) => chosen.has(id)),
      names: Object.fromEntries(names.map(({ sourceId }) => [sourceId, form.text(nameField(sourceId))])),
    };
    await bringer.begin(member, copy.id, wishes);
    return context.redirect(urls.broughtCopy(copy.id), 303);
  };
}

export function handleCopyRemoval({ bringer, database }: CopiesParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const copy = await copyAsked(context, database, member);
    await bringer.forget(member, copy.id);
    context.var.sayNext("copy-forgotten");
    return context.redirect(urls.broughtCopies(), 303);
  };
}

async function copyAsked(
  context: ArchiveContext,
  { reading }: Database,
  member: Member,
): Promise<BroughtCopy> {
  const copy = await findCopy(reading, member, context.req.param("copyId") ?? "");
  if (!copy) throw new NotFound();
  return copy;
}

async function isTaken({ reading }: Database, own: { id: string }[], name: string): Promise<boolean> {
  if (!pseudNameShape((sentence) => sentence).safeParse(name).success) return true;
  const bearer = await findLookAlike(reading, name);
  return bearer !== undefined && !own.some(({ id }) => id === bearer.id);
}

async function answer(
  context: ArchiveContext,
  { database, settings }: CopiesParts,
  member: Member,
  errors: FieldErrors,
  status: 200 | 409 | 413 | 422,
) {
  const { copyMegabytes } = await settings.current();
  const copies = await listCopies(database.reading, member);
  const kept = Object.values(await countKeptParts(database.reading, member)).reduce(
    (sum, one) => sum + one,
    0,
  );
  const props = { page: context.var.page, copies, kept, megabytes: copyMegabytes, errors };
  return context.html(<CopiesPage {...props} />, status);
}

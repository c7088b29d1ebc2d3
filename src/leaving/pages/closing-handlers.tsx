import { APIError } from "better-auth/api";
import { memberOf } from "../../people/member-only.ts";
import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { SignInLibrary } from "../../people/sign-in-library.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { limitTries } from "../../plumbing/http/limit-tries.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import type { FieldErrors } from "../../ui/form.ts";
import { createTranslate } from "../../ui/translation.ts";
import { urls } from "../../vocabulary/urls.ts";
import { forgetFiles } from "../../works/forget-files.ts";
import { type Choices, ChosenForOthers, closeAccount } from "../close-account.ts";
import type { Bringer } from "../open-bringer.ts";
import { listWorksToLeave } from "../own-work-to-leave.ts";
import { readChoices } from "./closing-form.ts";
import { ClosingPage, LastQuestionPage, OwnerStaysPage } from "./closing-page.tsx";
import { formerAuthorIn, type LeavingParts } from "./leaving-parts.ts";

type ClosingParts = LeavingParts & {
  library: SignInLibrary;
  post: Post;
  bringer: Pick<Bringer, "fileForgetter">;
};

/** Asks what shall become of everything. */
export function showClosing(parts: ClosingParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    if (member.role === "owner") return context.html(<OwnerStaysPage page={context.var.page} />);
    return choose(context, parts, member, { fates: new Map(), keepComments: true }, {});
  };
}

/** Tells what was chosen; closes the account when that was read, and the password is right. */
export function handleClosing(parts: ClosingParts): ArchiveHandler {
  const byAccount = limitTries(10, 900);
  return async (context) => {
    const member = memberOf(context);
    const { page } = context.var;
    const { t } = page;
    if (member.role === "owner") return context.html(<OwnerStaysPage page={page} />, 409);
    const { database, files, library, post, rooms, settings, bringer } = parts;
    const form = await readForm(context);
    const works = await listWorksToLeave(database.reading, member);
    const chosen = readChoices(form, works);
    const changedMeanwhile = {
      "": t("Your works are not what they were when you chose. Nothing was changed: please look once more."),
    };
    if (chosen.fates.size !== works.length) return choose(context, parts, member, chosen, changedMeanwhile);
    const ask = async (errors: FieldErrors) => {
      const comments = await rooms.countWords(database.reading, member.accountId, null);
      const props = { page, works, chosen, comments, errors };
      return context.html(<LastQuestionPage {...props} />, Object.keys(errors).length > 0 ? 422 : 200);
    };
    if (form.text("step") !== "close") return ask({});
    await byAccount.spend(member.accountId);
    const { headers } = context.req.raw;
    const password = form.text("password");
    try {
      await library.api.verifyPassword({ body: { password }, headers });
    } catch (cause) {
      if (cause instanceof APIError) return ask({ password: t("That is not your password.") });
      throw cause;
    }
    const { email } = await database.reading
      .selectFrom("accounts")
      .select("email")
      .where("id", "=", member.accountId)
      .executeTakeFirstOrThrow();
    await post.forgetLettersTo(email);
    const forgetCopies = await bringer.fileForgetter(member);
    const formerAuthor = await formerAuthorIn(settings);
    const somebody = createTranslate((await settings.current()).language)("somebody who left");
    try {
      await database.write((writer) =>
        closeAccount(writer, rooms, member, chosen, { formerAuthor, somebody }, Date.now()),
      );
    } catch (cause) {
      if (cause instanceof ChosenForOthers) return choose(context, parts, member, chosen, changedMeanwhile);
      throw cause;
    }
    await forgetCopies();
    await forgetFiles(database, files);
    await database.scrub();
    const signedOut = await library.api.signOut({ headers, returnHeaders: true });
    for (const cookie of signedOut.headers.getSetCookie())
      context.header("set-cookie", cookie, { append: true });
    context.var.sayNext("account-closed");
    return context.redirect(urls.home(), 303);
  };
}

async function choose(
  context: ArchiveContext,
  { database, rooms }: ClosingParts,
  member: Member,
  chosen: Choices,
  errors: FieldErrors,
) {
  const works = await listWorksToLeave(database.reading, member);
  const comments = await rooms.countWords(database.reading, member.accountId, null);
  return context.html(
    <ClosingPage page={context.var.page} works={works} chosen={chosen} comments={comments} errors={errors} />,
    Object.keys(errors).length > 0 ? 409 : 200,
  );
}

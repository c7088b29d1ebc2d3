import { setTimeout } from "node:timers/promises";
import { APIError } from "better-auth/api";
import { z } from "zod";
import { fieldErrorsOf } from "../../plumbing/http/field-errors.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { limitTries } from "../../plumbing/http/limit-tries.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import { urls } from "../../vocabulary/urls.ts";
import { passwordShape } from "../password-shape.ts";
import type { ArchiveHandler } from "../request.ts";
import type { SignInLibrary } from "../sign-in-library.ts";
import {
  ForgottenPasswordPage,
  LetterOnItsWayPage,
  NewPasswordPage,
  SpentLinkPage,
} from "./password-pages.tsx";

export const showForgottenPassword: ArchiveHandler = (context) =>
  context.html(<ForgottenPasswordPage page={context.var.page} email="" errors={{}} />);

/** When the answer about a forgotten password comes, in ms: time enough to write a letter to the outbox. */
const answerAfter = 500;

/**
 * Has a letter with a link written, if there is such an account. The answer is the same if there is
 * none, and comes after the same time: how long a letter takes would tell who has an account here.
 */
export function handleForgottenPassword(library: SignInLibrary, post: Post): ArchiveHandler {
  const byPlace = limitTries(10, 3600);
  const byAddress = limitTries(3, 3600);
  return async (context) => {
    const { page, senderKey } = context.var;
    const email = (await readForm(context)).text("email").trim().toLowerCase();
    if (!z.email().safeParse(email).success) {
      const errors = { email: page.t("Type your e-mail address, such as name@example.org.") };
      return context.html(<ForgottenPasswordPage page={page} email={email} errors={errors} />, 422);
    }
    await byPlace.spend(senderKey);
    await byAddress.spend(email);
    const timeIsUp = setTimeout(answerAfter);
    await Promise.race([library.api.requestPasswordReset({ body: { email } }), timeIsUp]);
    await timeIsUp;
    return context.html(<LetterOnItsWayPage page={page} travels={post.travels} />);
  };
}

export const showNewPassword: ArchiveHandler = (context) =>
  context.html(
    <NewPasswordPage page={context.var.page} token={context.req.param("token") ?? ""} errors={{}} />,
  );

/** Changes the password the link is for, signs out everywhere, and leads to signing in. */
export function handleNewPassword(library: SignInLibrary): ArchiveHandler {
  const byPlace = limitTries(20, 3600);
  return async (context) => {
    const { page, senderKey } = context.var;
    const token = context.req.param("token") ?? "";
    const read = z
      .object({ password: passwordShape(page.t) })
      .safeParse({ password: (await readForm(context)).text("password") });
    if (!read.success)
      return context.html(
        <NewPasswordPage page={page} token={token} errors={fieldErrorsOf(read.error)} />,
        422,
      );
    await byPlace.spend(senderKey);
    try {
      await library.api.resetPassword({ body: { token, newPassword: read.data.password } });
    } catch (cause) {
      if (cause instanceof APIError && cause.status === "BAD_REQUEST")
        return context.html(<SpentLinkPage page={page} />, 410);
      throw cause;
    }
    context.var.sayNext("password-changed");
    return context.redirect(urls.signIn(), 303);
  };
}

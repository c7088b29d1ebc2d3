import type { ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { readForm } from "../../plumbing/http/form-values.ts";
import type { Page } from "../../ui/page.ts";
import { FormRefused, NotFound, SignInNeeded, TooManyTries } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { ArchiveContext, ArchiveEnvironment } from "../request.ts";
import {
  BrokenPage,
  CrossSitePage,
  FormRefusedPage,
  NotFoundPage,
  TooManyTriesPage,
} from "./refusal-pages.tsx";
import { type HeldForm, SignInPage } from "./sign-in-page.tsx";

/** Puts a line into the owner's log: what was asked, and what went wrong. */
export type ErrorLog = (sentence: string, cause: unknown) => void;

export const answerNotFound: NotFoundHandler<ArchiveEnvironment> = (context) =>
  context.html(<NotFoundPage page={context.var.page} />, 404);

/** Turns every refusal into a page; the only place that does. What is not a refusal is logged, and nothing of it shown. */
export function answerRefusals(log: ErrorLog): ErrorHandler<ArchiveEnvironment> {
  const answer = async (cause: Error, context: ArchiveContext): Promise<Response> => {
    const page: Page | undefined = context.get("page");
    if (!page) return answerWithoutPage(cause, context);
    if (cause instanceof NotFound) return context.html(<NotFoundPage page={page} />, 404);
    if (cause instanceof SignInNeeded)
      // The form is read only now, and may be refused in its turn.
      return askToSignIn(context).catch((refusal: Error) => answer(refusal, context));
    if (cause instanceof FormRefused) return context.html(<FormRefusedPage page={page} />, 400);
    if (cause instanceof TooManyTries) {
      context.header("retry-after", String(cause.retryAfter));
      return context.html(<TooManyTriesPage page={page} minutes={Math.ceil(cause.retryAfter / 60)} />, 429);
    }
    if (cause instanceof HTTPException && cause.status === 403)
      return context.html(<CrossSitePage page={page} />, 403);
    log(whatWasAsked(context), cause);
    return context.html(<BrokenPage page={page} />, 500);
  };
  /** Who asks and in which language could not be found out: the database is away, most likely. */
  const answerWithoutPage = (cause: Error, context: ArchiveContext): Response => {
    log(whatWasAsked(context), cause);
    return context.text("Something broke on our side. Please try again in a while.", 500);
  };
  return answer;
}

/**
 * The address as it was sent, percent-encoded: decoded it could hold line ends, and write lines of its own
 * into the log. A link to a new password is a secret, in a log too, and so are the address of somebody's own feed, that of
 * their catalogue, and the one their letters are stopped at.
 */
function whatWasAsked({ req }: ArchiveContext): string {
  const path = new URL(req.url).pathname.replace(/^(\/(?:new-password|feeds|opds\/key|letters)\/).*/, "$1…");
  return `${req.method} ${path}`;
}

/** A visitor who only looks is led to the door; one who sent a form keeps it in their hands. */
async function askToSignIn(context: ArchiveContext): Promise<Response> {
  const { page } = context.var;
  if (context.req.method === "GET") return context.redirect(urls.signIn(page.path), 303);
  const form = await readForm(context);
  const type = context.req.header("content-type") ?? "";
  const held: HeldForm = {
    path: page.path,
    fields: form.entries(),
    hadFile: /^multipart/i.test(type) && form.file("file") !== null,
  };
  return context.html(
    <SignInPage page={page} email="" returnTo={urls.desk()} held={held} errors={{}} />,
    401,
  );
}

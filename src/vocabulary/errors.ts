/**
 * The refusals every room may raise. `plumbing/http/answer-refusals.ts` alone turns them into HTTP.
 */

/** What was asked for does not exist *for this person*: a hidden thing and a missing thing raise the same. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The person must sign in first; nothing they sent is thrown away (see keep-what-was-typed.ts). */
export class SignInNeeded extends Error {
  override name = "SignInNeeded";
}

/** What was sent is no form that can be read: it is broken, or made to hold the archive up. */
export class FormRefused extends Error {
  override name = "FormRefused";
}

/** Too many tries; `retryAfter` is in seconds. */
export class TooManyTries extends Error {
  override name = "TooManyTries";
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super("too many tries");
    this.retryAfter = retryAfter;
  }
}

/** One sentence a field was refused with, already in the reader's language, by field name. */
export type FieldErrors = Record<string, string>;

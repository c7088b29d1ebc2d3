import { memberOf } from "../../people/member-only.ts";
import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import { TooBusy, WorkFailed } from "../../plumbing/jobs/worker-pool.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import type { FieldErrors } from "../../ui/form.ts";
import { NotFound, TooManyTries } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { SavedMeanwhile } from "../../works/own-work.ts";
import { findWorkOfOriginal } from "../find-work-of-original.ts";
import type { Decisions } from "../finding.ts";
import { finishImport } from "../finish-import.ts";
import { followDecisions } from "../follow-decisions.ts";
import type { Importer } from "../open-importer.ts";
import { readDecisions } from "../read-decisions.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { saveReview } from "../save-review.ts";
import { type OpenReview, openReview, valuesFromFile } from "./open-review.ts";
import { parseReview } from "./parse-review.ts";
import { ReviewPage } from "./review-page.tsx";
import { readReviewValues, reviewButtons, reviewFieldNames } from "./review-values-of-form.ts";
import { UnreadablePage } from "./unreadable-page.tsx";

/** What the handlers of reviews need of the archive. */
export type ReviewParts = { database: Database; settings: SettingsKeeper; importer: Importer };

/** Seconds after which a busy archive may be asked again. */
const busySeconds = 60;

/** Shows an import as it would come in, with everything that was found. */
export function showReview(parts: ReviewParts): ArchiveHandler {
  return async (context) => {
    const review = await reviewAsked(context, parts, memberOf(context));
    return orSayWhyNot(context, review, async () => {
      const outcome = await parts.importer.review(review.import.reading, review.import.decisions);
      const values = review.import.typed ?? valuesFromFile(review, outcome);
      return show(context, review, outcome, review.import.decisions, values, {}, 200);
    });
  };
}

/** Keeps the answers of a review, and when asked to, saves the draft that comes of them. */
export function handleReview(parts: ReviewParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    try {
      const review = await reviewAsked(context, parts, member);
      return await orSayWhyNot(
        context,
        review,
        () => takeAnswers(context, parts, member, review, form),
        () => keepTyped(parts, member, review, form),
      );
    } catch (cause) {
      if (!(cause instanceof NotFound)) throw cause;
      // Pressed twice: the first press has saved it.
      const original = form.text(reviewFieldNames.original);
      const workId = await findWorkOfOriginal(parts.database.reading, member, original);
      if (workId === null) throw cause;
      return context.redirect(urls.previewWork(workId), 303);
    }
  };
}

async function takeAnswers(
  context: ArchiveContext,
  parts: ReviewParts,
  member: Member,
  review: OpenReview,
  form: FormValues,
): Promise<Response> {
  const { t } = context.var.page;
  const { reading, decisions: before, id } = review.import;
  const shown = await parts.importer.review(reading, before);
  const decisions = readDecisions(form, shown.findings, before);
  const outcome = await parts.importer.review(reading, decisions);
  const typed = followDecisions(
    readReviewValues(form, review.choices),
    valuesFromFile(review, shown),
    valuesFromFile(review, outcome),
  );
  const again = (errors: FieldErrors) => show(context, review, outcome, decisions, typed, errors, 422);
  const version = Number(form.text(reviewFieldNames.version));
  try {
    if (version !== review.import.version) throw new SavedMeanwhile();
    if (form.text(reviewFieldNames.button) !== reviewButtons.save) {
      await parts.database.write((writer) =>
        saveReview(writer, member, id, version, { decisions, typed }, Date.now()),
      );
      context.var.sayNext("review-saved");
      return context.redirect(`${urls.importReview(id)}#story`, 303);
    }
    const limits = await parts.settings.current();
    const parsed = parseReview(review, outcome, typed, limits, t);
    if (parsed.errors) return again(parsed.errors);
    const { workId } = await parts.database.write((writer) =>
      finishImport(writer, member, id, version, parsed.fields.goal, parsed.fields.chapter, Date.now()),
    );
    context.var.sayNext("draft-saved");
    return context.redirect(urls.previewWork(workId), 303);
  } catch (cause) {
    if (cause instanceof SavedMeanwhile)
      return again({
        "": t(
          "This review was saved somewhere else meanwhile, perhaps in another tab. Below are the answers and fields as you sent them just now. Press a button again to keep these, or open the review anew to see the others.",
        ),
      });
    throw cause;
  }
}

function reviewAsked(context: ArchiveContext, parts: ReviewParts, member: Member): Promise<OpenReview> {
  const importId = context.req.param("importId") ?? "";
  return openReview(parts.database.reading, parts.settings, member, importId);
}

/** Keeps at least what was typed, when nothing can be worked out from the answers. */
async function keepTyped(
  { database }: ReviewParts,
  member: Member,
  { import: { id, decisions }, choices }: OpenReview,
  form: FormValues,
): Promise<void> {
  const answers = { decisions, typed: readReviewValues(form, choices) };
  const version = Number(form.text(reviewFieldNames.version));
  try {
    await database.write((writer) => saveReview(writer, member, id, version, answers, Date.now()));
  } catch (cause) {
    // Another tab's fields are newer than these.
    if (!(cause instanceof SavedMeanwhile)) throw cause;
  }
}

/** A thread that cannot show the story ends in words, with the file still there. */
async function orSayWhyNot(
  context: ArchiveContext,
  review: OpenReview,
  work: () => Promise<Response>,
  beforeSaying: () => Promise<void> = async () => {},
): Promise<Response> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof TooBusy) throw new TooManyTries(busySeconds);
    if (!(cause instanceof WorkFailed)) throw cause;
    await beforeSaying();
    return context.html(<UnreadablePage page={context.var.page} entry={review.import} />, 503);
  }
}

function show(
  context: ArchiveContext,
  review: OpenReview,
  outcome: ReviewOutcome,
  decisions: Decisions,
  values: ReviewValues,
  errors: FieldErrors,
  status: 200 | 422,
) {
  return context.html(
    <ReviewPage
      page={context.var.page}
      review={review}
      outcome={outcome}
      decisions={decisions}
      values={values}
      errors={errors}
    />,
    status,
  );
}

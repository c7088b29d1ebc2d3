import { memberOf } from "../../people/member-only.ts";
import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import { TooBusy, WorkFailed } from "../../plumbing/jobs/worker-pool.ts";
import { type FieldErrors, fieldIds } from "../../ui/form.ts";
import { NotFound, TooManyTries } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { othersWishes } from "../../works/others-wishes.ts";
import { SavedMeanwhile } from "../../works/own-work.ts";
import { newWorkValues } from "../../works/work-values.ts";
import { atMost } from "../at-most.ts";
import { findWorkOfOriginal } from "../find-work-of-original.ts";
import { finishImport } from "../finish-import.ts";
import { followDecisions } from "../follow-decisions.ts";
import { findImport } from "../imports.ts";
import { beginReading } from "../read-import-now.ts";
import type { ReviewOutcome, ReviewPlace } from "../review-outcome.ts";
import { emptyChapterValues, type ReviewValues } from "../review-values.ts";
import { saveReview } from "../save-review.ts";
import type { ImportParts } from "../start-import.ts";
import { type OpenReview, openReview, readingOf, valuesFromFile, valuesOf } from "./open-review.ts";
import { parseReview, type Refused } from "./parse-review.ts";
import { ProgressPage } from "./progress-page.tsx";
import { decisionsPressed, type PressedButton, pressedButton } from "./review-buttons.ts";
import { ReviewPage, type ReviewPageProps } from "./review-page.tsx";
import { readReviewValues, reviewFieldNames } from "./review-values-of-form.ts";
import { NoStoryPage, UnreadablePage } from "./unreadable-page.tsx";

/** Seconds after which a busy archive may be asked again. */
const busySeconds = 60;

/** Milliseconds a reading is waited for when its review is opened. */
const patience = 300;

/** Shows an import as it would come in, with everything that was found; while it is read, how far that is. */
export function showReview(parts: ImportParts): ArchiveHandler {
  return async (context) => {
    const review = await reviewAsked(context, parts, memberOf(context));
    return orSayWhyNot(context, review, async () => {
      const unread = await whileUnread(context, parts, review);
      if (unread) return unread;
      const at = {
        chapter: context.req.query("chapter") ?? null,
        part: Number(context.req.query("part")) || 1,
      };
      const all = context.req.query("all") ?? null;
      const { decisions } = review.import;
      const reading = readingOf(parts.database.reading, review);
      const outcome = await parts.importer.review(reading, decisions, at);
      const values = valuesOf(review, outcome);
      return show(context, { review, outcome, decisions, values, errors: {}, all }, 200);
    });
  };
}

/** Keeps the answers of a review, and when asked to, saves the drafts that come of them. */
export function handleReview(parts: ImportParts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    try {
      const review = await reviewAsked(context, parts, member);
      if (review.import.state.is !== "read")
        return context.redirect(urls.importReview(review.import.id), 303);
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

/**
 * What is shown of an import that has not been read: its progress, or why it cannot be read. A reading that a crash
 * ended is begun anew. Null when it was read after all.
 */
async function whileUnread(
  context: ArchiveContext,
  parts: ImportParts,
  review: OpenReview,
): Promise<Response | null> {
  const { page } = context.var;
  const member = memberOf(context);
  const { id } = review.import;
  if (review.import.state.is === "unread") {
    await atMost(patience, beginReading(parts, member, id));
    const now = await findImport(parts.database.reading, member, id);
    if (!now) throw new NotFound();
    review.import = now;
  }
  const { state } = review.import;
  if (state.is === "read") return null;
  if (state.is === "unreadable")
    return context.html(<NoStoryPage page={page} entry={review.import} state={state} />);
  const progress = parts.importer.jobs.progressOf(id) ?? { part: 0, stage: "waiting" };
  return context.html(<ProgressPage page={page} entry={review.import} progress={progress} />);
}

async function takeAnswers(
  context: ArchiveContext,
  parts: ImportParts,
  member: Member,
  review: OpenReview,
  form: FormValues,
): Promise<Response> {
  const { t } = context.var.page;
  const { decisions: stood, id } = review.import;
  const reading = readingOf(parts.database.reading, review);
  const pressed = pressedButton(form);
  const at = {
    chapter: form.text(reviewFieldNames.chapter) || null,
    part: Number(form.text(reviewFieldNames.part)) || 1,
  };
  const entries = [...decisionsPressed(pressed), ...form.entries()];
  const answer = await parts.importer.answer(reading, entries, stood, at);
  const { decisions, outcome } = answer;
  const typed = followDecisions(
    readReviewValues(form, review.choices, valuesOf(review, answer.before)),
    valuesFromFile(review, answer.before),
    valuesFromFile(review, outcome),
  );
  const again = async (errors: FieldErrors, wrong: ReviewPlace | null = null) => {
    const isOther = wrong !== null && (wrong.chapter !== outcome.chapter || wrong.part !== outcome.part);
    const looked = isOther ? await parts.importer.review(reading, decisions, wrong) : outcome;
    const all = form.text(reviewFieldNames.all) || null;
    return show(context, { review, outcome: looked, decisions, values: typed, errors, all }, 422);
  };
  const version = Number(form.text(reviewFieldNames.version));
  try {
    if (version !== review.import.version) throw new SavedMeanwhile();
    if (pressed.is !== "save") {
      await parts.database.write((writer) =>
        saveReview(writer, member, id, version, { decisions, typed }, Date.now()),
      );
      context.var.sayNext("review-saved");
      return context.redirect(nextAddress(id, form, pressed, outcome), 303);
    }
    const limits = await parts.settings.current();
    const stories = await parts.importer.finish(reading, decisions, typed.pictures);
    const parsed = parseReview(review, outcome.stop, stories, typed, limits, t);
    if (parsed.errors) return again(parsed.errors, placeToMend(parsed, outcome));
    const unwanted = review.work
      ? {}
      : await othersWishes(parts.database.reading, member, null, typed.work, t);
    if (Object.keys(unwanted).length > 0) return again(unwanted);
    const { workId } = await parts.database.write((writer) =>
      finishImport(writer, member, id, version, parsed.result, Date.now()),
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

/** Where a refused review leads: to what is not settled if nothing else is wrong with its chapter. */
function placeToMend(
  { chapter, errors }: Refused,
  { chapter: shown, part, unansweredIn }: ReviewOutcome,
): ReviewPlace | null {
  if (chapter !== null) return chapter === shown ? null : { chapter, part: 1 };
  if (!Object.hasOwn(errors, reviewFieldNames.settle)) return null;
  const isHere = unansweredIn.some((place) => place.chapter === shown && place.part === part);
  return isHere ? null : (unansweredIn[0] ?? null);
}

/** What to show after a button was pressed, and where on it: what was pressed stays before one's eyes. */
function nextAddress(
  id: string,
  form: FormValues,
  pressed: PressedButton,
  { chapter, chapters, part }: ReviewOutcome,
): string {
  const at = pressed.is === "chapter" ? { chapter: pressed.key, part: pressed.part } : { chapter, part };
  const all = pressed.is === "all" ? pressed.group : form.text(reviewFieldNames.all);
  const key = at.chapter === chapters[0]?.key ? undefined : at.chapter;
  const more = { part: at.part, ...(all !== "" && pressed.is !== "chapter" ? { all } : {}) };
  return `${urls.importReview(id, key, more)}#${encodeURIComponent(fragmentAfter(pressed))}`;
}

function fragmentAfter(pressed: PressedButton): string {
  switch (pressed.is) {
    case "all":
      return `group-${pressed.group}`;
    case "decide": {
      const [group = "", ...others] = pressed.groups;
      // The answer to all changes is about several groups, which stand together; one of words lies in its group.
      return others.length > 0
        ? fieldIds(reviewFieldNames.settle).control
        : `group-${group.replace(/-\d+$/, "")}`;
    }
    default:
      return "review";
  }
}

function reviewAsked(context: ArchiveContext, parts: ImportParts, member: Member): Promise<OpenReview> {
  const importId = context.req.param("importId") ?? "";
  return openReview(parts.database.reading, parts.settings, member, importId);
}

/** Keeps at least what was typed, when nothing can be worked out from the answers. */
async function keepTyped(
  { database }: ImportParts,
  member: Member,
  { import: { id, decisions, typed: stood }, choices, archiveLanguage }: OpenReview,
  form: FormValues,
): Promise<void> {
  const nothing: ReviewValues = {
    work: newWorkValues(choices, archiveLanguage),
    chapters: { [form.text(reviewFieldNames.chapter)]: emptyChapterValues() },
    pictures: {},
    mayArchive: false,
  };
  const answers = { decisions, typed: readReviewValues(form, choices, stood ?? nothing) };
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

function show(context: ArchiveContext, props: Omit<ReviewPageProps, "page">, status: 200 | 422) {
  return context.html(<ReviewPage page={context.var.page} {...props} />, status);
}

import { Checkbox, type FieldErrors, fieldIds } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { Decisions } from "../finding.ts";
import { sentenceOf } from "../finding-sentences.ts";
import { kindGroupId } from "../group-findings.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import type { ReviewValues } from "../review-values.ts";
import { ReviewButton } from "./review-button.tsx";
import { reviewButtons } from "./review-buttons.ts";
import { chapterName } from "./review-chapter-name.ts";
import { FindingGroups } from "./review-findings.tsx";
import { isUndescribed, PictureFields } from "./review-pictures.tsx";
import { reviewFieldNames } from "./review-values-of-form.ts";

type SettleProps = {
  page: Page;
  outcome: ReviewOutcome;
  decisions: Decisions;
  values: ReviewValues;
  errors: FieldErrors;
  /** The group that is listed whole. */
  all: string | null;
};

const changes = [kindGroupId("unsure", "tracked-insertion"), kindGroupId("unsure", "tracked-deletion")];
const comments = kindGroupId("unsure", "comment");

/** Whether nothing that must be said before saving is left. */
export function isSettled(outcome: ReviewOutcome, values: ReviewValues): boolean {
  const mayNot = outcome.stopFinding !== null && !values.mayArchive;
  const isOpen = outcome.pictures.some((picture) => isUndescribed(picture, values));
  return outcome.unanswered === 0 && !mayNot && !isOpen;
}

/** What must be said before anything can be saved: it stands first. Nothing when there is nothing of it. */
export function ReviewSettle(props: SettleProps) {
  const { page, outcome, values } = props;
  const { t } = page;
  const remarks = outcome.groups.some(({ findings }) => findings.some(({ mustAnswer }) => mustAnswer));
  const pictures = outcome.pictures.some((picture) => isUndescribed(picture, values));
  if (!outcome.stopFinding && !remarks && outcome.unanswered === 0 && !pictures) return null;
  const isOpen = !isSettled(outcome, values);
  return (
    <section
      class={isOpen ? "settle settle-open" : "settle"}
      id={fieldIds(reviewFieldNames.settle).control}
      tabindex={-1}
      aria-labelledby="settle-heading"
    >
      <h2 id="settle-heading">{isOpen ? t("Before it can be saved") : t("All of this is settled")}</h2>
      <MayArchive {...props} />
      {(remarks || outcome.unanswered > 0) && <Remarks {...props} />}
      {pictures && <Undescribed {...props} />}
    </section>
  );
}

/** A file that asks not to be archived goes no further until its writer says that they are its writer. */
function MayArchive({ page, outcome, values, errors }: SettleProps) {
  const { t } = page;
  const stop = outcome.stopFinding;
  if (!stop) return null;
  return (
    <>
      <h3>{t("This story asks not to be archived")}</h3>
      <p dir="auto">{sentenceOf({ ...stop, edits: [] }, t)}</p>
      <Checkbox
        page={page}
        name={reviewFieldNames.mayArchive}
        label={t("I wrote this story, or its writer gave me leave to bring it in here.")}
        checked={values.mayArchive}
        error={errors[reviewFieldNames.mayArchive]}
      />
    </>
  );
}

/** Changes that somebody tracked, and what stands in the margin. */
function Remarks(props: SettleProps) {
  const { page, outcome, values } = props;
  const { t } = page;
  const { unanswered, unansweredComments } = outcome;
  const elsewhere = outcome.unansweredIn.filter(
    ({ chapter, part }) => chapter !== outcome.chapter || part !== outcome.part,
  );
  return (
    <>
      <h3>
        {unanswered > 0
          ? t(
              "{count, plural, one {# change or comment is not settled} other {# changes and comments are not settled}}",
              { count: unanswered },
            )
          : t("Every change and comment is settled")}
      </h3>
      {unanswered > 0 && (
        <>
          <p>
            {t(
              "Somebody changed the document, or wrote in its margin. Only you know what the story should say; comments are never published.",
            )}
          </p>
          <div class="form-buttons">
            {unanswered > unansweredComments && (
              <>
                <ReviewButton value={reviewButtons.decide("accept", ...changes)}>
                  {t("Accept all changes")}
                </ReviewButton>
                <ReviewButton value={reviewButtons.decide("reject", ...changes)}>
                  {t("Reject all changes")}
                </ReviewButton>
              </>
            )}
            {unansweredComments > 0 && (
              <ReviewButton value={reviewButtons.decide("accept", comments)}>
                {t("Leave all comments out")}
              </ReviewButton>
            )}
          </div>
        </>
      )}
      <FindingGroups
        {...props}
        groups={outcome.groups.filter(({ findings }) => findings.some(({ mustAnswer }) => mustAnswer))}
        inOneAnswer={false}
      />
      {elsewhere.length > 0 && (
        <p class="elsewhere">
          {t("Others are elsewhere:")}{" "}
          {elsewhere.map(({ chapter, part, count }) => (
            <ReviewButton value={reviewButtons.chapter(chapter, part)}>
              {part > 1
                ? t("{chapter}, part {part} ({count})", {
                    chapter: chapterName(page, outcome, values, chapter),
                    part,
                    count,
                  })
                : t("{chapter} ({count})", { chapter: chapterName(page, outcome, values, chapter), count })}
            </ReviewButton>
          ))}
        </p>
      )}
    </>
  );
}

/** Pictures of which nobody has said what they show (T81). */
function Undescribed({ page, outcome, values, errors }: SettleProps) {
  const { t } = page;
  const open = outcome.pictures.filter((picture) => isUndescribed(picture, values));
  const here = open.filter(({ chapter }) => chapter === outcome.chapter);
  const elsewhere = Map.groupBy(
    open.filter(({ chapter }) => chapter !== outcome.chapter),
    ({ chapter }) => chapter,
  );
  return (
    <>
      <h3>
        {t("{count, plural, one {A picture has} other {# pictures have}} no words yet", {
          count: open.length,
        })}
      </h3>
      <p>
        {t(
          "Not everybody can see a picture. Say in a few words what it shows, or that it is only decoration.",
        )}
      </p>
      {here.map((picture) => (
        <PictureFields page={page} outcome={outcome} picture={picture} values={values} errors={errors} />
      ))}
      {elsewhere.size > 0 && (
        <p class="elsewhere">
          {t("Others are elsewhere:")}{" "}
          {[...elsewhere].map(([chapter, pictures]) => (
            <ReviewButton value={reviewButtons.chapter(chapter)}>
              {t("{chapter} ({count})", {
                chapter: chapterName(page, outcome, values, chapter),
                count: pictures.length,
              })}
            </ReviewButton>
          ))}
        </p>
      )}
    </>
  );
}

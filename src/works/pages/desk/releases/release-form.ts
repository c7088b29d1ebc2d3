import { isTimeZone } from "../../../../people/preferences.ts";
import type { FormValues } from "../../../../plumbing/http/form-values.ts";
import { momentSentence } from "../../../../ui/moment.tsx";
import type { Page } from "../../../../ui/page.ts";
import { type Announcement, announced } from "../../../releases/announcement.ts";
import { readAnnouncement } from "../../../releases/announcement-fields.tsx";
import {
  clocksAroundJump,
  dateText,
  momentsOf,
  readDate,
  readTime,
  timeText,
  type WallClock,
  wallClockAt,
} from "../../../releases/wall-clock.ts";
import type { Release } from "../../../releases.ts";
import { finishReading, type Parsed, startReading } from "../../../typed-text.ts";
import { timeFieldNames } from "./time-fields.tsx";

/** What stands in the form of a chapter's time, exactly as typed. */
export type ReleaseValues = {
  date: string;
  time: string;
  timeZone: string;
  /** Which of two moments, where clocks are put back over the time; "" where nobody was asked. */
  which: string;
  announcement: Announcement;
};

export const whichField = "which";

/** The hour a form begins with. */
const usualTime = "18:00";

/** The form as it is filled from what is planned, or for a chapter of which nothing is. */
export function releaseValuesOf(release: Release | null, timeZone: string): ReleaseValues {
  if (!release || release.dueAt === null)
    return {
      date: "",
      time: usualTime,
      timeZone,
      which: "",
      announcement: release?.announcement ?? announced,
    };
  const clock = wallClockAt(release.dueAt, release.timeZone);
  return {
    date: dateText(clock),
    time: timeText(clock),
    timeZone: release.timeZone,
    which: String(release.dueAt),
    announcement: release.announcement,
  };
}

/** What a form brought; nothing is checked or changed. */
export function readReleaseValues(form: FormValues): ReleaseValues {
  return {
    date: form.text(timeFieldNames.date),
    time: form.text(timeFieldNames.time),
    timeZone: form.text(timeFieldNames.zone),
    which: form.text(whichField),
    announcement: readAnnouncement(form, announced),
  };
}

/** The two moments that the typed time could be; none, where it is one or is not to be read. */
export function twoMoments({ date, time, timeZone }: ReleaseValues): number[] {
  const [day, hours] = [readDate(date), readTime(time)];
  if (!day || !hours || !isTimeZone(timeZone)) return [];
  const moments = momentsOf({ ...day, ...hours }, timeZone);
  return moments.length > 1 ? moments : [];
}

/**
 * The moment that was typed, by the clock of its zone.
 *
 * @param now ms since 1970, UTC: what has passed is refused
 * @returns it, or a sentence for each field that must be put right, by field name
 */
export function parseRelease(
  values: ReleaseValues,
  page: Page,
  now: number,
): Parsed<{ dueAt: number; timeZone: string; announcement: Announcement }> {
  const { t } = page;
  const reader = startReading(t);
  const [day, hours] = [readDate(values.date), readTime(values.time)];
  const { timeZone, announcement } = values;
  if (!day) reader.refuse(timeFieldNames.date, t("Choose a day, as year, month and day: 2027-03-28."));
  if (!hours) reader.refuse(timeFieldNames.time, t("Choose a time, as hours and minutes: 18:00."));
  if (!isTimeZone(timeZone)) reader.refuse(timeFieldNames.zone, t("Choose a time zone of the list."));
  let dueAt = 0;
  if (day && hours && isTimeZone(timeZone)) {
    const clock = { ...day, ...hours };
    const [first, second] = momentsOf(clock, timeZone);
    if (first === undefined) reader.refuse(timeFieldNames.time, neverSentence(page, clock, timeZone));
    else if (second === undefined) dueAt = first;
    else if (values.which === String(first) || values.which === String(second)) dueAt = Number(values.which);
    else
      reader.refuse(
        whichField,
        t("The clocks are put back that day, so that this time comes twice. Say which of the two you mean."),
      );
    if (dueAt !== 0 && dueAt <= now)
      reader.refuse(
        timeFieldNames.date,
        t("That has passed: {moment}. Choose a time that is to come, or publish the chapter now.", {
          moment: momentSentence(page, dueAt, timeZone),
        }),
      );
  }
  return finishReading(reader, { dueAt, timeZone, announcement });
}

function neverSentence({ t }: Page, clock: WallClock, timeZone: string): string {
  const { from, to } = clocksAroundJump(clock, timeZone);
  return t(
    "The clocks there never show this: on that day they are put forward from {from} to {to}. Choose a time before or after.",
    { from: timeText(from), to: timeText(to) },
  );
}

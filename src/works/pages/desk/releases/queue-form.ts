import { isTimeZone } from "../../../../people/preferences.ts";
import type { FormValues } from "../../../../plumbing/http/form-values.ts";
import type { Translate } from "../../../../vocabulary/translate.ts";
import { type Announcement, announced } from "../../../releases/announcement.ts";
import { readAnnouncement } from "../../../releases/announcement-fields.tsx";
import {
  dateText,
  daysLater,
  readDate,
  readTime,
  timeText,
  wallClockAt,
} from "../../../releases/wall-clock.ts";
import type { Release, ReleaseQueue } from "../../../releases.ts";
import { mostDaysBetween, type Rhythm } from "../../../rhythm.ts";
import { finishReading, type Parsed, startReading } from "../../../typed-text.ts";
import { timeFieldNames } from "./time-fields.tsx";

export const queueFieldNames = {
  ...timeFieldNames,
  rhythm: "rhythm",
  weekdays: "weekday",
  every: "every",
  chapters: "chapter",
};

/** What stands in the form of a queue, exactly as typed. */
export type QueueValues = {
  /** "weekdays" or "days". */
  rhythm: string;
  /** "0" for Sunday. */
  weekdays: string[];
  every: string;
  /** The day from which days are counted. */
  date: string;
  time: string;
  timeZone: string;
  announcement: Announcement;
  chapterIds: string[];
};

/** What the form asks for. */
export type QueueFields = {
  queue: { rhythm: Rhythm; timeZone: string; announcement: Announcement };
  chapterIds: string[];
};

/** The form as it is filled from the queue that stands, or for a work that has none. */
export function queueValuesOf(
  queue: ReleaseQueue | null,
  releases: Release[],
  timeZone: string,
  now: number,
): QueueValues {
  const tomorrow = dateText(daysLater(wallClockAt(now, queue?.timeZone ?? timeZone), 1));
  const begin = {
    rhythm: "weekdays",
    weekdays: ["5"],
    every: "7",
    date: tomorrow,
    time: "18:00",
    timeZone,
    announcement: announced,
    chapterIds: [],
  };
  if (!queue) return begin;
  const { rhythm } = queue;
  return {
    ...begin,
    rhythm: rhythm.kind,
    weekdays: rhythm.kind === "weekdays" ? rhythm.days.map(String) : begin.weekdays,
    every: rhythm.kind === "days" ? String(rhythm.every) : begin.every,
    date: rhythm.kind === "days" ? rhythm.from : begin.date,
    time: timeText(rhythm),
    timeZone: queue.timeZone,
    announcement: queue.announcement,
    chapterIds: releases.filter(({ dueAt }) => dueAt === null).map(({ chapterId }) => chapterId),
  };
}

/** What a form brought; nothing is checked or changed. */
export function readQueueValues(form: FormValues): QueueValues {
  const names = queueFieldNames;
  return {
    rhythm: form.text(names.rhythm),
    weekdays: form.all(names.weekdays),
    every: form.text(names.every),
    date: form.text(names.date),
    time: form.text(names.time),
    timeZone: form.text(names.zone),
    announcement: readAnnouncement(form, announced),
    chapterIds: form.all(names.chapters),
  };
}

/** @returns the queue, or a sentence in the language of `t` for each field that must be put right, by field name */
export function parseQueue(values: QueueValues, t: Translate): Parsed<QueueFields> {
  const reader = startReading(t);
  const names = queueFieldNames;
  const hours = readTime(values.time);
  const time = hours ?? { hour: 0, minute: 0 };
  if (!hours) reader.refuse(names.time, t("Choose a time, as hours and minutes: 18:00."));
  if (!isTimeZone(values.timeZone)) reader.refuse(names.zone, t("Choose a time zone of the list."));
  const days = [...new Set(values.weekdays.filter((day) => /^[0-6]$/.test(day)).map(Number))].sort();
  const every = /^\d{1,3}$/.test(values.every.trim()) ? Number(values.every) : 0;
  let rhythm: Rhythm = { kind: "weekdays", days, ...time };
  if (values.rhythm === "days") {
    rhythm = { kind: "days", every, from: values.date.trim(), ...time };
    if (every < 1 || every > mostDaysBetween)
      reader.refuse(
        names.every,
        t("Type a whole number of days, from 1 to {most, number}.", { most: mostDaysBetween }),
      );
    const from = readDate(values.date);
    if (!from) reader.refuse(names.date, t("Choose a day, as year, month and day: 2027-03-28."));
    else rhythm.from = dateText({ ...from, hour: 0, minute: 0 });
  } else if (values.rhythm !== "weekdays") reader.refuse(names.rhythm, t("Choose a rhythm."));
  else if (days.length === 0) reader.refuse(names.weekdays, t("Choose at least one day of the week."));
  const { timeZone, announcement, chapterIds } = values;
  return finishReading(reader, { queue: { rhythm, timeZone, announcement }, chapterIds });
}

import type { Translate } from "../vocabulary/translate.ts";

/**
 * How long so many words take, as one says it: to five minutes below an hour, to a quarter of an hour above, to the hour
 * from ten on.
 */
export function readingTime(t: Translate, words: number, wordsPerMinute: number): string {
  const minutes = words / wordsPerMinute;
  if (minutes < 1) return t("less than a minute");
  if (minutes < 10) return minutesSentence(t, Math.round(minutes));
  if (minutes < 57.5) return minutesSentence(t, Math.round(minutes / 5) * 5);
  if (minutes >= 600)
    return t("{hours, plural, one {# hour} other {# hours}}", { hours: Math.round(minutes / 60) });
  const quarters = Math.round(minutes / 15);
  const [hours, rest] = [Math.floor(quarters / 4), (quarters % 4) * 15];
  if (rest === 0) return t("{hours, plural, one {# hour} other {# hours}}", { hours });
  return t("{hours, plural, one {# hour} other {# hours}} {minutes, number} min", { hours, minutes: rest });
}

function minutesSentence(t: Translate, minutes: number): string {
  return t("{minutes, plural, one {# minute} other {# minutes}}", { minutes });
}

import type { FormValues } from "../../plumbing/http/form-values.ts";
import { type Settings, settingsShape } from "../../plumbing/settings/settings.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { StoryRefused } from "../../story-text/story-refused.ts";
import { noteFromTyped, typedFromNote } from "../../story-text/typed.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { languageTag } from "../../works/languages.ts";

/** Every setting in the form in which its field shows it. */
export type TypedSettings = Record<keyof Settings, string>;

/** The longest of the archive's own texts, in characters as typed. */
export const mostCharacters = 50_000;

const { shape } = settingsShape;
const texts = ["welcome", "about", "rules"] as const;
export const numbers = [
  "uploadMegabytes",
  "copyMegabytes",
  "chapterCharacters",
  "noteCharacters",
  "importsAtOnce",
  "unfinishedImports",
  "picturesKept",
  "pictureMegabytes",
  "savedFilters",
  "subscriptionsKept",
  "noticeDays",
  "letterDays",
  "shelvesKept",
  "ledgerLines",
  "devicesKept",
  "shelfWorks",
  "commentCharacters",
  "commentsPerPage",
  "commentsOfMember",
  "commentsOfGuest",
  "autosavesKept",
  "autosaveMegabytes",
  "autosaveDays",
  "worksPerPage",
  "daysInTrash",
  "daysUnasked",
  "iconKilobytes",
] as const;

/** What people put between thousands: 2,000,000 or 2 000 000. */
const separators = /(?<=\d)[\s,.'’](?=\d{3}(?!\d))/gu;

/** The least and the most a number may be. */
export function boundsOf(number: (typeof numbers)[number]): { least: number; most: number } {
  const { minValue, maxValue } = shape[number].unwrap();
  return { least: minValue ?? 0, most: maxValue ?? Number.MAX_SAFE_INTEGER };
}

/** The settings as the form shows them. */
export function typedSettings(settings: Settings): TypedSettings {
  const typedNote = (name: (typeof texts)[number]) => typedFromNote(readStored(settings[name]));
  return {
    archiveName: settings.archiveName,
    welcome: typedNote("welcome"),
    about: typedNote("about"),
    rules: typedNote("rules"),
    registration: settings.registration,
    language: settings.language,
    uploadMegabytes: String(settings.uploadMegabytes),
    copyMegabytes: String(settings.copyMegabytes),
    chapterCharacters: String(settings.chapterCharacters),
    noteCharacters: String(settings.noteCharacters),
    importsAtOnce: String(settings.importsAtOnce),
    unfinishedImports: String(settings.unfinishedImports),
    picturesKept: String(settings.picturesKept),
    pictureMegabytes: String(settings.pictureMegabytes),
    savedFilters: String(settings.savedFilters),
    subscriptionsKept: String(settings.subscriptionsKept),
    noticeDays: String(settings.noticeDays),
    letterDays: String(settings.letterDays),
    shelvesKept: String(settings.shelvesKept),
    ledgerLines: String(settings.ledgerLines),
    devicesKept: String(settings.devicesKept),
    shelfWorks: String(settings.shelfWorks),
    autosavesKept: String(settings.autosavesKept),
    autosaveMegabytes: String(settings.autosaveMegabytes),
    autosaveDays: String(settings.autosaveDays),
    worksPerPage: String(settings.worksPerPage),
    daysInTrash: String(settings.daysInTrash),
    commentsFrom: settings.commentsFrom,
    commentCharacters: String(settings.commentCharacters),
    commentsPerPage: String(settings.commentsPerPage),
    commentsOfMember: String(settings.commentsOfMember),
    commentsOfGuest: String(settings.commentsOfGuest),
    aiCrawlers: settings.aiCrawlers,
    daysUnasked: String(settings.daysUnasked),
    iconKilobytes: String(settings.iconKilobytes),
    anonymousWorks: settings.anonymousWorks,
    kudos: settings.kudos,
    readings: settings.readings,
    statistics: settings.statistics,
  };
}

/**
 * Reads the form. `typed` is what to hand back, `settings` what to save; `settings` is null while
 * anything is in `errors`.
 */
export function readSettingsForm(
  form: FormValues,
  t: Translate,
): { typed: TypedSettings; settings: Settings | null; errors: FieldErrors } {
  const typed: TypedSettings = {
    archiveName: form.text("archiveName"),
    welcome: form.text("welcome"),
    about: form.text("about"),
    rules: form.text("rules"),
    registration: form.text("registration"),
    language: form.text("language"),
    uploadMegabytes: form.text("uploadMegabytes"),
    copyMegabytes: form.text("copyMegabytes"),
    chapterCharacters: form.text("chapterCharacters"),
    noteCharacters: form.text("noteCharacters"),
    importsAtOnce: form.text("importsAtOnce"),
    unfinishedImports: form.text("unfinishedImports"),
    picturesKept: form.text("picturesKept"),
    pictureMegabytes: form.text("pictureMegabytes"),
    savedFilters: form.text("savedFilters"),
    subscriptionsKept: form.text("subscriptionsKept"),
    noticeDays: form.text("noticeDays"),
    letterDays: form.text("letterDays"),
    shelvesKept: form.text("shelvesKept"),
    ledgerLines: form.text("ledgerLines"),
    devicesKept: form.text("devicesKept"),
    shelfWorks: form.text("shelfWorks"),
    autosavesKept: form.text("autosavesKept"),
    autosaveMegabytes: form.text("autosaveMegabytes"),
    autosaveDays: form.text("autosaveDays"),
    worksPerPage: form.text("worksPerPage"),
    daysInTrash: form.text("daysInTrash"),
    commentsFrom: form.text("commentsFrom"),
    commentCharacters: form.text("commentCharacters"),
    commentsPerPage: form.text("commentsPerPage"),
    commentsOfMember: form.text("commentsOfMember"),
    commentsOfGuest: form.text("commentsOfGuest"),
    aiCrawlers: form.text("aiCrawlers"),
    daysUnasked: form.text("daysUnasked"),
    iconKilobytes: form.text("iconKilobytes"),
    anonymousWorks: form.text("anonymousWorks"),
    kudos: form.text("kudos"),
    readings: form.text("readings"),
    statistics: form.text("statistics"),
  };
  const errors: FieldErrors = {};
  if (!shape.archiveName.safeParse(typed.archiveName).success)
    errors.archiveName = t("An archive’s name has between 1 and {most} characters.", {
      most: shape.archiveName.unwrap().maxLength ?? 0,
    });
  const notes = { welcome: "", about: "", rules: "" };
  for (const name of texts) {
    try {
      if (typed[name].length > mostCharacters)
        errors[name] = t("This text has at most {most, number} characters.", { most: mostCharacters });
      else notes[name] = serialiseStory(noteFromTyped(typed[name]));
    } catch (cause) {
      if (!(cause instanceof StoryRefused)) throw cause;
      errors[name] = t(cause.sentence, cause.values);
    }
  }
  if (!shape.registration.safeParse(typed.registration).success)
    errors.registration = t("Choose who may join.");
  if (!shape.commentsFrom.safeParse(typed.commentsFrom).success)
    errors.commentsFrom = t("Choose who may comment.");
  const crawlers = namesInLines(typed.aiCrawlers);
  if (!shape.aiCrawlers.safeParse(crawlers).success)
    errors.aiCrawlers = t(
      "Type one name a line, of Latin letters, digits and the signs - _ . + /, as the crawler’s maker writes it.",
    );
  if (!shape.anonymousWorks.safeParse(typed.anonymousWorks).success)
    errors.anonymousWorks = t("Choose one of these.");
  if (!shape.kudos.safeParse(typed.kudos).success) errors.kudos = t("Choose one of these.");
  if (!shape.readings.safeParse(typed.readings).success) errors.readings = t("Choose one of these.");
  if (!shape.statistics.safeParse(typed.statistics).success) errors.statistics = t("Choose one of these.");
  if (languageTag(typed.language) === null) errors.language = t("Choose a language from the list.");
  const digits: Partial<Record<(typeof numbers)[number], string>> = {};
  for (const name of numbers) {
    digits[name] = typed[name].trim().replace(separators, "");
    if (!/^\d+$/.test(digits[name]) || !shape[name].safeParse(digits[name]).success)
      errors[name] = t("Type a whole number from {least, number} to {most, number}.", boundsOf(name));
  }
  if (Object.keys(errors).length > 0) return { typed, settings: null, errors };
  return {
    typed,
    settings: settingsShape.parse({ ...typed, ...notes, ...digits, aiCrawlers: crawlers }),
    errors,
  };
}

/** Each name once, one a line, as somebody may have typed them with empty lines and spaces between. */
function namesInLines(typed: string): string {
  const names = typed.split(/\r\n|\r|\n/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))].join("\n");
}

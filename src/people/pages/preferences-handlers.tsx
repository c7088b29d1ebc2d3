import type { Database } from "../../plumbing/database/database.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import type { Page } from "../../ui/page.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { memberOf } from "../member-only.ts";
import {
  changePreferences,
  findPreferences,
  isTimeZone,
  type Preferences,
  wordsPerMinute,
  worksLinkedAnswers,
} from "../preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { PreferencesPage } from "./preferences-page.tsx";
import { paceField } from "./reading-preferences.tsx";

/** Shows a member what they prefer. */
export function showPreferences(database: Database): ArchiveHandler {
  return async (context) =>
    answer(context, await findPreferences(database.reading, memberOf(context).accountId), {});
}

/** Keeps what a member prefers. */
export function handlePreferences(database: Database): ArchiveHandler {
  return async (context) => {
    const { accountId } = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const before = await findPreferences(database.reading, accountId);
    const timeZone = form.text("time-zone");
    const changes = {
      giftsWanted: form.text("gifts-wanted") === "yes",
      statisticsShown: form.text("statistics-shown") === "yes",
      countsShown: form.text("counts-shown") === "yes",
      readingCounted: form.text("reading-counted") === "yes",
      // A form that does not ask changes nothing.
      worksLinked:
        worksLinkedAnswers.find((each) => each === form.text("works-linked")) ?? before.worksLinked,
    };
    const { changes: ofReading, error } = readReading(form, context.var.page);
    const errors: FieldErrors = {
      ...(isTimeZone(timeZone) ? {} : { "time-zone": t("Choose a time zone of the list.") }),
      ...(error === null ? {} : { [paceField]: error }),
    };
    if (Object.keys(errors).length > 0)
      return answer(context, { ...before, ...changes, ...ofReading }, errors);
    await database.write(async (writer) => {
      await changePreferences(writer, accountId, { ...changes, ...ofReading, timeZone });
      if (changes.countsShown !== before.countsShown)
        await recordFact(writer, { type: "counts-shown-changed" }, Date.now());
    });
    context.var.sayNext("preferences-saved");
    return context.redirect(urls.preferences(), 303);
  };
}

/** What the form says of reading; nothing, where it does not ask. */
function readReading(form: FormValues, { t }: Page): { changes: Partial<Preferences>; error: string | null } {
  if (!form.has(paceField)) return { changes: {}, error: null };
  const pace = form.text(paceField).trim();
  const { least, most } = wordsPerMinute;
  const isPace = /^\d{1,5}$/.test(pace) && Number(pace) >= least && Number(pace) <= most;
  return {
    changes: {
      placesKept: form.text("places-kept") === "yes",
      ledgerFollows: form.text("ledger-follows") === "yes" ? "yes" : "no",
      ...(isPace ? { wordsPerMinute: Number(pace) } : {}),
    },
    error: isPace
      ? null
      : t("Type a whole number of words from {least, number} to {most, number}.", { least, most }),
  };
}

function answer(context: ArchiveContext, preferences: Preferences, errors: FieldErrors) {
  return context.html(
    <PreferencesPage page={context.var.page} preferences={preferences} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

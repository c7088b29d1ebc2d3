import type { Database } from "../../plumbing/database/database.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { memberOf } from "../member-only.ts";
import { changePreferences, findPreferences, isTimeZone, type Preferences } from "../preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../request.ts";
import { PreferencesPage } from "./preferences-page.tsx";

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
    };
    if (!isTimeZone(timeZone))
      return answer(
        context,
        { ...before, ...changes },
        { "time-zone": t("Choose a time zone of the list.") },
      );
    await database.write(async (writer) => {
      await changePreferences(writer, accountId, { ...changes, timeZone });
      if (changes.countsShown !== before.countsShown)
        await recordFact(writer, { type: "counts-shown-changed" }, Date.now());
    });
    context.var.sayNext("preferences-saved");
    return context.redirect(urls.preferences(), 303);
  };
}

function answer(context: ArchiveContext, preferences: Preferences, errors: FieldErrors) {
  return context.html(
    <PreferencesPage page={context.var.page} preferences={preferences} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

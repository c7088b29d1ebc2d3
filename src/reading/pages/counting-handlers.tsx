import { findPreferences } from "../../people/preferences.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { asksNotToBeCounted, isUncountedBrowser, rememberWhetherCounted } from "../asks-not-to-be-counted.ts";
import { CountingPage } from "./counting-page.tsx";

/** Tells readers what is counted of their reading. */
export function showCounting(archive: { database: Database; settings: SettingsKeeper }): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const { readings, statistics } = await archive.settings.current();
    const bySelf = asksNotToBeCounted((name) => context.req.header(name) ?? "");
    const isCounted =
      !bySelf &&
      !isUncountedBrowser(context) &&
      (person.kind === "visitor" ||
        (await findPreferences(archive.database.reading, person.accountId)).readingCounted);
    return context.html(
      <CountingPage
        page={page}
        counts={{ readings: readings !== "off", endings: statistics !== "off" }}
        isCounted={isCounted}
        bySelf={bySelf}
      />,
    );
  };
}

/** Hears from a visitor whether the reading in this browser may be counted. */
export function handleCounting(overHttps: boolean): ArchiveHandler {
  return async (context) => {
    rememberWhetherCounted(context, (await readForm(context)).text("counted") !== "no", overHttps);
    return context.redirect(urls.counting(), 303);
  };
}

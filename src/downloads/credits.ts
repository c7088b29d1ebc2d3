import type { Translate } from "../vocabulary/translate.ts";
import type { CreatorRole, DownloadableWork } from "./downloadable-work.ts";
import { plainLines } from "./plain-line.ts";

/** The names of everyone in one of these roles, in the order the work gives them, each once. */
export function namesOf(work: DownloadableWork, roles: CreatorRole[]): string[] {
  return plainLines(work.creators.filter(({ role }) => roles.includes(role)).map(({ name }) => name));
}

/** "A, B and C" as the reader's language says it. */
export function nameList(names: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

/** One thanking line for each role besides the authors', e.g. "Beta read by megan_peta". */
export function creditLines(work: DownloadableWork, t: Translate, locale: string): string[] {
  const named = (role: CreatorRole) => namesOf(work, [role]);
  const lines: [string[], (names: string) => string][] = [
    [named("translator"), (names) => t("Translated by {names}", { names })],
    [named("artist"), (names) => t("Art by {names}", { names })],
    [named("beta"), (names) => t("Beta read by {names}", { names })],
  ];
  return lines.filter(([names]) => names.length > 0).map(([names, say]) => say(nameList(names, locale)));
}

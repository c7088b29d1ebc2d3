import type { Translate } from "../../vocabulary/translate.ts";
import { mostCounted } from "../listed-tags.ts";

/** On how many works a tag stands, as `usesOfTags` counts them. */
export function worksSentence(t: Translate, works: number): string {
  return works > mostCounted
    ? t("more than {count, number} works", { count: mostCounted })
    : t("{count, plural, one {# work} other {# works}}", { count: works });
}

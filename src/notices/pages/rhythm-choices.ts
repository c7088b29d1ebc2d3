import type { Translate } from "../../vocabulary/translate.ts";
import { subscriptionRhythms } from "../kinds.ts";
import { rhythmName } from "../topic-names.ts";

/** How one may be told of what one follows; no letters, where the archive sends none. */
export function rhythmChoices(t: Translate, sendsLetters: boolean) {
  return subscriptionRhythms
    .filter((rhythm) => sendsLetters || rhythm === "feed" || rhythm === "site")
    .map((rhythm) => ({ value: rhythm, label: rhythmName(t, rhythm) }));
}

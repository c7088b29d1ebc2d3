import type { Speaker } from "../speaker.ts";
import type { Fault } from "./mistake.ts";

/** What is wrong, in a sentence or two; the page shows the place and the repairs beside it. */
export function mistakeSentence({ t, locale }: Speaker, fault: Fault): string {
  const oneOf = (names: string[]) => new Intl.ListFormat(locale, { type: "disjunction" }).format(names);
  switch (fault.kind) {
    case "open-quote":
      return t("This quotation mark is never closed, so everything after it was taken as one name.");
    case "open-bracket":
      return t("This bracket is never closed; it was taken to end with the line.");
    case "stray-bracket":
      return t("This bracket has no partner, or stands inside others; it was left out.");
    case "empty-brackets":
      return t("There is nothing in these brackets.");
    case "stray-or":
      return t("OR needs something on both sides of it.");
    case "and-in-brackets":
      return t("Inside brackets everything is joined by OR; what stood side by side was taken so.");
    case "mixed-choice":
      return t("Only names of one sort can be joined by OR: tags with tags, ratings with ratings.");
    case "unknown-key":
      return t("Nothing can be asked about “{key}”.", { key: fault.key });
    case "no-value":
      return t("Nothing stands after “{key}:”.", { key: fault.key });
    case "no-exclusion":
      return t("“{key}” cannot be left out with a minus.", { key: fault.key });
    case "not-in-brackets":
      return t("“{key}” cannot be joined by OR; ask for it outside the brackets.", { key: fault.key });
    case "not-numbers":
      return t("“{value}” is no number and no range; write it like {examples}.", {
        value: fault.value,
        examples: "5k..40k, 1000.., ..5000",
      });
    case "not-dates":
      return t("“{value}” is no date; write it like {examples}.", {
        value: fault.value,
        examples: "2026-03, 2025..2026, 2w",
      });
    case "not-a-choice":
      return t("“{key}” cannot be “{value}”. It can be {choices}.", {
        key: fault.key,
        value: fault.value,
        choices: oneOf(fault.choices),
      });
    case "no-such-name":
      return t(
        "{sort, select, none {Nothing here is called “{name}”.} other {There is no “{name}” here (looked among: {sort}).}}",
        { sort: fault.sort ?? "none", name: fault.name },
      );
    case "no-such-writer":
      return t("No writer here is called “{name}”.", { name: fault.name });
    case "no-such-recipient":
      return t("No story here is a gift to “{name}”.", { name: fault.name });
    case "no-such-series":
      return t("No series here is called “{name}”.", { name: fault.name });
    case "no-main-exclusion":
      return t(
        "Works can be kept out for having “{name}” at all, or for mentioning it, but not for how much it matters.",
        { name: fault.name },
      );
    case "no-text-exclusion":
      return t("Words inside the stories can be asked for, but not kept out.");
    case "no-word-exclusion":
      return t(
        "Nothing here is called “{words}”, and words inside the stories cannot be left out with a minus.",
        { words: fault.words },
      );
    case "no-word-choice":
      return t("Nothing here is called {words}, and words inside the stories cannot be joined by OR.", {
        words: oneOf(fault.words.map((words) => t("“{words}”", { words }))),
      });
    case "several-fit":
      return t("“{name}” is part of several names here.", { name: fault.name });
    case "unusable-text":
      return t(
        "{words} cannot be looked for inside the stories; it takes a whole word or two letters of one.",
        {
          words: new Intl.ListFormat(locale).format(fault.words.map((words) => t("“{words}”", { words }))),
        },
      );
    case "several-names":
      return t("“{name}” is the name of several things: {kinds}.", {
        name: fault.name,
        kinds: new Intl.ListFormat(locale).format(fault.kinds),
      });
    case "too-long":
      return t("Only the first {most, number} characters were read.", { most: fault.most });
    case "too-many":
      return t("Only {most, number} things can be asked for at once; the rest was left out.", {
        most: fault.most,
      });
  }
}

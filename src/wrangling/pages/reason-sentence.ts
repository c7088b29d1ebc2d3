import type { Translate } from "../../vocabulary/translate.ts";
import type { Suggestion } from "../suggest-meanings.ts";

/** Why a tag may mean another. */
export function reasonSentence(t: Translate, { reason, by, target }: Suggestion): string {
  const other = by?.name ?? target.name;
  const said = ((): string => {
    switch (reason.why) {
      case "abbreviation":
        return t("it is short for “{other}”", { other });
      case "same-letters":
        return t("“{other}” has the same letters; only accents, spaces or signs differ", { other });
      case "other-script":
        return t("“{other}” sounds the same in another script", { other });
      case "other-order":
        return t("“{other}” has the same words in another order", { other });
      case "initials":
        return t("these are the first letters of “{other}”", { other });
      case "short-pairing":
        return t("it may be short for “{other}”: the same people, more of their names", { other });
      case "loose-sound":
        return t("“{other}” sounds nearly the same", { other });
      case "spelling":
        return t(
          "“{other}” is spelled almost alike: {letters, plural, one {# letter differs} other {# letters differ}}",
          { other, letters: reason.letters },
        );
      case "together":
        return t("“{other}” stands on {works} of the {of} works looked at", {
          other,
          works: reason.works,
          of: reason.of,
        });
    }
  })();
  return by ? t("{reason} (already its synonym)", { reason: said }) : said;
}

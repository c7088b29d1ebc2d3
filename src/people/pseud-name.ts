import { z } from "zod";
import { tidyName } from "../vocabulary/tidy-name.ts";
import type { Translate } from "../vocabulary/translate.ts";

/** Alphabets whose letters can be taken for one another's (Unicode TS39, section 5.2). */
const alikeScripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
];

/** Characters somebody may type for a name, spaces and parts of letters among them. */
const longestTyped = 400;

/**
 * What a pseud may be called: 2 to 40 characters of any script, digits, spaces and the marks people
 * use in names; no invisible characters, no mixed look-alike alphabets, and nothing that reads as an address.
 */
export function pseudNameShape(t: Translate) {
  return (
    z
      .string()
      // Before a few megabytes are put in order, only to be refused.
      .max(longestTyped, t("A name has at most 40 characters."))
      .transform(tidyName)
      .pipe(
        z
          .string()
          .min(2, t("A name has at least 2 characters."))
          .max(40, t("A name has at most 40 characters."))
          .regex(
            /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.'’·-]*$/u,
            t("A name begins with a letter or a digit and holds letters, digits, spaces, and . _ - ' only."),
          )
          .refine(
            (name) => !/\p{Default_Ignorable_Code_Point}|\p{M}{4}/u.test(name),
            t("A name holds no invisible characters, and no more than three marks on one letter."),
          )
          .refine(
            (name) => alikeScripts.filter((script) => script.test(name)).length <= 1,
            t("A name is written in one alphabet: letters of several look alike."),
          ),
      )
  );
}

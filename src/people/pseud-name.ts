import { z } from "zod";
import type { Translate } from "../vocabulary/translate.ts";

/**
 * What a pseud may be called: 2 to 40 characters of any script, digits, spaces and the marks people
 * use in names; no look-alike invisible characters and nothing that reads as an address.
 */
export function pseudNameShape(t: Translate) {
  return z
    .string()
    .transform((name) => name.normalize("NFC").replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(2, t("A name has at least 2 characters."))
        .max(40, t("A name has at most 40 characters."))
        .regex(
          /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.'’·-]*$/u,
          t("A name begins with a letter or a digit and holds letters, digits, spaces, and . _ - ' only."),
        ),
    );
}

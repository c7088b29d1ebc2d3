import { z } from "zod";
import type { Translate } from "../vocabulary/translate.ts";
import { passwordLength } from "./sign-in-library.ts";

/** A password is long; nothing else is asked of it (NIST SP 800-63B-4 §3.1.1.2). */
export function passwordShape(t: Translate) {
  const { least, most } = passwordLength;
  return z
    .string()
    .min(least, t("A password has at least {least} characters.", { least }))
    .max(most, t("A password has at most {most} characters.", { most }));
}

import type { Translate } from "../../../../vocabulary/translate.ts";
import type { ReleaseTrouble } from "../../../releases.ts";
import { lackSentence } from "../lack-sentences.ts";

/** Why something did not come out at its time, in words. */
export function troubleSentence(t: Translate, trouble: ReleaseTrouble): string {
  if (trouble === "removed") return t("It lay in the trash at its time.");
  if (trouble === "failed")
    return t("The archive tried several times and failed. Its owner finds the cause in the log.");
  return lackSentence(t, trouble);
}

import type { Translate } from "../vocabulary/translate.ts";
import type { LedgerState } from "./reader-marks.ts";

/** What a reader's state of a work is called, as a mark beside it and as the name of a list. */
export function ledgerWord(t: Translate, state: LedgerState): string {
  switch (state) {
    case "to-read":
      return t("To read");
    case "reading":
      return t("Reading");
    case "waiting":
      return t("Waiting for more");
    case "finished":
      return t("Finished");
    case "dropped":
      return t("Dropped");
  }
}

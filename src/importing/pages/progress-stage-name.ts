import type { Translate } from "../../vocabulary/translate.ts";
import type { ImportStage } from "../import-progress.ts";

/** What the reading is about just now, in words. */
export function stageName(stage: ImportStage, t: Translate): string {
  switch (stage) {
    case "waiting":
      return t("Waiting for its turn");
    case "reading":
      return t("Reading the file");
    case "looking":
      return t("Looking for headers, scenes and marks");
    case "keeping":
      return t("Laying it down");
  }
}

import type { Translate } from "../../vocabulary/translate.ts";
import type { CreatorRole } from "../work.ts";

/** What somebody is to a work, as said of themselves: "You are its beta reader". */
export function roleName(t: Translate, role: CreatorRole): string {
  return {
    author: t("author"),
    beta: t("beta reader"),
    artist: t("artist"),
    translator: t("translator"),
  }[role];
}

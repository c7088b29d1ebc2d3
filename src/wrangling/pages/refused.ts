import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { WranglingRefusal } from "../../tags/wrangling-refused.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import type { TagCatalogue } from "../tag-catalogue.ts";
import { findWranglings, type LoggedDeed } from "../wrangling-log.ts";
import { refusalSentence } from "./refusal-sentence.ts";

/** A refusal in words, and the deeds it names. */
export async function toldRefusal(
  reader: Reader,
  catalogue: TagCatalogue,
  refusal: WranglingRefusal,
  t: Translate,
): Promise<{ sentence: string; deeds: LoggedDeed[] }> {
  return {
    sentence: refusalSentence(t, refusal, (id) => catalogue.get(id)?.name ?? ""),
    deeds:
      refusal.why === "later-deeds" ? await findWranglings(reader, refusal.wranglingIds.slice(0, 10)) : [],
  };
}

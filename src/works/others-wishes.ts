import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { relatedProblems } from "./related-problems.ts";
import { unwantedGifts } from "./unwanted-gifts.ts";
import type { WorkValues } from "./work-values.ts";

/**
 * What of a work form goes against what others have said: gifts to those who want none, works made of works whose writers
 * say no.
 *
 * @param workId null for a new work
 * @returns a sentence in the language of `t` for each, by field name
 */
export async function othersWishes(
  reader: Reader,
  member: Member,
  workId: string | null,
  values: WorkValues,
  t: Translate,
): Promise<FieldErrors> {
  return {
    ...(await unwantedGifts(reader, member.accountId, workId, values, t)),
    ...(await relatedProblems(reader, member, workId, values, t)),
  };
}

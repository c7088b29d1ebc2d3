import type { Person } from "../people/person.ts";
import { findPreferences } from "../people/preferences.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { changeableBy } from "./who-may-change.ts";
import "./sql/works-tables.ts";

/**
 * Works of which this person is not told how many kudos and readings they have: because one of their authors does not want
 * it told, or because they write it and want to meet no numbers. A work without a name is no part of the first: what is
 * left out of it would tell whose it may be.
 */
export async function worksWithHiddenCounts(
  reader: Reader | Writer,
  person: Person,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const wantsNone =
    person.kind === "member" && !(await findPreferences(reader, person.accountId)).statisticsShown;
  const rows = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "in", ids)
    .where((work) => {
      const preference = work
        .selectFrom("account_preferences")
        .select("account_preferences.account_id")
        .where("account_preferences.name", "=", "countsShown")
        .where("account_preferences.value", "=", "false");
      const unwanted = work.and([
        work("works.anonymous", "=", 0),
        work.or([
          work.exists(preference.whereRef("account_preferences.account_id", "=", "works.account_id")),
          work.exists(
            preference
              .innerJoin("pseuds", "pseuds.account_id", "account_preferences.account_id")
              .innerJoin("work_creators", "work_creators.pseud_id", "pseuds.id")
              .whereRef("work_creators.work_id", "=", "works.id")
              .where("work_creators.role", "=", "author")
              .where("work_creators.accepted", "=", 1),
          ),
        ]),
      ]);
      return wantsNone ? work.or([unwanted, changeableBy(person)(work)]) : unwanted;
    })
    .execute();
  return new Set(rows.map(({ id }) => id));
}

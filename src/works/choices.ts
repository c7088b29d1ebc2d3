import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Choice } from "./work.ts";
import "./sql/permissions-tables.ts";
import "./sql/works-tables.ts";

/** The lists of choices an author picks from. */
export type ChoiceList = "ratings" | "warnings" | "categories" | "permissions";

/** The choices offered, in the owner's order; retired ones stay on works that have them but are not offered. */
export function listChoices(reader: Reader | Writer, list: ChoiceList): Promise<Choice[]> {
  return reader
    .selectFrom(list)
    .select(["id", "name", "about"])
    .where("retired", "=", 0)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

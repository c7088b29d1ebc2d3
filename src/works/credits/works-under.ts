import type { Reader } from "../../plumbing/database/reader-writer.ts";
import "../sql/works-tables.ts";

/** A work on which a name stands with its yes. */
export type WorkUnderName = { id: string; title: string; language: string };

/**
 * Every work on which a name stands with its yes, drafts, anonymous ones and the trash too; for whoever the name is
 * alone, who was asked about that before.
 */
export async function listWorksUnder(reader: Reader, pseudId: string): Promise<WorkUnderName[]> {
  const rows = await reader
    .selectFrom("works")
    .select(["works.id", "works.title", "works.language"])
    .where("works.id", "in", (row) =>
      row
        .selectFrom("work_creators")
        .select("work_id")
        .where("pseud_id", "=", pseudId)
        .where("accepted", "=", 1),
    )
    .orderBy("works.updated_at", "desc")
    .orderBy("works.id")
    .execute();
  return rows;
}

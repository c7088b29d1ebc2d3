import type { Member } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import type { NameOutcome } from "./bring-names.ts";
import type { FirstOutcome, RestOutcome } from "./bring-rest.ts";
import type { CopyTrouble } from "./copy-refused.ts";
import type { Obstacle, Remark } from "./remarks.ts";
import type { Survey } from "./survey-copy.ts";
import "../sql/brought-tables.ts";

/** What its owner chose of a copy. */
export type Wishes = {
  /** The ids, there, of the works that are to come in. */
  workIds: string[];
  /** Under which name of theirs a name comes in that they cannot have here: ids of names here by ids there. */
  names: Record<string, string>;
};

/** What became of one work. */
export type WorkOutcome = {
  sourceId: string;
  title: string;
  remarks: Remark[];
} & (
  | { outcome: "brought"; workId: string }
  | { outcome: "here"; workId: string }
  | { outcome: "cannot"; obstacle: Obstacle; about: string }
);

/** What is known of a copy: what is in it; then how far bringing it in has come, and what came of it. */
export type Report = {
  survey: Survey;
  works: WorkOutcome[];
  names: NameOutcome[];
  /** Of copies that came in before there was more of it, less. */
  rest: (Pick<RestOutcome, keyof FirstOutcome> & Partial<RestOutcome>) | null;
  /** It broke off: the file could be read no further, or the archive failed again and again. */
  broke: CopyTrouble | "failed" | null;
  /** How often it was begun since it last got on. */
  tries: number;
};

export type BroughtCopy = {
  id: string;
  byteSize: number;
  takenAt: number;
  state: "waiting" | "running" | "done";
  wishes: Wishes;
  report: Report;
};

export function newReport(survey: Survey): Report {
  return { survey, works: [], names: [], rest: null, broke: null, tries: 0 };
}

const columns = ["id", "byte_size", "taken_at", "state", "wishes", "report"] as const;
type Row = {
  id: string;
  byte_size: number;
  taken_at: number;
  state: BroughtCopy["state"];
  wishes: string;
  report: string;
};

/** The copies a member brought, the newest first; nobody else is told of them. */
export async function listCopies(reader: Reader | Writer, member: Member): Promise<BroughtCopy[]> {
  const rows = await reader
    .selectFrom("brought_copies")
    .select(columns)
    .where("account_id", "=", member.accountId)
    .orderBy("taken_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(copyOf);
}

/** One of a member's own; anybody else's is absent. */
export async function findCopy(
  reader: Reader | Writer,
  member: Member,
  id: string,
): Promise<BroughtCopy | undefined> {
  if (!looksLikeId(id)) return undefined;
  const row = await reader
    .selectFrom("brought_copies")
    .select(columns)
    .where("id", "=", id)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  return row && copyOf(row);
}

/** Begins to bring a copy in; false: somebody did already, or it is gone. */
export async function beginCopy(
  writer: Writer,
  member: Member,
  id: string,
  wishes: Wishes,
): Promise<boolean> {
  const begun = await writer
    .updateTable("brought_copies")
    .set({ state: "running", wishes: JSON.stringify(wishes) })
    .where("id", "=", id)
    .where("account_id", "=", member.accountId)
    .where("state", "=", "waiting")
    .returning("id")
    .executeTakeFirst();
  return begun !== undefined;
}

export async function noteProgress(
  writer: Writer,
  id: string,
  report: Report,
  state: "running" | "done",
): Promise<void> {
  await writer
    .updateTable("brought_copies")
    .set({ report: JSON.stringify(report), state })
    .where("id", "=", id)
    .execute();
}

function copyOf({ id, byte_size, taken_at, state, wishes, report }: Row): BroughtCopy {
  return {
    id,
    byteSize: Number(byte_size),
    takenAt: Number(taken_at),
    state,
    wishes: JSON.parse(wishes),
    report: JSON.parse(report),
  };
}

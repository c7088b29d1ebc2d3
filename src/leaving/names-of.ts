import { findOwnPseuds } from "../people/pseuds.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";

/** The names somebody writes under, as rows and as somebody may have typed them. */
export type OwnNames = {
  accountId: string;
  pseudIds: string[];
  isOwn(pseudId: string | null, name: string): boolean;
};

export async function namesOf(reader: Reader | Writer, accountId: string): Promise<OwnNames> {
  const pseuds = await findOwnPseuds(reader, accountId);
  const pseudIds = pseuds.map(({ id }) => id);
  const keys = new Set(pseuds.map(({ name }) => foldName(name)));
  return {
    accountId,
    pseudIds,
    isOwn: (pseudId, name) => (pseudId === null ? keys.has(foldName(name)) : pseudIds.includes(pseudId)),
  };
}

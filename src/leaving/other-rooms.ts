import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";

/** What other rooms do when somebody leaves; `app.ts` gives it, because edge rooms do not know each other. */
export type OtherRooms = {
  /** The words somebody said stay without their name, under one work or (null) everywhere. */
  takeNameFromTalk(writer: Writer, accountId: string, workId: string | null): Promise<void>;
  /** Everything they said goes. */
  takeWordsFromTalk(writer: Writer, accountId: string, now: number): Promise<void>;
  /** How many comments they have said. */
  countWords(reader: Reader | Writer, accountId: string, workId: string | null): Promise<number>;
  /** What was answered in imports of a work is forgotten. */
  forgetAnswers(writer: Writer, workId: string): Promise<void>;
};

/** What the index's thread is asked to do (keep-index.ts). */
export type IndexTask =
  | { name: "learn"; workId: string }
  | { name: "learnMissing" }
  | { name: "forgetDeleted" }
  | { name: "check" };

/** What comes of each. */
export type IndexAnswers = {
  learn: undefined;
  learnMissing: number;
  forgetDeleted: undefined;
  check: string[];
};

export type ToThread =
  | { kind: "task"; number: number; task: IndexTask }
  /** The archive's own writers wait until the turn is over. */
  | { kind: "turn"; number: number }
  | { kind: "close" };

export type FromThread =
  | { kind: "answer"; number: number; answer: number | string[] | undefined }
  | { kind: "failure"; number: number; cause: Error }
  | { kind: "turn-wanted"; number: number }
  | { kind: "turn-over"; number: number }
  | { kind: "log"; sentence: string; cause: string };

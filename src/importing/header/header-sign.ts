import type { ChapterLine } from "./chapter-line.ts";
import type { Convention } from "./conventions.ts";
import type { LabelField } from "./labels.ts";
import type { SubjectLine } from "./subject-line.ts";

/** What a stretch of a line says that a story would not; offsets count in the line. */
export type HeaderSign =
  | {
      kind: "label";
      field: LabelField;
      label: string;
      strong: boolean;
      from: number;
      value: number;
      to: number;
    }
  | { kind: "chapter"; chapter: ChapterLine; from: number; to: number }
  | { kind: "conventions"; conventions: Convention[]; from: number; to: number }
  | { kind: "subject"; subject: SubjectLine; from: number; to: number }
  | { kind: "byline"; from: number; value: number; to: number }
  /** `sure`: no story would say it so. */
  | { kind: "words"; says: SpokenOf; sure: boolean; from: number; to: number };

/** What words without a label speak of. */
export type SpokenOf = "gift" | "thanks" | "permission" | "disclaimer" | "remark" | "nothing";

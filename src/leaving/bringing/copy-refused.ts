/** Why a file cannot be read as a copy of somebody's part of a Pressie. */
export type CopyTrouble =
  | "no-copy"
  | "damaged"
  | "too-large"
  | "too-many"
  | "strange-names"
  | "doubled"
  | "newer"
  | "not-readable"
  | "too-heavy";

/** The file is no copy that can be brought in; nothing of it was. */
export class CopyRefused extends Error {
  override name = "CopyRefused";
  readonly trouble: CopyTrouble;
  constructor(trouble: CopyTrouble, cause?: unknown) {
    super(`the copy cannot be read: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

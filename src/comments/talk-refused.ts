import type { Translate } from "../vocabulary/translate.ts";

/** Why something cannot be said or done in the talk under a work; nothing typed is lost by it. */
export type TalkRefusal = "closed" | "members only" | "frozen" | "gone" | "full" | "no name" | "no answer";

export class TalkRefused extends Error {
  override name = "TalkRefused";
  readonly reason: TalkRefusal;
  constructor(reason: TalkRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** The refusal in a sentence for whoever tried. */
export function refusalSentence(t: Translate, reason: TalkRefusal): string {
  switch (reason) {
    case "closed":
      return t("Nobody can comment on this work at present.");
    case "members only":
      return t("Only members can comment here. Sign in first: what you typed is kept.");
    case "frozen":
      return t("This thread is frozen: it can be read, and nobody can add to it or change it.");
    case "gone":
      return t("The comment you answer was removed or is held back. You can say this in a new thread.");
    case "full":
      return t("This comment has more answers than can be kept. You can say this in a new thread.");
    case "no answer":
      return t("This comment takes no answer at present. You can say this in a new thread.");
    case "no name":
      return t("Choose one of your names.");
  }
}

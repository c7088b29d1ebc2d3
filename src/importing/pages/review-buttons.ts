import type { FormValues } from "../../plumbing/http/form-values.ts";
import type { Decision } from "../finding.ts";
import { decisionFieldNames } from "../read-decisions.ts";
import { reviewFieldNames } from "./review-values-of-form.ts";

/** What the buttons of a review say by their value; every one of them keeps what the form holds. */
export const reviewButtons = {
  show: "show",
  save: "save",
  /** Leads on to another chapter, or to a part of one. */
  chapter: (key: string, part = 1) => (part > 1 ? `part:${part}:${key}` : `chapter:${key}`),
  /** Lists all of a group. */
  all: (groupId: string) => `all:${groupId}`,
  /** Answers all findings of some groups, in every chapter. */
  decide: (decision: Decision, ...groupIds: string[]) => `decide:${decision}:${groupIds.join(",")}`,
} as const;

/** Which button was pressed. */
export type PressedButton =
  | { is: "show" | "save" }
  | { is: "chapter"; key: string; part: number }
  | { is: "all"; group: string }
  | { is: "decide"; decision: string; groups: string[] };

export function pressedButton(form: FormValues): PressedButton {
  const value = form.text(reviewFieldNames.button);
  const [, is, rest = ""] = /^(chapter|part|all|decide):(.+)$/s.exec(value) ?? [];
  switch (is) {
    case "chapter":
      return { is, key: rest, part: 1 };
    case "part":
      return { is: "chapter", key: afterColon(rest), part: Number.parseInt(rest, 10) || 1 };
    case "all":
      return { is, group: rest };
    case "decide":
      return { is, decision: beforeColon(rest), groups: afterColon(rest).split(",") };
    default:
      return { is: value === reviewButtons.save ? "save" : "show" };
  }
}

/** A button that answers groups, as the fields that would say the same. */
export function decisionsPressed(pressed: PressedButton): [string, string][] {
  if (pressed.is !== "decide") return [];
  return pressed.groups.map((id) => [decisionFieldNames.group({ id }), pressed.decision]);
}

function beforeColon(text: string): string {
  return text.slice(0, text.indexOf(":"));
}

function afterColon(text: string): string {
  return text.slice(text.indexOf(":") + 1);
}

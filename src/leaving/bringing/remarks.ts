/** What of a work is here not as it was, or why it is not here at all; `about` names what it is about, in its own words. */
export type Remark = {
  says:
    | "rating-unknown"
    | "warning-unknown"
    | "names-nobody-is-off"
    | "not-ready"
    | "category-unknown"
    | "permission-unknown"
    | "kind-unknown"
    | "tag-left"
    | "too-many"
    | "picture-left"
    | "original-left"
    | "plan-passed"
    | "queue-held"
    | "gift-unwanted"
    | "name-asked";
  about: string;
};

/** Remarks that keep a work from readers until its writer has looked at it: it comes in as a draft. */
const holding: readonly Remark["says"][] = [
  "rating-unknown",
  "warning-unknown",
  "names-nobody-is-off",
  "not-ready",
];

export function keepsFromReaders({ says }: Remark): boolean {
  return holding.includes(says);
}

/** Why a work cannot be brought in. */
export type Obstacle = "not-readable" | "story-too-long" | "text-too-long" | "cannot-be-read";

export class WorkCannotCome extends Error {
  override name = "WorkCannotCome";
  readonly obstacle: Obstacle;
  /** Which of its chapters or texts, in its own words. */
  readonly about: string;
  constructor(obstacle: Obstacle, about = "") {
    super(`a work cannot be brought in: ${obstacle}`);
    this.obstacle = obstacle;
    this.about = about;
  }
}

import { fandomKind } from "../../tags/tags.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import type { Visibility, WorkAccess } from "../work.ts";
import type { ChosenTag, ChosenWork } from "./chosen-works.ts";

type NamedTag = Pick<ChosenTag, "kindId" | "name">;

/** What is asked for many works at once; what is not said stays. */
export type BulkWish = {
  /** One of the writer's names, to stand where another of theirs stands. */
  pseud: { id: string; name: string } | null;
  visibility: Visibility | null;
  access: Partial<WorkAccess>;
  added: NamedTag[];
  removed: NamedTag[];
};

/** One thing that becomes another in one work. */
export type Change =
  | { about: "pseud"; from: string[]; to: { id: string; name: string } }
  | { about: "visibility"; from: Visibility; to: Visibility }
  | { about: "searchEngines" | "aiCrawlers" | "commentsHeld"; to: boolean }
  | { about: "commentsFrom"; to: WorkAccess["commentsFrom"] }
  | { about: "added"; tag: NamedTag }
  | { about: "removed"; tag: ChosenTag };

/** Why a wish cannot be carried out for a work: readers find published works by their fandoms. */
export type Obstacle = "no-fandom" | "too-many-tags";

/** What would become of one work; without changes it stays as it is. */
export type PlannedWork = { work: ChosenWork; changes: Change[]; obstacle: Obstacle | null };

/** As many names as one field of the work form holds. */
const mostTagsOfKind = 300;

/** What a wish means for each of the works; nothing is changed. */
export function planChanges(works: ChosenWork[], wish: BulkWish): PlannedWork[] {
  return works.map((work) => {
    const changes = changesOf(work, wish);
    return { work, changes, obstacle: obstacleOf(work, changes) };
  });
}

function changesOf({ visibility, access, tags, ownNames }: ChosenWork, wish: BulkWish): Change[] {
  const changes: Change[] = [];
  const { pseud } = wish;
  const others = ownNames.filter(({ id }) => id !== pseud?.id).map(({ name }) => name);
  if (pseud !== null && others.length > 0)
    changes.push({ about: "pseud", from: [...new Set(others)], to: pseud });
  if (wish.visibility !== null && wish.visibility !== visibility)
    changes.push({ about: "visibility", from: visibility, to: wish.visibility });
  const { commentsFrom } = wish.access;
  if (commentsFrom !== undefined && commentsFrom !== access.commentsFrom)
    changes.push({ about: "commentsFrom", to: commentsFrom });
  for (const about of ["commentsHeld", "searchEngines", "aiCrawlers"] as const) {
    const to = wish.access[about];
    if (to !== undefined && to !== access[about]) changes.push({ about, to });
  }
  for (const tag of wish.added)
    if (!tags.some((worn) => isSame(worn, tag))) changes.push({ about: "added", tag });
  for (const tag of tags)
    if (wish.removed.some((unwanted) => isSame(tag, unwanted))) changes.push({ about: "removed", tag });
  return changes;
}

function obstacleOf({ status, tags }: ChosenWork, changes: Change[]): Obstacle | null {
  const added = changes.flatMap((change) => (change.about === "added" ? [change.tag] : []));
  const removed = changes.flatMap((change) => (change.about === "removed" ? [change.tag] : []));
  const after: NamedTag[] = [...tags.filter((tag) => !removed.includes(tag)), ...added];
  const losesFandom = removed.some(({ kindId }) => kindId === fandomKind);
  if (status === "published" && losesFandom && after.every(({ kindId }) => kindId !== fandomKind))
    return "no-fandom";
  const most = Math.max(
    0,
    ...[...Map.groupBy(after, ({ kindId }) => kindId).values()].map((all) => all.length),
  );
  return added.length > 0 && most > mostTagsOfKind ? "too-many-tags" : null;
}

function isSame(one: NamedTag, other: NamedTag): boolean {
  return one.kindId === other.kindId && foldName(one.name) === foldName(other.name);
}

import type { KindInUse } from "../../../../tags/tags.ts";
import type { Page } from "../../../../ui/page.ts";
import type { Change, PlannedWork } from "../../../bulk/planned-change.ts";
import { visibilityWord } from "../../../visibility-words.ts";

/** What a plan comes to, a sentence for each thing that changes, with how many works it changes in. */
export function planSentences(planned: PlannedWork[], kinds: KindInUse[], page: Page): string[] {
  const counted = new Map<string, { change: Change; count: number }>();
  for (const { changes } of planned)
    for (const change of changes) {
      const key = keyOf(change);
      const known = counted.get(key);
      counted.set(key, { change, count: (known?.count ?? 0) + 1 });
    }
  return [...counted.values()].map(({ change, count }) =>
    page.t("{count, plural, one {# work} other {# works}}: {change}.", {
      count,
      change: changeWord(change, kinds, page),
    }),
  );
}

/** How many published works become open to some who could not read them, and are lost to some who could. */
export function circleChanges(planned: PlannedWork[]): { wider: number; narrower: number } {
  const turns = planned.flatMap(({ work, changes }) =>
    work.status === "draft"
      ? []
      : changes.flatMap((change) => (change.about === "visibility" ? [change] : [])),
  );
  // Members and those who know the address are different people: a turn between the two is both.
  const isAside = ({ from, to }: (typeof turns)[number]) =>
    (from === "members" && to === "link") || (from === "link" && to === "members");
  return {
    wider: turns.filter((turn) => turn.to === "everyone" || turn.from === "private" || isAside(turn)).length,
    narrower: turns.filter((turn) => turn.from === "everyone" || turn.to === "private" || isAside(turn))
      .length,
  };
}

/** One thing that changes, in a few words. */
export function changeWord(change: Change, kinds: KindInUse[], page: Page): string {
  const { t } = page;
  const kindOf = (kindId: string) => kinds.find(({ id }) => id === kindId)?.name ?? "";
  switch (change.about) {
    case "pseud":
      return t("by {name}, until now by {before}", {
        name: change.to.name,
        before: new Intl.ListFormat(page.locale, { type: "conjunction" }).format(change.from),
      });
    case "visibility":
      return t("from now on {circle}, until now {before}", {
        circle: visibilityWord(change.to, t),
        before: visibilityWord(change.from, t),
      });
    case "commentsFrom":
      return {
        everyone: t("everyone who may read it may comment"),
        members: t("only members may comment"),
        nobody: t("nobody may comment; comments that are there stay"),
      }[change.to];
    case "commentsHeld":
      return change.to ? t("comments wait until you have read them") : t("comments are seen at once");
    case "searchEngines":
      return change.to ? t("search engines may list it") : t("search engines are asked to leave it out");
    case "aiCrawlers":
      return change.to ? t("makers of AI may take it") : t("makers of AI are asked to leave it alone");
    case "added":
      return t("gets the tag “{tag}” ({kind})", { tag: change.tag.name, kind: kindOf(change.tag.kindId) });
    case "removed":
      return t("loses the tag “{tag}” ({kind})", { tag: change.tag.name, kind: kindOf(change.tag.kindId) });
  }
}

function keyOf(change: Change): string {
  switch (change.about) {
    case "pseud":
      return `${change.about} ${change.from.join("\n")}`;
    case "visibility":
      return `${change.about} ${change.from} ${change.to}`;
    case "added":
    case "removed":
      return `${change.about} ${change.tag.kindId} ${change.tag.name}`;
    default:
      return `${change.about} ${change.to}`;
  }
}

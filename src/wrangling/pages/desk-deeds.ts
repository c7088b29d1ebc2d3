import type { Deed } from "../../tags/deed.ts";
import { fandomKind } from "../../tags/tags.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { newId } from "../../vocabulary/ids.ts";
import { tidyName } from "../../vocabulary/tidy-name.ts";
import { findNamed } from "../find-named.ts";
import { type Desk, knownTagNamed, knownTags } from "../known-tags.ts";
import type { CataloguedTag } from "../tag-catalogue.ts";
import type { SentDesk } from "./desk-form.ts";

/** Why a form of the desk says nothing that can be done. */
export type DeskRefusal =
  /** Of no one field: each row has a box of its own. */
  | { field: ""; why: "nothing-ticked" }
  | { field: "do"; why: "nothing-to-do" }
  | { field: "with"; why: "no-name" }
  /** No tag of that kind is called so. */
  | { field: "with"; why: "unknown"; kindId: string }
  | { field: "medium"; why: "no-media" | "no-fandoms" };

/** What the desk's form asks for, as deeds. @throws NotFound for tags that do not exist for the wrangler */
export async function deedsOfDesk(desk: Desk, sent: SentDesk): Promise<Deed[] | DeskRefusal> {
  const { press } = sent;
  if (press) {
    const named = "other" in press ? [press.tag, press.other] : [press.tag];
    await knownTags(desk, named);
    if (press.act === "merge") return [{ deed: "merge", tag: press.tag, into: press.other }];
    if (press.act === "put-under") return [{ deed: "put-under", tag: press.tag, parent: press.other }];
    return [{ deed: press.act, tag: press.tag }];
  }
  if (sent.ticked.length === 0) return { field: "", why: "nothing-ticked" };
  const tags = await knownTags(desk, sent.ticked);
  switch (sent.bulk) {
    case null:
      return { field: "do", why: "nothing-to-do" };
    case "canonical":
    case "settle": {
      const deed = sent.bulk;
      return tags.map(({ id }) => ({ deed, tag: id }));
    }
    case "media": {
      const fandoms = tags.filter(({ kindId }) => kindId === fandomKind);
      if (fandoms.length < tags.length) return { field: "medium", why: "no-fandoms" };
      if (sent.media.length === 0) return { field: "medium", why: "no-media" };
      return fandoms.map(({ id }) => ({ deed: "media", tag: id, media: sent.media }));
    }
    default:
      return tied(desk, sent, tags, sent.bulk);
  }
}

/** Every ticked tag merged into, or put under, the tag of its kind that has the name typed; made first where that was wished. */
async function tied(
  desk: Desk,
  sent: SentDesk,
  tags: readonly CataloguedTag[],
  deed: "merge" | "put-under",
): Promise<Deed[] | DeskRefusal> {
  const name = tidyName(sent.name);
  if (name === "") return { field: "with", why: "no-name" };
  const deeds: Deed[] = [];
  for (const [kindId, ofKind] of Map.groupBy(tags, (tag) => tag.kindId)) {
    const known = await knownTagNamed(desk, kindId, name);
    if (!known && !sent.make) return { field: "with", why: "unknown", kindId };
    // One that stands on drafts alone is made all the same: the wrangler cannot tell.
    const other = known?.id ?? findNamed(desk.catalogue, kindId, foldName(name))?.id ?? newId();
    if (!known) deeds.push({ deed: "make", kindId, name, tag: other });
    // Ticked along with the others, the target itself stays.
    for (const { id } of ofKind.filter((tag) => tag.id !== other))
      deeds.push(deed === "merge" ? { deed, tag: id, into: other } : { deed, tag: id, parent: other });
  }
  return deeds.length > 0 ? deeds : { field: "", why: "nothing-ticked" };
}

import type { FormValues } from "../../plumbing/http/form-values.ts";
import type { Deed } from "../../tags/deed.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { type Desk, knownTagNamed, knownTags } from "../known-tags.ts";
import type { CataloguedTag } from "../tag-catalogue.ts";

/** Why a form of a tag's page says nothing that can be done. */
export type TagFormRefusal = { field: string; why: "unknown" | "no-name" | "nothing" };

/** What is done with another tag that is typed by name, by the field it is typed in. */
const byName = {
  "merge-into": (tag, other): Deed => ({ deed: "merge", tag, into: other }),
  "take-in": (tag, other): Deed => ({ deed: "merge", tag: other, into: tag }),
  "put-under": (tag, other): Deed => ({ deed: "put-under", tag, parent: other }),
  "put-here": (tag, other): Deed => ({ deed: "put-under", tag: other, parent: tag }),
} satisfies Record<string, (tag: string, other: string) => Deed>;

/** What is done with another tag that stands on the page. */
const byId = {
  split: (_tag, other): Deed => ({ deed: "split", tag: other }),
  "take-from": (tag, other): Deed => ({ deed: "take-from", tag, parent: other }),
  "take-out": (tag, other): Deed => ({ deed: "take-from", tag: other, parent: tag }),
  "merge-into": byName["merge-into"],
  "put-under": byName["put-under"],
} satisfies Record<string, (tag: string, other: string) => Deed>;

const alone = ["canonical", "ordinary", "split", "settle", "unsettle"] as const;

/** What the form of a tag's page asks for, as a deed. @throws NotFound for tags that do not exist for the wrangler */
export async function deedOfTagPage(
  desk: Desk,
  tag: CataloguedTag,
  form: FormValues,
): Promise<Deed | TagFormRefusal> {
  const [act = "", other] = form.text("do").split(" ");
  if (other !== undefined && looksLikeId(other) && isKey(byId, act)) {
    await knownTags(desk, [other]);
    return byId[act](tag.id, other);
  }
  if (isKey(byName, act)) {
    const name = form.text(act).trim();
    if (name === "") return { field: act, why: "no-name" };
    const named = await knownTagNamed(desk, tag.kindId, name);
    return named ? byName[act](tag.id, named.id) : { field: act, why: "unknown" };
  }
  if (act === "rename") return { deed: "rename", tag: tag.id, name: form.text("rename") };
  if (act === "media") return { deed: "media", tag: tag.id, media: form.all("medium") };
  const deed = alone.find((one) => one === act);
  return deed ? { deed, tag: tag.id } : { field: "", why: "nothing" };
}

function isKey<Map extends object>(map: Map, key: string): key is Extract<keyof Map, string> {
  return Object.hasOwn(map, key);
}

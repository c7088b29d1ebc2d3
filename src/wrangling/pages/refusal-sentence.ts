import type { WranglingRefusal } from "../../tags/wrangling-refused.ts";
import type { Translate } from "../../vocabulary/translate.ts";

/** Why a deed was not done, and what to do instead. `nameOf` knows what tags are called. */
export function refusalSentence(
  t: Translate,
  refusal: WranglingRefusal,
  nameOf: (tagId: string) => string,
): string {
  switch (refusal.why) {
    case "loop":
      return t("That would be a loop, each under the next: {way}. Take one of these links away first.", {
        way: refusal.way.map(nameOf).join(" → "),
      });
    case "other-kind":
      return t(
        "“{tag}” and “{other}” are tags of different kinds. Only tags of one kind can be tied together.",
        {
          tag: nameOf(refusal.tagId),
          other: nameOf(refusal.otherId),
        },
      );
    case "itself":
      return t("That would tie “{tag}” to itself.", { tag: nameOf(refusal.tagId) });
    case "too-deep":
      return t(
        "“{tag}” would stand under too many others. Twenty one above another are the most, and thirty side by side.",
        {
          tag: nameOf(refusal.tagId),
        },
      );
    case "already":
      return t("“{tag}” stands so already; there was nothing to change.", { tag: nameOf(refusal.tagId) });
    case "no-synonym":
      return t("“{tag}” is not a synonym, so there is nothing to split.", { tag: nameOf(refusal.tagId) });
    case "is-synonym":
      return t("“{tag}” is a synonym of “{of}”. Do this with “{of}”, or split “{tag}” off first.", {
        tag: nameOf(refusal.tagId),
        of: nameOf(refusal.of),
      });
    case "holds-others":
      return t(
        "“{tag}” holds others: {synonyms, plural, =0 {no synonyms} one {# synonym} other {# synonyms}} and {children, plural, =0 {nothing under it} one {# tag under it} other {# tags under it}}. Move these first.",
        { tag: nameOf(refusal.tagId), synonyms: refusal.synonyms, children: refusal.children },
      );
    case "name-taken":
      return t("There is a tag called “{tag}” already, with a meaning of its own. Merge the two instead.", {
        tag: nameOf(refusal.tagId),
      });
    case "no-name":
      return t("Type a name of at most 250 characters.");
    case "no-fandom":
      return t("Only fandoms have media, and “{tag}” is none.", { tag: nameOf(refusal.tagId) });
    case "no-such-medium":
      return t("One of these media is not offered any more. Look at the list again.");
    case "no-such-kind":
      return t("There is no such kind of tag.");
    case "changed-since":
      return t(
        "Somebody else did something about “{tag}” since this page was made. Nothing was changed; look at it again before you decide.",
        { tag: nameOf(refusal.tagId) },
      );
    case "later-deeds":
      return refusal.wranglingIds.length > 0
        ? t("Something later rests on it. Take back first what is named below; nothing was changed.")
        : t(
            "The tags stand otherwise than this deed left them, so it cannot be taken back. Nothing was changed.",
          );
    case "undone-already":
      return t("It was taken back already.");
  }
}

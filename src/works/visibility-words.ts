import type { Translate } from "../vocabulary/translate.ts";
import type { CommentsFrom, Visibility } from "./work.ts";

type Choice<Value> = { value: Value; label: string; hint?: string };

/** Who may read a work, from the widest circle to the narrowest, with what each choice does and does not do. */
export function visibilityChoices(t: Translate): Choice<Visibility>[] {
  return [
    { value: "everyone", label: t("Everyone"), hint: t("Whoever comes by, without an account.") },
    {
      value: "members",
      label: t("Only members of this archive"),
      hint: t("Whoever is signed in. To everybody else it does not exist."),
    },
    {
      value: "link",
      label: t("Whoever knows its address"),
      hint: t(
        "It stands in no list, no search, no feed and no series. Who has the address can read it without an account, and can pass the address on.",
      ),
    },
    {
      value: "private",
      label: t("Only me"),
      hint: t(
        "You, and whoever writes it with you. To everybody else it does not exist, from now on. A copy that somebody carried away before is out of your hands.",
      ),
    },
  ];
}

/** A circle of readers in a few words, for a line of facts. */
export function visibilityWord(visibility: Visibility, t: Translate): string {
  return {
    everyone: t("for everyone"),
    members: t("for members only"),
    link: t("for whoever knows its address"),
    private: t("for its writer alone"),
  }[visibility];
}

export function commentersChoices(t: Translate): Choice<CommentsFrom>[] {
  return [
    { value: "everyone", label: t("Everyone") },
    { value: "members", label: t("Only members of this archive") },
    { value: "nobody", label: t("Nobody"), hint: t("Comments that are there stay to be read.") },
  ];
}

export function yesOrNo(t: Translate): Choice<"yes" | "no">[] {
  return [
    { value: "yes", label: t("Yes") },
    { value: "no", label: t("No") },
  ];
}

/** What a no to search engines can and cannot do. */
export function searchEnginesHint(t: Translate): string {
  return t(
    "A no is said on every page and with every file of the work. The large search engines obey it, some after weeks. Its title and summary still stand in this archive’s own lists, which they may read.",
  );
}

/** What a no to the makers of AI can and cannot do. */
export function aiCrawlersHint(t: Translate): string {
  return t(
    "A no is sent along with every page and file, and this archive asks the crawlers it knows by name to stay away. It is a request: those who obey such requests will. It stops nobody who comes under another name or does not ask, and calls back nothing that was taken before. What only members may read, crawlers do not get at all.",
  );
}

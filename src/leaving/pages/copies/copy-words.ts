import type { Translate } from "../../../vocabulary/translate.ts";
import type { CopyTrouble } from "../../bringing/copy-refused.ts";
import { mostOnWork } from "../../bringing/foresee.ts";
import type { Obstacle, Remark } from "../../bringing/remarks.ts";

/** Why a file is no copy that can be brought in, and what to do about it. */
export function troubleSentence(t: Translate, trouble: CopyTrouble | "failed"): string {
  switch (trouble) {
    case "no-copy":
      return t(
        "This file is no copy from a Pressie. A copy is called pressie-copy.zip and comes from the page of one’s account there. Other files are brought in one by one under “Bring a story in”.",
      );
    case "damaged":
      return t("This file is damaged or cut short. Please take the copy anew, and bring that one.");
    case "too-large":
      return t("This file unpacks to more than any copy holds, so it was not opened.");
    case "too-many":
      return t("This file holds more files than any copy does, so it was not opened.");
    case "strange-names":
      return t("This file holds files that no Pressie puts into a copy. Please bring the copy as it came.");
    case "doubled":
      return t("In this file, files stand twice under one name, so nobody can tell which is meant.");
    case "newer":
      return t(
        "This copy is from a newer Pressie than this one, and cannot be read here before this archive is brought up to date.",
      );
    case "not-readable":
      return t(
        "What this copy says about itself cannot be read. If nobody changed it, please take the copy anew.",
      );
    case "too-heavy":
      return t(
        "Looking through this file took more memory or time than this archive gives one, and was broken off. If nobody changed it, please take the copy anew.",
      );
    case "failed":
      return t(
        "Something broke on our side, again and again, so that this was left alone. What came in is here. You can bring the same file again; nothing comes in twice.",
      );
  }
}

/** What of a work is not here as it was. */
export function remarkSentence(t: Translate, { says, about }: Remark): string {
  switch (says) {
    case "rating-unknown":
      return t("Its rating, “{name}”, is none of this archive’s: it comes in as a draft, not rated.", {
        name: about,
      });
    case "warning-unknown":
      return t("Its warning, “{name}”, is none of this archive’s: it comes in as a draft.", { name: about });
    case "names-nobody-is-off":
      return t("It names nobody, and this archive has no such works: it comes in as a draft.");
    case "not-ready":
      return t("It lacks a title, a fandom or a chapter that readers may have: it comes in as a draft.");
    case "category-unknown":
      return t("This archive has no category “{name}”: it is left out.", { name: about });
    case "permission-unknown":
      return t("This archive asks no permission “{name}”: it is left out.", { name: about });
    case "kind-unknown":
      return t("This archive has no tags of the kind “{name}”: they are additional tags here.", {
        name: about,
      });
    case "tag-left":
      return t("A tag is empty or too long for this archive, and is left out: “{name}”", { name: about });
    case "too-many":
      return t(
        "A work has room for {tags, number} tags, {names, number} names and as many receivers here: the rest is left out.",
        mostOnWork,
      );
    case "picture-left":
      return t(
        "A picture is not in the copy, or is not the one its name says. Its place stays in the story.",
      );
    case "original-left":
      return t("A file you had brought in is not in the copy, or is too large here: “{name}”", {
        name: about,
      });
    case "plan-passed":
      return t("The time at which “{chapter}” was to come out has passed: it is a draft.", {
        chapter: about || t("a chapter"),
      });
    case "queue-held":
      return t("Its queue is held: set it going when you are ready.");
    case "gift-unwanted":
      return t("{name} prefers not to be given works: the gift is left out.", { name: about });
    case "name-asked":
      return t("{name} is a name of somebody here, who is asked whether it is them.", { name: about });
  }
}

/** Why a work did not come in. */
export function obstacleSentence(t: Translate, obstacle: Obstacle, about: string): string {
  const chapter = about || t("Untitled");
  switch (obstacle) {
    case "not-readable":
      return t("What the copy says about it cannot be read, or a part of it is missing.");
    case "story-too-long":
      return t("“{chapter}” is longer than this archive takes.", { chapter });
    case "text-too-long":
      return t("A title or a note is longer than this archive takes: “{chapter}”", { chapter });
    case "cannot-be-read":
      return t("“{chapter}” is built in a way that no archive can keep.", { chapter });
  }
}

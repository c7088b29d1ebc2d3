import type { Translate } from "../vocabulary/translate.ts";
import type { Rhythm, SubscriptionRhythm, Topic } from "./kinds.ts";

/** What a topic is called where one chooses how to be told of it. */
export function topicName(t: Translate, topic: Topic): string {
  switch (topic) {
    case "comments":
      return t("Comments under my stories");
    case "replies":
      return t("Answers to my comments");
    case "held":
      return t("Comments that wait for me to let them in");
    case "kudos":
      return t("Kudos, gathered once a day");
    case "gifts":
      return t("Gifts to me, and what became of mine");
    case "names":
      return t("Being named on a story, and answers to being asked");
    case "related":
      return t("Stories that say they are made of mine, and answers to mine");
    case "works":
      return t("A story I write with others is taken away");
  }
}

/** How soon. */
export function rhythmName(t: Translate, rhythm: SubscriptionRhythm | Rhythm): string {
  switch (rhythm) {
    case "at once":
      return t("by a letter at once");
    case "daily":
      return t("in the letter of the day");
    case "weekly":
      return t("in the letter of the week");
    case "feed":
      return t("only in my feed");
    case "site":
      return t("only here on the site");
  }
}

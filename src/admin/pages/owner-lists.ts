import { abbreviationList } from "./abbreviation-list.ts";
import { choiceList } from "./choice-list.ts";
import type { OwnerList } from "./owner-list.ts";
import { tagKindList } from "./tag-kind-list.ts";

/** Every list the owner may change, in the order of the owner's room. */
export const ownerLists: readonly OwnerList[] = [
  choiceList("ratings", {
    title: (t) => t("Ratings"),
    purpose: (t) => t("How strong a story is. Every story has one."),
  }),
  choiceList("warnings", {
    title: (t) => t("Warnings"),
    purpose: (t) =>
      t("What a reader may want to know beforehand. Writers answer each: yes, no, or not saying."),
  }),
  choiceList("categories", {
    title: (t) => t("Categories"),
    purpose: (t) => t("What sort of relationships a story tells of. A story may have several, or none."),
  }),
  choiceList("permissions", {
    title: (t) => t("Permissions"),
    purpose: (t) =>
      t("What others may want to do with a story. Writers answer each: yes, ask first, no, or nothing."),
  }),
  tagKindList,
  choiceList("media", {
    title: (t) => t("Media"),
    purpose: (t) =>
      t("What fandoms are fandoms of. Tag wranglers choose from it, and readers find fandoms under it."),
    leaving: (t) =>
      t(
        "The empty rows at the end are for adding. Another place moves a row. What is no longer offered stays with the fandoms that have it; emptying a row takes it away, if no fandom has it.",
      ),
  }),
  abbreviationList,
];

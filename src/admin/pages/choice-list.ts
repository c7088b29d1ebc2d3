import {
  ChoiceInUse,
  changeChoiceList,
  listEveryChoice,
  NoRatingOffered,
  type OwnedList,
} from "../../works/change-choice-list.ts";
import { inUseSentence } from "./in-use-sentence.ts";
import type { OwnerList } from "./owner-list.ts";

/** Ratings, warnings, categories or media as a list of the owner's. */
export function choiceList(
  list: OwnedList,
  words: Pick<OwnerList, "title" | "purpose" | "leaving">,
): OwnerList {
  return {
    ...words,
    id: list,
    columns: [
      { name: "name", label: (t) => t("Name"), required: true, most: 80, tellsApart: true },
      { name: "about", label: (t) => t("What it means"), required: false, most: 300, tellsApart: false },
    ],
    alwaysOffered: null,
    async read(reader) {
      const choices = await listEveryChoice(reader, list);
      return choices.map(({ id, name, about, retired }) => ({ id, values: { name, about }, retired }));
    },
    change(writer, wished, removed, now) {
      const choices = wished.map(({ id, values, retired }) => ({
        id,
        name: values.name ?? "",
        about: values.about ?? "",
        retired,
      }));
      return changeChoiceList(writer, list, choices, removed, now);
    },
    refusalOf(cause, t, nameOf) {
      if (cause instanceof ChoiceInUse)
        return { rowId: cause.id, sentence: inUseSentence(t, nameOf(cause.id)) };
      if (cause instanceof NoRatingOffered)
        return {
          rowId: null,
          sentence: t("At least one rating must stay offered, because every story has one."),
        };
      return null;
    },
  };
}

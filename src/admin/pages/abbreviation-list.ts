import {
  changeAbbreviations,
  listEveryAbbreviation,
  UnknownTagKind,
} from "../../tags/change-abbreviations.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import type { OwnerList } from "./owner-list.ts";

/** The abbreviations as a list of the owner's. */
export const abbreviationList: OwnerList = {
  id: "abbreviations",
  title: (t) => t("Abbreviations"),
  purpose: (t) =>
    t("What short forms in old headers stand for. A story that is brought in has them proposed as tags."),
  leaving: (t) =>
    t(
      "The empty rows at the end are for adding. Another place moves a row. Emptying a row takes it away; tags that stories have already stay.",
    ),
  columns: [
    {
      name: "abbreviation",
      label: (t) => t("Short form"),
      required: true,
      most: 40,
      tellsApart: true,
    },
    { name: "name", label: (t) => t("Stands for"), required: true, most: 200, tellsApart: true },
    {
      name: "kind",
      label: (t) => t("Kind of tag"),
      required: true,
      most: 80,
      tellsApart: true,
      choices: async (reader) =>
        (await listEveryTagKind(reader)).map(({ id, name }) => ({ value: id, label: name })),
    },
  ],
  alwaysOffered: null,
  async read(reader) {
    const entries = await listEveryAbbreviation(reader);
    return entries.map(({ id, abbreviation, kindId, name, retired }) => ({
      id,
      values: { abbreviation, name, kind: kindId },
      retired,
    }));
  },
  change(writer, wished, removed, now) {
    const entries = wished.map(({ id, values, retired }) => ({
      id,
      abbreviation: values.abbreviation ?? "",
      name: values.name ?? "",
      kindId: values.kind ?? "",
      retired,
    }));
    return changeAbbreviations(writer, entries, removed, now);
  },
  refusalOf: (cause, t) =>
    cause instanceof UnknownTagKind
      ? { rowId: null, sentence: t("One of the kinds no longer exists. Please choose another.") }
      : null,
};

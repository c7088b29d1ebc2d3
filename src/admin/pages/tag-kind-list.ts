import {
  changeTagKinds,
  FandomKindNeeded,
  listEveryTagKind,
  TagKindInUse,
} from "../../tags/change-tag-kinds.ts";
import { fandomKind } from "../../tags/tags.ts";
import { inUseSentence } from "./in-use-sentence.ts";
import type { OwnerList } from "./owner-list.ts";

/** The kinds of tags as a list of the owner's. */
export const tagKindList: OwnerList = {
  id: "tag-kinds",
  title: (t) => t("Kinds of tags"),
  purpose: (t) =>
    t(
      "What stories are tagged with. Fandoms are always among them: stories are found by them first. Where it matters how much, authors say of each tag whether it is what the story is mainly about, on the side, or only mentioned.",
    ),
  columns: [
    { name: "name", label: (t) => t("Name of one"), required: true, most: 80, tellsApart: true },
    { name: "plural", label: (t) => t("Name of many"), required: true, most: 80, tellsApart: false },
    {
      name: "weighted",
      label: (t) => t("Authors say how much it matters"),
      required: false,
      most: 3,
      tellsApart: false,
      choices: async (_reader, t) => [
        { value: "no", label: t("No") },
        { value: "yes", label: t("Yes") },
      ],
    },
  ],
  alwaysOffered: fandomKind,
  async read(reader) {
    const kinds = await listEveryTagKind(reader);
    return kinds.map(({ id, name, plural, weighted, retired }) => ({
      id,
      values: { name, plural, weighted: weighted ? "yes" : "no" },
      retired,
    }));
  },
  change(writer, wished, removed, now) {
    const kinds = wished.map(({ id, values, retired }) => ({
      id,
      name: values.name ?? "",
      plural: values.plural ?? "",
      weighted: values.weighted === "yes",
      retired,
    }));
    return changeTagKinds(writer, kinds, removed, now);
  },
  refusalOf(cause, t, nameOf) {
    if (cause instanceof TagKindInUse)
      return { rowId: cause.id, sentence: inUseSentence(t, nameOf(cause.id)) };
    if (cause instanceof FandomKindNeeded)
      return {
        rowId: fandomKind,
        sentence: t("This kind must stay offered, because stories are found by it first."),
      };
    return null;
  },
};

import type { Translate } from "../vocabulary/translate.ts";
import type { RelatedKind } from "./sql/related-tables.ts";

export type { RelatedKind };

/**
 * What a work may be to another, in the order they are offered. Each is a sentence of its own on both sides, which no
 * owner could write into a list; the permissions they ask are the owner's list.
 */
export const relatedKinds = [
  "translation",
  "inspired",
  "remix",
  "sequel",
  "prequel",
  "podfic",
  "art",
] as const satisfies RelatedKind[];

/** The permission of another's work that decides on a claim; inspiration asks nobody. */
export const permissionFor: Record<RelatedKind, string | null> = {
  translation: "translation",
  inspired: null,
  remix: "remix",
  sequel: "remix",
  prequel: "remix",
  podfic: "podfic",
  art: "art",
};

/** What a work says of itself; `{work}` is the other. */
export const claims: Record<RelatedKind, string> = {
  translation: "A translation of {work}",
  inspired: "Inspired by {work}",
  remix: "A remix of {work}",
  sequel: "A sequel to {work}",
  prequel: "A prequel to {work}",
  podfic: "{work}, read aloud",
  art: "Art for {work}",
};

/** The kind as the form offers it. */
export function kindWord(t: Translate, kind: RelatedKind): string {
  return {
    translation: t("a translation of"),
    inspired: t("inspired by"),
    remix: t("a remix of"),
    sequel: t("a sequel to"),
    prequel: t("a prequel to"),
    podfic: t("a recording (podfic) of"),
    art: t("art for"),
  }[kind];
}

/** What stands over works that were made of one. */
export function madeHeading(t: Translate, kind: RelatedKind): string {
  return {
    translation: t("Translations of this work"),
    inspired: t("Works inspired by this one"),
    remix: t("Remixes of this work"),
    sequel: t("Sequels to this work"),
    prequel: t("Prequels to this work"),
    podfic: t("This work read aloud"),
    art: t("Art for this work"),
  }[kind];
}

import type { Element } from "hast";
import { h } from "hastscript";
import type { Setting } from "./leaf.ts";
import { passageSection } from "./passage-section.ts";

/** The leaf after the story, for the author's closing words; null when there are none. */
export function endLeaf(setting: Setting): Element | null {
  const { work, t, language } = setting;
  const sections = passageSection(
    { part: "end-notes", heading: t("End notes"), html: work.endNotes },
    2,
    setting,
  );
  if (sections.length === 0) return null;
  return h("section", { className: ["end-leaf"], id: "end-notes", lang: language.label }, sections);
}

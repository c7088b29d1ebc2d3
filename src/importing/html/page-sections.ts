import type { Root } from "hast";
import type { PageSection, PageShape } from "../document/page-section.ts";
import { ao3Download } from "./shapes/ao3-download.ts";
import { ao3Page } from "./shapes/ao3-page.ts";
import { efiction } from "./shapes/efiction.ts";
import { fanfictionNet } from "./shapes/fanfiction-net.ts";
import { liveJournal } from "./shapes/live-journal.ts";

const shapes: PageShape[] = [ao3Download, ao3Page, efiction, fanfictionNet, liveJournal];

/** The parts of a page whose shape is known; null for any other. */
export function sectionsOf(tree: Root): PageSection[] | null {
  for (const shape of shapes) {
    const sections = shape(tree);
    if (sections?.some(({ role }) => role === "story")) return sections;
  }
  return null;
}

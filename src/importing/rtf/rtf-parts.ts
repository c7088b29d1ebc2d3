import type { Element } from "hast";
import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import { ElementCount } from "../document/element-count.ts";
import { LeftOut } from "../document/left-out.ts";
import type { DocumentRemark } from "../document/source-document.ts";
import { windowsLatin } from "./codepages.ts";
import { ColourTable } from "./colour-table.ts";
import { Comments } from "./comments.ts";
import { FontTable } from "./font-table.ts";
import { ListCounter } from "./list-items.ts";
import { ListOverrideTable, ListTable } from "./list-tables.ts";
import { StyleSheet } from "./style-sheet.ts";

/** All that is known of a file besides its text. */
export class RtfParts {
  codepage = windowsLatin;
  /** Whether the file says it was written on a Mac, whose fonts name no charset. */
  isMac = false;
  readonly fonts = new FontTable();
  readonly colours = new ColourTable();
  readonly styles = new StyleSheet();
  readonly lists = new ListTable();
  readonly listOverrides = new ListOverrideTable();
  readonly counter = new ListCounter();
  readonly remarks: DocumentRemark[] = [];
  readonly comments = new Comments(this.remarks);
  readonly pictures = new Map<string, KeptPicture>();
  readonly notes: Element[] = [];
  /** How many notes of each kind there are. */
  readonly noteCounts = { footnote: 0, endnote: 0 };
  readonly names: string[] = [];
  title: string | null = null;
  readonly leftOut = new LeftOut();
  readonly made = new ElementCount();
}

import type { Element } from "hast";
import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import type { Container } from "../../plumbing/zip/open-container.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { ElementCount } from "../document/element-count.ts";
import { LeftOut } from "../document/left-out.ts";
import type { DocumentRemark } from "../document/source-document.ts";
import { HeadingNumbers } from "./heading-numbers.ts";
import { Styles } from "./styles.ts";

/** A tracked change; a deletion's words stand with it, away from where they were. */
export interface TrackedChange {
  anchor: number;
  deleted: XmlElement | null;
}

/** All that is known of a document besides the text that is being read. */
export class OdtParts {
  readonly container: Container;
  readonly styles = new Styles();
  readonly headings = new HeadingNumbers(this.styles);
  readonly remarks: DocumentRemark[] = [];
  readonly changes = new Map<string, TrackedChange>();
  /** The names of comments that say where they end, and the anchors of those that have begun. */
  readonly rangedComments: ReadonlySet<string>;
  readonly comments = new Map<string, number>();
  readonly pictures = new Map<string, KeptPicture>();
  readonly notes: Element[] = [];
  /** The last number of each list, by its style and level, and by its id. */
  readonly lastNumbers = new Map<string, number>();
  readonly leftOut = new LeftOut();
  readonly made = new ElementCount();

  constructor(container: Container, rangedComments: ReadonlySet<string>) {
    this.container = container;
    this.rangedComments = rangedComments;
  }
}

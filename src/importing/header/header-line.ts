import type { HeaderSign } from "./header-sign.ts";
import type { SourceLine } from "./source-lines.ts";

/** The lines at the top of a file that are its header. */
export interface HeaderRegion {
  lines: HeaderLine[];
  /** False for a single label, which is offered and not taken out of the story. */
  sure: boolean;
}

/** A line of the header with what it says. `continues` means it goes on with the line before it. */
export interface HeaderLine {
  line: SourceLine;
  signs: HeaderSign[];
  continues: boolean;
}

import type { HeaderSign } from "./header-sign.ts";
import type { SourceLine } from "./source-lines.ts";

/** A line of the header with what it says. `continues` means it goes on with the line before it. */
export interface HeaderLine {
  line: SourceLine;
  signs: HeaderSign[];
  continues: boolean;
}

import type { Destination } from "./group.ts";
import type { OldNumbering } from "./paragraph-format.ts";

const formats: Record<string, number> = {
  pnlvlblt: 23,
  pndec: 0,
  pnucrm: 1,
  pnlcrm: 2,
  pnucltr: 3,
  pnlcltr: 4,
};

/** Reads `\pn`, the numbering of Word 6 and 95, and sets it on the paragraph around. */
export function oldNumbering(): Destination {
  let numbering: OldNumbering | null = { format: 0, start: 1, level: 0 };
  return {
    word(word, parameter) {
      const format = formats[word];
      if (word === "pnlvlcont") numbering = null;
      if (numbering === null) return;
      if (format !== undefined) numbering = { ...numbering, format };
      else if (word === "pnstart") numbering = { ...numbering, start: parameter ?? 1 };
      else if (word === "pnlvl")
        numbering = { ...numbering, level: Math.min(Math.max((parameter ?? 1) - 1, 0), 8) };
    },
    text() {},
    ended(outer) {
      outer.paragraph = { ...outer.paragraph, numbering };
    },
  };
}

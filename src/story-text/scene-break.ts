import type { Element } from "hast";
import { element } from "./elements.ts";

const longest = 80;
/** Signs that on a line of their own part two scenes, however many there are. */
const strong = "*#~§⁂⁕❦❧☙✦✧★☆◊◆◇♦♥♡♠♣●○•";
const madeOf = new RegExp(`^[${strong}\\-–—=_+/\\\\<>|·. ]+$`);
/** `oOo`, `xXx`, `oOoOo`: letters used as beads, in both sizes. */
const beads = /^(?=.*o)(?=.*O)[oO0]{3,}$|^(?=.*x)(?=.*X)[xX]{3,}$/;

/**
 * Whether a line is an ornament and no words: `***`, `* * *`, `~*~`, `---`, `§`, `oOo`, `<>` and their kin.
 * Never a line that could be speech or punctuation (`...`, `—`, `?!`).
 */
export function isOrnament(line: string): boolean {
  if (line.length === 0 || line.length > longest || line !== line.trim()) return false;
  if (beads.test(line) || line === "<>") return true;
  if (!madeOf.test(line)) return false;
  const signs = line.replaceAll(" ", "");
  return [...signs].some((sign) => strong.includes(sign)) || /[-–—=_]{3,}/.test(signs);
}

/** A scene break as it is stored; the ornament is empty when the writer used none. */
export function sceneBreak(ornament: string): Element {
  return element("hr", { className: ["scene"], dataOrnament: ornament }, []);
}

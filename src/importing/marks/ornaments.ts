const longest = 120;
const symbols = /^[\p{P}\p{S}\p{Zs}\t]+$/u;
const onlyPunctuation = /^[.…!?,;:'"“”‘’()\s]+$/u;

/**
 * Whether a line is an ornament between scenes: `***`, `~*~`, `-----`, `oOoOo`, `xXx`, `◊`. Not an ornament: a
 * line of dots or exclamation marks (a silence), and `xoxo` (a greeting).
 */
export function isOrnament(line: string): boolean {
  const text = line.trim();
  if (text === "" || text.length > longest || /^>+$/u.test(text)) return false;
  if (symbols.test(text)) return !onlyPunctuation.test(text) && !/^[-–—]$/u.test(text) && !isFace(text);
  return isLetterOrnament(text);
}

/** `^_^`, `:-)`, `<3`, `¯\_(ツ)_/¯` speak; they do not divide. */
function isFace(text: string): boolean {
  return /^(?:[<>]?[:;=8xX][-^o']?[()[\]/\\|*>]+|[\^>;=T.-][_.,][\^<;=T.-]+|.{0,2}\\_?\(.*\)_?\/.{0,2})$/u.test(
    text,
  );
}

/** oOo, oOoOo, xXx: the same letter, large and small, the same from both ends, with or without marks around. */
function isLetterOrnament(text: string): boolean {
  const letters = text.replace(/[\p{P}\p{S}\s]/gu, "");
  if (!/^(?:[o0]+|x+)$/iu.test(letters)) return false;
  if (/^[xX]{5,}$|^[oO]{6,}$/u.test(letters) && new Set(letters).size === 1) return true;
  const mixed = new Set(letters).size > 1;
  return mixed && letters.length >= 3 && letters === [...letters].reverse().join("");
}

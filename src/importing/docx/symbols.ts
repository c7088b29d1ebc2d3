/**
 * Characters of Windows' symbol fonts, by their place in the font, as Unicode has them (Wingdings: the mapping
 * published with Unicode 7.0, L2/11-052; Symbol: Adobe's).
 */
const wingdings: Record<number, string> = {
  33: "🖉",
  34: "✂",
  40: "🕿",
  41: "✆",
  42: "🖂",
  54: "⌛",
  63: "✍",
  65: "✌",
  67: "👍",
  68: "👎",
  69: "☜",
  70: "☞",
  71: "☝",
  72: "☟",
  74: "☺",
  75: "😐",
  76: "☹",
  77: "💣",
  78: "☠",
  81: "✈",
  82: "☼",
  83: "💧",
  84: "❄",
  88: "✠",
  89: "✡",
  90: "☪",
  91: "☯",
  92: "ॐ",
  93: "☸",
  94: "♈",
  95: "♉",
  108: "●",
  109: "❍",
  110: "■",
  111: "□",
  113: "❑",
  117: "◆",
  118: "❖",
  119: "⬥",
  123: "🏵",
  124: "🏶",
  125: "“",
  126: "”",
  150: "🙖",
  151: "🙗",
  154: "🙠",
  155: "🙡",
  156: "🙢",
  157: "🙣",
  158: "·",
  159: "•",
  167: "▪",
  168: "◻",
  171: "★",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  232: "➔",
  240: "⇨",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};
const greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const symbol: Record<number, string> = {
  ...lettersFrom(65, greek),
  ...lettersFrom(97, greek.toLowerCase().replace("ϑ", "ϕ").replace("ς", "ϖ")),
  34: "∀",
  36: "∃",
  45: "−",
  64: "≅",
  94: "⊥",
  126: "∼",
  162: "′",
  163: "≤",
  165: "∞",
  167: "♣",
  168: "♦",
  169: "♥",
  170: "♠",
  171: "↔",
  172: "←",
  173: "↑",
  174: "→",
  175: "↓",
  176: "°",
  177: "±",
  178: "″",
  179: "≥",
  180: "×",
  183: "•",
  184: "÷",
  185: "≠",
  187: "≈",
  188: "…",
  197: "⊕",
  199: "∩",
  200: "∪",
  206: "∈",
  214: "√",
  224: "◊",
};

/** What a character of a symbol font shows; the character itself where we do not know. */
export function symbolOf(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const known = font === "Wingdings" ? wingdings[place] : font === "Symbol" ? symbol[place] : undefined;
  if (known !== undefined) return known;
  if (place !== code && !isSymbolFont(font)) return String.fromCodePoint(place);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Fonts whose letters are pictures. */
export function isSymbolFont(font: string | null): font is string {
  return font === "Wingdings" || font === "Symbol";
}

function lettersFrom(place: number, letters: string): Record<number, string> {
  return Object.fromEntries([...letters].map((letter, index) => [place + index, letter]));
}

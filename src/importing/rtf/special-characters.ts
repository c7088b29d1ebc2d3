/** Control words and symbols that stand for a character (RTF 1.9.1, “Special characters”). */
const words: Record<string, string> = {
  ...{ emdash: "—", endash: "–", lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", bullet: "•" },
  ...{ emspace: "\u2003", enspace: "\u2002", qmspace: "\u2005", tab: "\t", zwj: "\u200d", zwnj: "\u200c" },
  ...{ ltrmark: "\u200e", rtlmark: "\u200f", zwbo: "\u200b", zwnbo: "\u2060" },
};
const symbols: Record<string, string> = {
  ...{ "~": "\u00a0", "-": "\u00ad", _: "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t" },
};

/** The character a control word stands for; null when it stands for none. */
export function characterOfWord(word: string): string | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/** The character a control symbol stands for; null when it stands for none. */
export function characterOfSymbol(symbol: string): string | null {
  return Object.hasOwn(symbols, symbol) ? (symbols[symbol] ?? null) : null;
}

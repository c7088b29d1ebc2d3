const tags =
  "en de fr es it pt pt-BR nl sv da nb nn fi is pl cs sk hu ro bg sr hr sl uk ru be el tr ar he fa hi bn ta th vi id ms fil ja ko zh zh-Hans zh-Hant la eo cy ga gd eu ca gl et lv lt sq mk ka hy".split(
    " ",
  );
/** Names AO3 lists languages by that are not their names in CLDR. */
const others: [string, string][] = [
  ["中文-普通话 國語", "zh"],
  ["中文", "zh"],
  ["mandarin", "zh"],
  ["bahasa indonesia", "id"],
  ["português brasileiro", "pt-BR"],
  ["português europeu", "pt"],
  ["norwegian", "nb"],
  ["norsk", "nb"],
];

let byName: Map<string, string> | null = null;

/** The language a name such as `English`, `Deutsch` or `日本語` stands for (BCP 47), or null. */
export function languageNamed(name: string): string | null {
  byName ??= namesOfLanguages();
  return byName.get(name.trim().toLowerCase()) ?? null;
}

/** Each language by its own name and by its English name (Unicode CLDR). */
function namesOfLanguages(): Map<string, string> {
  const names = new Map(others);
  for (const tag of tags) {
    for (const locale of [tag, "en"]) {
      const name = new Intl.DisplayNames([locale], { type: "language" }).of(tag)?.toLowerCase();
      if (name !== undefined && !names.has(name)) names.set(name, tag);
    }
  }
  return names;
}

import anyAscii from "any-ascii";

/**
 * What a name is met by when somebody types: its letters in Latin script as they sound, without accents and case, so
 * that "shinji" meets "シンジ" and "tolstoy" "Толстой". It never has a line break.
 */
export function searchKey(name: string): string {
  const latin = /^[\x20-\x7e]*$/.test(name) ? name : anyAscii(name.normalize("NFKC"));
  return latin.toLowerCase().replace(/\s+/g, " ").trim();
}

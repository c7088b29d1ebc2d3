/**
 * Folds a name for comparing: two names that a person would call the same have the same key.
 *
 * Compatibility composition, case folding and single spaces (Unicode TR15, TR21). Accents stay: "Zoe"
 * and "Zoë" are two people, and two characters may differ by nothing else.
 */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replace(/\s+/gu, " ").trim();
}

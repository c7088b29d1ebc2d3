/** What AO3 calls the warnings that every archive begins with, folded, by the id of ours. */
export const otherWarningNames: Record<string, string[]> = {
  "graphic-violence": ["graphic depictions of violence"],
  "non-consent": ["rape/non-con", "rape/noncon"],
  underage: ["underage"],
};

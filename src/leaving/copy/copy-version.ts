/** Grows when the form of the copy changes (docs/export-format.md); what is older is read too. */
export const copyVersion = 2;

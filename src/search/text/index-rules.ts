/** Grows when text is folded or taken apart in another way; works read by older rules are read again. */
export const indexRules = 2;

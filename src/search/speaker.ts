import type { Translate } from "../vocabulary/translate.ts";

/** The reader's language, for names, numbers and lists. */
export type Speaker = { t: Translate; locale: string };

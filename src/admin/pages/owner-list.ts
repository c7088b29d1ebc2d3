import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import type { Choice } from "../../ui/form.ts";
import type { Translate } from "../../vocabulary/translate.ts";

/** A row of a list as the form shows it: what its columns say, by their names. */
export type ListRow = { id: string; values: Record<string, string>; retired: boolean };

/** A row as the owner wishes it; `id` null is a new one. */
export type WishedRow = Omit<ListRow, "id"> & { id: string | null };

/** One field of every row. */
export type ListColumn = {
  name: string;
  label: (t: Translate) => string;
  required: boolean;
  /** The most characters. */
  most: number;
  /** Two rows may not say the same in all of these. */
  tellsApart: boolean;
  /** What may be chosen, where nothing can be typed. */
  choices?: (reader: Reader, t: Translate) => Promise<Choice[]>;
};

/** Why a change was refused: beside a row when `rowId` names it, else above all. */
type ListRefusal = { rowId: string | null; sentence: string };

/** A list that writers choose from and that its owner may change: what the page and the form are made of. */
export type OwnerList = {
  /** As its address names it. */
  id: string;
  title: (t: Translate) => string;
  /** What the list is for, in a sentence. */
  purpose: (t: Translate) => string;
  /** What becomes of the rows one no longer wants; left out where stories hold rows of the list. */
  leaving?: (t: Translate) => string;
  columns: readonly ListColumn[];
  /** The row that can never be retired, if there is one. */
  alwaysOffered: string | null;
  read(reader: Reader): Promise<ListRow[]>;
  change(
    writer: Writer,
    wished: readonly WishedRow[],
    removed: readonly string[],
    now: number,
  ): Promise<void>;
  /** Says in the owner's language why `change` threw; null when it was no refusal. `nameOf` names a row by its id. */
  refusalOf(cause: unknown, t: Translate, nameOf: (rowId: string) => string): ListRefusal | null;
};

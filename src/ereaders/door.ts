import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { Page } from "../ui/page.ts";
import type { CatalogueSources } from "./catalogue-sources.ts";

/** For whom a catalogue is made, and where it stands. */
export type Door = {
  reader: Reader;
  sources: CatalogueSources;
  person: Person;
  /** null: a visitor's. */
  deviceId: string | null;
  page: Page;
  /** The archive's address, and that of this catalogue in this form, without a slash at the end. */
  address: string;
  base: string;
  picture: string;
};

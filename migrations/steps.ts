import type { Step } from "../src/plumbing/database/migrate.ts";
import { firstArchive } from "./0001-first-archive.ts";
import { familiarLists } from "./0002-familiar-lists.ts";
import { importsOfFiles } from "./0003-imports-of-files.ts";
import { pictures } from "./0004-pictures.ts";
import { chapterSeams } from "./0005-chapter-seams.ts";
import { finding } from "./0006-finding.ts";
import { textIndex } from "./0007-text-index.ts";
import { thanks } from "./0008-thanks.ts";
import { revisions } from "./0009-revisions.ts";
import { visibility } from "./0010-visibility.ts";
import { names } from "./0011-names.ts";
import { permissions } from "./0012-permissions.ts";
import { autosaves } from "./0013-autosaves.ts";
import { releases } from "./0014-releases.ts";
import { comments } from "./0015-comments.ts";
import { preferences } from "./0018-preferences.ts";
import { leaving } from "./0019-leaving.ts";
import { giftAnswers } from "./0020-gift-answers.ts";
import { bookmarks } from "./0021-bookmarks.ts";
import { broughtCopies } from "./0022-brought-copies.ts";
import { statistics } from "./0023-statistics.ts";
import { related } from "./0024-related.ts";
import { notices } from "./0025-notices.ts";
import { reading } from "./0026-reading.ts";
import { quiet } from "./0027-quiet.ts";
import { shelves } from "./0028-shelves.ts";
import { talkRegretted } from "./0030-talk-regretted.ts";
import { ledgerElsewhere } from "./0032-ledger-elsewhere.ts";
import { lettersDue } from "./0033-letters-due.ts";

/** Every step of the schema by name, oldest first. */
export const steps: Record<string, Step> = {
  "0001-first-archive": firstArchive,
  "0002-familiar-lists": familiarLists,
  "0003-imports-of-files": importsOfFiles,
  "0004-pictures": pictures,
  "0005-chapter-seams": chapterSeams,
  "0006-finding": finding,
  "0007-text-index": textIndex,
  "0008-thanks": thanks,
  "0009-revisions": revisions,
  "0010-visibility": visibility,
  "0011-names": names,
  "0012-permissions": permissions,
  "0013-autosaves": autosaves,
  "0014-releases": releases,
  "0015-comments": comments,
  "0018-preferences": preferences,
  "0019-leaving": leaving,
  "0020-gift-answers": giftAnswers,
  "0021-bookmarks": bookmarks,
  "0022-brought-copies": broughtCopies,
  "0023-statistics": statistics,
  "0024-related": related,
  "0025-notices": notices,
  "0026-reading": reading,
  "0027-quiet": quiet,
  "0028-shelves": shelves,
  "0030-talk-regretted": talkRegretted,
  "0032-ledger-elsewhere": ledgerElsewhere,
  "0033-letters-due": lettersDue,
};

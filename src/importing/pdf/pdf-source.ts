import { beginsWith, type Source } from "../source.ts";

/** `%PDF` */
const signature = [0x25, 0x50, 0x44, 0x46];

/** Known so that it can be refused by name: a PDF holds where letters stand, and no longer what they say together. */
export const pdfSource: Source = {
  kind: "pdf",
  extensions: [],
  name: "a PDF file",
  isOwn: (file) => beginsWith(file, signature),
  read: () => "not-yet-supported",
};

import { beginsWith, type Source } from "../source.ts";
import { readRtf } from "./read-rtf.ts";

/** `{\rtf` */
const signature = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Rich Text, as WordPad and older word processors write it. */
export const rtfSource: Source = {
  kind: "rtf",
  extensions: [".rtf"],
  name: "an RTF text",
  isOwn: (file) => beginsWith(file, signature),
  read: readRtf,
};

import type { Format } from "../format.ts";
import { writeText } from "./write-text.ts";

export const textFormat: Format = {
  id: "text",
  extension: "txt",
  mediaType: "text/plain; charset=utf-8",
  label: "Plain text",
  holdsPictures: false,
  write: writeText,
};

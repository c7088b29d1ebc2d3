import type { Format } from "../format.ts";
import { writeHtml } from "./write-html.ts";

export const htmlFormat: Format = {
  id: "html",
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  label: "One web page, to read or print without a connection",
  holdsPictures: true,
  write: writeHtml,
};

import type { Source } from "../source.ts";
import { readHtml } from "./read-html.ts";

/** Web pages: told by their tags, or else by their name. */
export const htmlSource: Source = {
  kind: "html",
  extensions: [".html", ".htm"],
  name: "a web page",
  isOwn({ isBinary, head, fileName }) {
    if (isBinary) return false;
    return /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head) || /\.x?html?$/i.test(fileName);
  },
  read: readHtml,
};

import type { Translate } from "../../vocabulary/translate.ts";
import type { SourceKind } from "../import-reading.ts";
import { sourceOf } from "../sources.ts";
import type { ReadingProblem } from "../sql/imports-table.ts";
import type { TooManyImports } from "../start-import.ts";

/** Why nothing more is taken in from a member just now, and what to do. */
export function tooManySentence({ of, most }: TooManyImports, t: Translate): string {
  if (of === "being-read")
    return t(
      "{most, plural, one {A story} other {# stories}} of yours {most, plural, one {is} other {are}} being read just now. Please wait until that is done.",
      { most },
    );
  return t(
    "There is room for {most, plural, one {one story} other {# stories}} of yours that {most, plural, one {is} other {are}} not saved yet, and this would be more. Save some, or forget them, and bring it in then.",
    { most },
  );
}

/** Why a file was not brought in, and what to do. */
export function problemSentence(
  { problem, kind }: { problem: ReadingProblem; kind: SourceKind },
  t: Translate,
): string {
  switch (problem) {
    case "failed":
      return t(
        "Reading it took too long or too much room, and was given up. Bring it in chapter by chapter, or save it as plain text first.",
      );
    case "pictures-full":
      return t(
        "Its pictures are more than there is room for among yours. Bring it in without pictures, or ask whoever runs this archive for more room.",
      );
    case "empty":
      return t("There is nothing in it.");
    case "not-text":
      return t(
        "This is not text: it looks like a picture, a sound or a program. Save the story as a text file and choose that.",
      );
    case "too-large":
      return t("It is larger than a story can be here. Bring it in chapter by chapter.");
    case "too-deep":
      return t("Its HTML is nested so deeply that it cannot be read. Save it as plain text and choose that.");
    case "damaged":
      return t(
        "The file is damaged: it cannot be unpacked. Save it again where it was written, and choose the new file.",
      );
    case "unpacks-too-large":
      return t(
        "Unpacked, it is far larger than a story can be, so it was not opened. Bring it in chapter by chapter.",
      );
    case "locked":
      return t(
        "It has a password or copy protection, so it cannot be read. Save it without, and choose that.",
      );
    case "old-word":
      return t(
        "It is in the format of Word before 2007 (.doc), which cannot be read here. Open it in a word processor, save it as .docx, and choose that.",
      );
    case "not-yet-supported":
      return t(
        "It is {kind}, which cannot be read here yet. Save the story as a web page (.html), which keeps its italics, or as plain text, and choose that.",
        { kind: t(sourceOf(kind)?.name ?? "a file of another kind") },
      );
  }
}

import { findLookAlike } from "../people/look-alikes.ts";
import type { Person } from "../people/person.ts";
import { pseudNameShape } from "../people/pseud-name.ts";
import type { Pseud } from "../people/pseuds.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { FormValues } from "../plumbing/http/form-values.ts";
import { readStored } from "../story-text/read-stored.ts";
import { StoryRefused } from "../story-text/story-refused.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { leadsElsewhere } from "./guest-words.ts";
import { mostWaiting } from "./quotes.ts";
import { commentFromTyped, typedQuote } from "./typed-comment.ts";

/** What stands in the form of a comment, as it was typed. */
export type TypedComment = {
  comment: string;
  /** A guest's name. */
  name: string;
  /** The id of the name a member comments under. */
  pseud: string;
  /** Passages that go before what was typed. */
  quoted: string[];
};

/** What was meant by a form that can be kept. */
export type ReadComment = { under: { pseudId: string } | { guestName: string }; text: string };

export function typedCommentOf(form: FormValues): TypedComment {
  return {
    comment: form.text("comment"),
    name: form.text("name"),
    pseud: form.text("pseud"),
    quoted: form
      .all("quoted")
      .filter((words) => words.trim() !== "")
      .slice(0, mostWaiting),
  };
}

/** The passages and what was typed as one text: what is said, and what the field has once they are put into it. */
export function gathered({ quoted, comment }: TypedComment): string {
  return [...quoted.map(typedQuote), ...(comment.trim() === "" ? [] : [comment])].join("\n\n");
}

/**
 * Reads a comment; a sentence beside each field that must be put right, everything typed handed back by the caller.
 *
 * @param pseuds the member's own names; none for a guest
 * @param most the longest comment, in characters
 */
export async function readComment(
  reader: Reader,
  person: Person,
  pseuds: readonly Pseud[],
  typed: TypedComment,
  most: number,
  t: Translate,
): Promise<{ read: ReadComment; errors: null } | { read: null; errors: FieldErrors }> {
  const errors: FieldErrors = {};
  const text = readText(typed, most, person, t, errors);
  const under = await readName(reader, person, pseuds, typed, t, errors);
  return Object.keys(errors).length === 0 && under
    ? { read: { under, text }, errors: null }
    : { read: null, errors };
}

/** The words alone, for whoever changes a comment. */
export function readText(
  typed: Pick<TypedComment, "comment" | "quoted">,
  most: number,
  person: Person,
  t: Translate,
  errors: FieldErrors,
): string {
  const all = gathered({ ...typed, name: "", pseud: "" });
  const count = [...all].length;
  if (isBlank(typed.comment))
    errors.comment =
      typed.quoted.length > 0
        ? t("The quotes wait here. Say something about them first.")
        : t("There is nothing in the comment yet.");
  else if (count > most)
    errors.comment = t(
      "The comment has {count, number} characters, and there is room for {most, number}. Nothing was cut off.",
      { count, most },
    );
  if (errors.comment) return "";
  try {
    const text = commentFromTyped(all);
    const words = toPlainText(readStored(text));
    if (isBlank(words)) errors.comment = t("There is nothing in the comment yet.");
    // Asked of what came of it, too: a reference such as &#46; becomes a dot, and quotes are whatever was sent as one.
    else if (person.kind === "visitor" && [all, text, words].some(leadsElsewhere))
      errors.comment = t(
        "Comments from guests carry no links and no addresses. Take it out, or sign in and post it with the link.",
      );
    return text;
  } catch (cause) {
    if (!(cause instanceof StoryRefused)) throw cause;
    errors.comment = t(cause.sentence, cause.values);
    return "";
  }
}

/** Whether nobody would see anything: spaces, marks without a letter, and signs that are drawn as nothing. */
function isBlank(words: string): boolean {
  return !/[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(words);
}

async function readName(
  reader: Reader,
  person: Person,
  pseuds: readonly Pseud[],
  typed: TypedComment,
  t: Translate,
  errors: FieldErrors,
): Promise<ReadComment["under"] | null> {
  if (person.kind === "member") {
    const chosen =
      pseuds.find(({ id }) => id === typed.pseud) ?? (pseuds.length === 1 ? pseuds[0] : undefined);
    if (!chosen) errors.pseud = t("Choose one of your names.");
    return chosen ? { pseudId: chosen.id } : null;
  }
  const read = pseudNameShape(t).safeParse(typed.name);
  if (!read.success) {
    errors.name = read.error.issues[0]?.message ?? t("Type a name.");
    return null;
  }
  if (leadsElsewhere(read.data)) {
    errors.name = t("A name here is no address. Choose another.");
    return null;
  }
  if (await isTakenForMember(reader, read.data)) {
    errors.name = t(
      "A member writes under this name, or under one that looks like it. Choose another, or sign in.",
    );
    return null;
  }
  return { guestName: read.data };
}

/** Whether readers could take a guest's name for a member's: "Old Dog" is "old-dog", and "Rook." is "Rook". */
async function isTakenForMember(reader: Reader, name: string): Promise<boolean> {
  const parts = name.split(/[ _.'’·-]+/).filter(Boolean);
  const spellings = new Set([name, ...["", " ", "_", "-", ".", "'"].map((between) => parts.join(between))]);
  for (const spelled of spellings) if (await findLookAlike(reader, spelled)) return true;
  return false;
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { typedFields } from "../autosaves.ts";

/** Ids and stamps are made by the window itself. */
const ownName = z.string().regex(/^[0-9a-z]{16,40}$/);

/**
 * What a window sends of a form: the whole text of its fields, or, of a long one, the changed middle of it and how much
 * of what stands here (`on`) stays before and behind. Lengths are those of JavaScript: UTF-16 code units.
 */
export const sentShape = z.object({
  id: ownName,
  /** Names the state that is sent. */
  stamp: ownName,
  /** The states this window has sent before and does not know to be replaced by others. */
  after: z.array(ownName).max(50),
  version: z.number().int().min(0),
  fields: z.union([
    /** The form stands again as it was opened: there is nothing to keep. */
    z.object({ nothing: z.literal(true) }),
    z.object({ whole: z.string().refine(readsAsFields) }),
    z.object({
      on: ownName,
      before: z.number().int().min(0),
      behind: z.number().int().min(0),
      middle: z.string(),
      /** The length of the whole, and its SHA-256 in base64url from browsers that may say it (over https). */
      length: z.number().int().min(0),
      digest: z.string().max(64).optional(),
    }),
  ]),
});

export type Sent = z.infer<typeof sentShape>;

/**
 * The text of the fields that a window has now.
 *
 * @param row what is kept of that window
 * @returns "" when there is nothing to keep, null when it cannot be known from what was sent: the window must send all of it
 */
export function textOfSent(
  { fields }: Sent,
  row: { stamp: string; fields: string } | undefined,
): string | null {
  if ("nothing" in fields) return "";
  if ("whole" in fields) return fields.whole;
  if (!row || row.stamp !== fields.on || fields.before + fields.behind > row.fields.length) return null;
  const text =
    row.fields.slice(0, fields.before) + fields.middle + row.fields.slice(row.fields.length - fields.behind);
  const isWhatWasMeant =
    text.length === fields.length && (fields.digest === undefined || fields.digest === digestOf(text));
  return isWhatWasMeant && readsAsFields(text) ? text : null;
}

/** Whether a text is a list of pairs: only that is ever kept. */
function readsAsFields(text: string): boolean {
  try {
    return typedFields.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

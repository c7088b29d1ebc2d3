import { z } from "zod";
import type { ArchiveHandler } from "../../../../people/request.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { keepAutosave } from "../../../autosaves/keep-autosave.ts";
import { sentShape } from "../../../autosaves/sent-autosave.ts";
import { placeOfKey } from "../../../form/form-place.ts";
import type { DeskParts } from "../desk-parts.ts";

/** What a window sends besides what is typed: which form it is, and for whom the page was made. */
const body = sentShape.extend({ place: z.string().max(60), account: z.string().max(100) });

/**
 * Takes in what stands in a form that is not saved, as JSON from the form's script, and answers in JSON:
 * `{ kept: true, stamp, standing }` once it is on the disk, or why it is not kept. Words are taken from the account alone for
 * which the form was made: one who is signed in meanwhile as somebody else sends them to nobody.
 */
export function takeInAutosave({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { person } = context.var;
    if (person.kind === "visitor") return context.json({ kept: false, because: "signed out" }, 401);
    const read = body.safeParse(jsonOf(context.req.header("content-type"), await context.req.arrayBuffer()));
    const place = read.success ? placeOfKey(read.data.place) : null;
    if (!read.success || place === null) return context.json({ kept: false, because: "not readable" }, 400);
    if (read.data.account !== person.accountId)
      return context.json({ kept: false, because: "another account" }, 403);
    const limits = await settings.current();
    try {
      const kept = await database.write((writer) =>
        keepAutosave(writer, person, place, read.data, limits, Date.now()),
      );
      return context.json(kept, kept.kept ? 200 : 409);
    } catch (cause) {
      // A work that is gone is nothing for the log, and its writer's words stay in their browser.
      if (cause instanceof NotFound) return context.json({ kept: false, because: "gone" }, 404);
      throw cause;
    }
  };
}

/** Only what says that it is JSON: no form of another site can say so. */
function jsonOf(type: string | undefined, bytes: ArrayBuffer): unknown {
  if (!/^application\/json\b/i.test(type ?? "")) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

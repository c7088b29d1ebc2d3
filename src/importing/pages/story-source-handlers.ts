import type { Context } from "hono";
import { memberOf } from "../../people/member-only.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { keepPictures } from "../../works/keep-pictures.ts";
import { PicturesFull, picturesFullSentence } from "../../works/picture-room.ts";
import { sentenceOf } from "../finding-sentences.ts";
import type { Tidier } from "../open-tidier.ts";

/** Makes the Markdown of what stands in a story's text field, or the other way round, for the editor's script. */
export function sendStorySource(tidier: Tidier): ArchiveHandler {
  return async (context) => {
    memberOf(context);
    const form = await readForm(context);
    const text = form.text("text");
    const made = await (form.text("to") === "markdown"
      ? tidier.writeMarkdown(text)
      : tidier.typeMarkdown(text));
    return made === null ? refuse(context) : sendJson(context, { text: made });
  };
}

/** Tidies what was pasted into the editor and says what was done; its pictures are the writer's from then on. */
export function sendPastedStory({
  database,
  files,
  tidier,
}: {
  database: Database;
  files: FileStore;
  tidier: Tidier;
}): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const pasted = await tidier.tidyPasted(form.text("html"));
    if (pasted === null) return refuse(context);
    try {
      await keepPictures(database, files, member, null, pasted.pictures, Date.now());
    } catch (cause) {
      if (!(cause instanceof PicturesFull)) throw cause;
      return context.json({ sentence: picturesFullSentence(cause, t) }, 422);
    }
    const changes = [...new Set(pasted.done.map((finding) => sentenceOf(finding, t)))];
    return sendJson(context, { story: pasted.story, changes });
  };
}

function sendJson(context: Context, answer: object) {
  context.header("cache-control", "no-store");
  return context.json(answer);
}

/** Too long, or too deep: the script says so in its own words. */
function refuse(context: Context) {
  return context.json({}, 422);
}

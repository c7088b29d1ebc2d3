import { readFile } from "node:fs/promises";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { listMedia } from "../../tags/media.ts";
import { readWholeTagBook } from "../../tags/read-tag-book.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { bringInSheet, markOfPlan, SheetLooksOtherwise } from "../bring-in-sheet.ts";
import { planSheet } from "../plan-sheet.ts";
import { readTagSheet } from "../tag-sheet.ts";
import { BringInPage, type LookedAt } from "./bring-in-page.tsx";
import type { WranglersRoom } from "./desk-handlers.tsx";
import { wranglerOf } from "./wrangler-only.ts";

/** The desk, and where the small set to begin with lies. */
export type SheetRoom = WranglersRoom & { startingTags: string };

/** Asks for a sheet of tags. */
export function showBringIn(): ArchiveHandler {
  return (context) => {
    wranglerOf(context);
    return answer(context, "", null, {});
  };
}

/** Tells what a sheet would do; when that was seen and is wished, does it. */
export function handleBringIn(room: SheetRoom): ArchiveHandler {
  return async (context) => {
    const wrangler = wranglerOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const press = form.text("press");
    const file = form.file("file");
    const typed = form.text("sheet");
    const text =
      press === "small" ? await readFile(room.startingTags, "utf8") : file ? await textOf(file) : typed;
    if (text === null)
      return answer(context, typed, null, {
        file: t("This file is not text in UTF-8. Save it as “CSV UTF-8” and try again."),
      });
    if (text.trim() === "")
      return answer(context, "", null, { sheet: t("Choose a file, or paste the lines of a sheet.") });
    const { reading } = room.database;
    const kinds = await listEveryTagKind(reading);
    const { lines, faults } = await readTagSheet(text, kinds, await listMedia(reading));
    const errors: FieldErrors = {};
    if (press === "do") {
      try {
        await room.database.write((writer) =>
          bringInSheet(writer, wrangler, lines, form.text("seen"), Date.now()),
        );
        context.var.sayNext("sheet-brought-in");
        return context.redirect(urls.wranglingLog(), 303);
      } catch (cause) {
        if (!(cause instanceof SheetLooksOtherwise)) throw cause;
        errors[""] = t("The sheet or the tags changed since you looked. Nothing was done; look at it again.");
      }
    }
    const book = await readWholeTagBook(reading);
    const plan = await planSheet(book, lines, Date.now());
    const looked = {
      plan,
      faults,
      mark: markOfPlan(plan),
      nameOf: (id: string) => book.find(id)?.name ?? "",
    };
    return answer(context, text, looked, errors);
  };
}

/** The text of a file: UTF-8, or what a byte order mark says; null when it is neither. */
async function textOf(file: File): Promise<string | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function answer(context: ArchiveContext, sheet: string, looked: LookedAt | null, errors: FieldErrors) {
  return context.html(
    <BringInPage page={context.var.page} sheet={sheet} looked={looked} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

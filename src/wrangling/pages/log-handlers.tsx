import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { undoWrangling } from "../../tags/undo-wrangling.ts";
import { WranglingRefused } from "../../tags/wrangling-refused.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { countWranglings, type LoggedDeed, listWranglings } from "../wrangling-log.ts";
import type { WranglersRoom } from "./desk-handlers.tsx";
import { LogPage } from "./log-page.tsx";
import { toldRefusal } from "./refused.ts";
import { wranglerOf } from "./wrangler-only.ts";

const perPage = 50;

/** Shows what wranglers did. */
export function showLog(room: WranglersRoom): ArchiveHandler {
  return (context) => {
    wranglerOf(context);
    return answer(context, room, null);
  };
}

/** Takes a deed back, with all that was done together with it. */
export function handleUndo(room: WranglersRoom): ArchiveHandler {
  return async (context) => {
    const wrangler = wranglerOf(context);
    const form = await readForm(context);
    const id = context.req.param("wranglingId") ?? "";
    if (!looksLikeId(id)) throw new NotFound();
    try {
      await room.database.write((writer) => undoWrangling(writer, wrangler, id, Date.now()));
    } catch (cause) {
      if (!(cause instanceof WranglingRefused)) throw cause;
      const { t } = context.var.page;
      const told = await toldRefusal(room.database.reading, await room.catalogue.current(), cause.refusal, t);
      return answer(context, room, told);
    }
    context.var.sayNext("wrangling-undone");
    return context.redirect(placeToReturn(form.text("back")), 303);
  };
}

/** Back to where the button stood: only places of the desk count. */
function placeToReturn(typed: string): string {
  return /^\/wrangling(?:[/?][\w/?=&%.+-]*)?$/.test(typed) ? typed : urls.wranglingLog();
}

async function answer(
  context: ArchiveContext,
  room: WranglersRoom,
  refused: { sentence: string; deeds: LoggedDeed[] } | null,
) {
  const { reading } = room.database;
  const pages = Math.max(1, Math.ceil((await countWranglings(reading)) / perPage));
  const wished = Number(context.req.query("page") ?? 1);
  const current = Number.isInteger(wished) ? Math.min(Math.max(1, wished), pages) : 1;
  return context.html(
    <LogPage
      page={context.var.page}
      batches={await listWranglings(reading, {}, { from: (current - 1) * perPage, most: perPage })}
      current={current}
      pages={pages}
      errors={refused ? { "": refused.sentence } : {}}
      inTheWay={refused?.deeds ?? []}
    />,
    refused ? 422 : 200,
  );
}

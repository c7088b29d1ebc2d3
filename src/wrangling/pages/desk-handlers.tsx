import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Assets } from "../../plumbing/http/assets.ts";
import { type FormValues, readForm } from "../../plumbing/http/form-values.ts";
import type { Deed } from "../../tags/deed.ts";
import { doDeeds } from "../../tags/do-deeds.ts";
import { listMedia } from "../../tags/media.ts";
import { WranglingRefused } from "../../tags/wrangling-refused.ts";
import type { FieldErrors } from "../../vocabulary/errors.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type CountTags, countsOfKinds, decidedTagsNamed, listWaiting, type QueueWish } from "../queue.ts";
import type { CatalogueKeeper, TagCatalogue } from "../tag-catalogue.ts";
import { listWranglings } from "../wrangling-log.ts";
import { type DeskRefusal, deedsOfDesk } from "./desk-deeds.ts";
import { readDeskForm, readDeskQuery, type SentDesk } from "./desk-form.ts";
import { DeskPage } from "./desk-page.tsx";
import { toldRefusal } from "./refused.ts";
import { wranglerOf } from "./wrangler-only.ts";

/** What the wranglers' desk needs. */
export type WranglersRoom = {
  database: Database;
  catalogue: CatalogueKeeper;
  countTags: CountTags;
  assets: Assets;
};

/** How long a deed is offered to be taken back on the desk itself, in ms; the log offers it for ever. */
const easilyRegretted = 3_600_000;

/** Shows the tags that wait. */
export function showDesk(room: WranglersRoom): ArchiveHandler {
  return (context) => answer(context, room, wranglerOf(context), null, {});
}

/** Does what was pressed, and shows the tags that still wait; a refused form changes nothing and comes back as it was. */
export function handleDesk(room: WranglersRoom): ArchiveHandler {
  return async (context) => {
    const wrangler = wranglerOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const sent = readDeskForm(form);
    const catalogue = await room.catalogue.current();
    const desk = { reader: room.database.reading, catalogue, person: wrangler };
    const asked = isMaking(form) ? makingOf(form) : await deedsOfDesk(desk, sent);
    if (!Array.isArray(asked))
      return answer(context, room, wrangler, sent, { [asked.field]: sentenceOf(asked, t, sent) });
    const seen = new Map(
      [...sent.seen].filter(([id]) => asked.some((deed) => "tag" in deed && deed.tag === id)),
    );
    try {
      await room.database.write((writer) => doDeeds(writer, wrangler, asked, Date.now(), seen));
    } catch (cause) {
      if (!(cause instanceof WranglingRefused)) throw cause;
      const told = await toldRefusal(room.database.reading, await room.catalogue.current(), cause.refusal, t);
      return answer(context, room, wrangler, sent, { [isMaking(form) ? "new-name" : ""]: told.sentence });
    }
    context.var.sayNext("tags-wrangled");
    const { query } = await readDeskQuery(desk.reader, catalogue, (name) => context.req.query(name), t);
    return context.redirect(urls.wrangling(query), 303);
  };
}

const isMaking = (form: FormValues) => form.text("press") === "make";

function makingOf(form: FormValues): Deed[] {
  return [{ deed: "make", kindId: form.text("new-kind"), name: form.text("new-name") }];
}

function sentenceOf(refusal: DeskRefusal, t: Translate, sent: SentDesk): string {
  switch (refusal.why) {
    case "nothing-ticked":
      return t("Tick the tags this is about.");
    case "nothing-to-do":
      return t("Choose what to do with the ticked tags.");
    case "no-name":
      return t("Type the name of the other tag.");
    case "unknown":
      return t("No tag of this kind is called “{name}”. Type it as it stands, or let it be made.", {
        name: sent.name.trim(),
      });
    case "no-media":
      return t("Choose a medium.");
    case "no-fandoms":
      return t("Only fandoms have media; tick nothing else.");
  }
}

async function answer(
  context: ArchiveContext,
  room: WranglersRoom,
  wrangler: Member,
  sent: SentDesk | null,
  refused: FieldErrors,
) {
  const { page } = context.var;
  const { reading } = room.database;
  const catalogue = await room.catalogue.current();
  const read = await readDeskQuery(reading, catalogue, (name) => context.req.query(name), page.t);
  const { wish, query, kinds } = read;
  const counts = wish.order === "used" ? await countsFor(room, wrangler, wish, kinds) : new Map();
  const [last] = await listWranglings(
    reading,
    { accountId: wrangler.accountId, since: Date.now() - easilyRegretted },
    { from: 0, most: 1 },
  );
  const errors = { ...read.errors, ...refused };
  return context.html(
    <DeskPage
      page={page}
      script={room.assets.addressOf("wrangling.js")}
      query={query}
      kinds={kinds}
      media={await listMedia(reading)}
      queue={await listWaiting(reading, catalogue, wrangler, wish, counts)}
      found={searched(catalogue, wish)}
      last={last ?? null}
      sent={sent}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

function searched(catalogue: TagCatalogue, wish: QueueWish) {
  return wish.typed === "" ? [] : decidedTagsNamed(catalogue, wish.kindId, wish.typed, 12);
}

async function countsFor(
  room: WranglersRoom,
  wrangler: Member,
  wish: QueueWish,
  kinds: readonly { id: string }[],
): Promise<Map<string, number>> {
  const wanted = wish.kindId === null ? kinds.map(({ id }) => id) : [wish.kindId];
  return countsOfKinds(room.countTags, wrangler, wanted);
}

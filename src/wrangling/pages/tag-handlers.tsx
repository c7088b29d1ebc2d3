import type { Member } from "../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { doDeeds } from "../../tags/do-deeds.ts";
import { listMedia } from "../../tags/media.ts";
import { WranglingRefused } from "../../tags/wrangling-refused.ts";
import { type FieldErrors, NotFound } from "../../vocabulary/errors.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { type Desk, knownTags } from "../known-tags.ts";
import { findWrangledTag } from "../wrangled-tag.ts";
import type { WranglersRoom } from "./desk-handlers.tsx";
import { toldRefusal } from "./refused.ts";
import { deedOfTagPage } from "./tag-form.ts";
import { TagPage, type TypedNames } from "./tag-page.tsx";
import { wranglerOf } from "./wrangler-only.ts";

/** Shows a tag with all that is decided about it. */
export function showWrangledTag(room: WranglersRoom): ArchiveHandler {
  return async (context) => answer(context, room, await deskOf(context, room), {}, {});
}

/** Decides something about a tag. */
export function handleWrangledTag(room: WranglersRoom): ArchiveHandler {
  return async (context) => {
    const desk = await deskOf(context, room);
    const { t } = context.var.page;
    const form = await readForm(context);
    const [tag] = await knownTags(desk, [tagIdOf(context)]);
    if (!tag) throw new NotFound();
    const typed: TypedNames = Object.fromEntries(
      ["merge-into", "take-in", "put-under", "put-here", "rename"].map((name) => [name, form.text(name)]),
    );
    const deed = await deedOfTagPage(desk, tag, form);
    if (!("deed" in deed)) {
      const sentences = {
        unknown: t("No tag of this kind is called “{name}”. Type it as it stands.", {
          name: typed[deed.field] ?? "",
        }),
        "no-name": t("Type the name of the other tag."),
        nothing: t("Choose what to do."),
      };
      return answer(context, room, desk, { [deed.field]: sentences[deed.why] }, typed);
    }
    const seen = form.has("seen") ? new Map([[tag.id, form.text("seen")]]) : undefined;
    try {
      const { tagIds } = await room.database.write((writer) =>
        doDeeds(writer, desk.person, [deed], Date.now(), seen),
      );
      context.var.sayNext("tags-wrangled");
      // A tag under a new name may be another tag.
      const shown = deed.deed === "rename" ? (tagIds[0] ?? tag.id) : tag.id;
      return context.redirect(urls.wrangledTag(shown), 303);
    } catch (cause) {
      if (!(cause instanceof WranglingRefused)) throw cause;
      const told = await toldRefusal(room.database.reading, await room.catalogue.current(), cause.refusal, t);
      const field = deed.deed === "rename" ? "rename" : "";
      return answer(context, room, desk, { [field]: told.sentence }, typed);
    }
  };
}

type WranglersDesk = Desk & { person: Member };

async function deskOf(context: ArchiveContext, room: WranglersRoom): Promise<WranglersDesk> {
  const person = wranglerOf(context);
  return { reader: room.database.reading, catalogue: await room.catalogue.current(), person };
}

function tagIdOf(context: ArchiveContext): string {
  const id = context.req.param("tagId") ?? "";
  if (!looksLikeId(id)) throw new NotFound();
  return id;
}

async function answer(
  context: ArchiveContext,
  room: WranglersRoom,
  desk: WranglersDesk,
  errors: FieldErrors,
  typed: TypedNames,
) {
  const catalogue = await room.catalogue.current();
  const wrangled = await findWrangledTag({ ...desk, catalogue }, tagIdOf(context));
  const kinds = await listEveryTagKind(desk.reader);
  return context.html(
    <TagPage
      page={context.var.page}
      wrangled={wrangled}
      kindName={kinds.find(({ id }) => id === wrangled.tag.kindId)?.name ?? ""}
      media={await listMedia(desk.reader)}
      errors={errors}
      typed={typed}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

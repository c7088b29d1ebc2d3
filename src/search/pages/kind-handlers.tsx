import { z } from "zod";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { fandomKind } from "../../tags/tags.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { NameLists } from "../keep-name-lists.ts";
import type { Finder } from "../open-finder.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { whenBuilt } from "../when-built.ts";
import { typedIn } from "./asked-names.ts";
import { KindPage } from "./kind-page.tsx";
import { shelfOf } from "./kind-shelf.ts";
import { countMedia, findMedia } from "./media.ts";
import { stillReading } from "./still-reading.tsx";

type Shelves = { database: Database; finder: Finder; nameLists: NameLists };

/** Names shown for what was typed; who looks for one further down types more of it. */
const mostFound = 100;

/** Every fandom, by medium and letter. */
export function showFandoms(archive: Shelves): ArchiveHandler {
  return (context) => answerNames(archive, context, fandomKind);
}

/** Every tag of a kind, by letter; also of a kind that is no longer offered. */
export function showKind(archive: Shelves): ArchiveHandler {
  return async (context) => {
    const kindId = context.req.param("kindId") ?? "";
    if (kindId !== fandomKind) return answerNames(archive, context, kindId);
    return context.redirect(urls.fandoms(), 303);
  };
}

const pageNumber = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform((digits) => Math.max(1, Number(digits)))
  .catch(1);

async function answerNames(
  { database, finder, nameLists }: Shelves,
  context: ArchiveContext,
  kindId: string,
): Promise<Response> {
  const { person, page } = context.var;
  const reader = database.reading;
  const query = new URL(context.req.url).searchParams;
  const kinds = await listEveryTagKind(reader);
  const kind = kinds.find(({ id }) => id === kindId);
  if (!kind) throw new NotFound();
  const typed = typedIn(query);
  // Whatever somebody types is no page that the next will ask for.
  if (typed !== "") context.set("sameForVisitors", false);
  const [list, found, media] = await Promise.all([
    whenBuilt(finder, nameLists.of(person, kindId, page.locale)),
    typed === ""
      ? null
      : whenBuilt(
          finder,
          finder.suggestTags(person, { typed, kinds: [kindId], fandoms: [], count: mostFound }),
        ),
    kindId === fandomKind ? findMedia(reader) : null,
  ]);
  if (list === null) return stillReading(context, finder);
  const medium = media?.find(({ id }) => id === query.get("medium")) ?? null;
  const shelf = shelfOf(list, nameLists, page.locale, (id) => medium === null || medium.has(id), {
    letter: query.get("letter"),
    page: pageNumber.parse(query.get("page") ?? undefined),
  });
  const ids = shelf.groups.flatMap(({ members }) => members.map(({ id }) => id));
  return context.html(
    <KindPage
      page={page}
      kind={kind}
      kinds={kinds}
      media={media === null ? [] : countMedia(media, list.names)}
      medium={medium}
      shelf={shelf}
      names={await findVisibleTags(reader, person, ids)}
      typed={typed}
      found={found}
    />,
  );
}

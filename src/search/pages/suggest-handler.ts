import type { Person } from "../../people/person.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { listEveryTagKind } from "../../tags/change-tag-kinds.ts";
import { fandomKind, type TagKind } from "../../tags/tags.ts";
import type { Page } from "../../ui/page.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { readNames } from "../../works/name-list.ts";
import type { TagSuggestion } from "../found.ts";
import type { Finder } from "../open-finder.ts";
import { quoted } from "../query-language/mistake.ts";
import { keyOfKind, subjectOf } from "../query-language/query-keys.ts";
import { findVisibleTags } from "../visible-tags.ts";
import { whenBuilt } from "../when-built.ts";
import { kindsAsked, typedIn } from "./asked-names.ts";

/** More would not be looked through. */
const mostOffered = 10;

/** More fandoms than this are not one story's. */
const mostFandoms = 10;

/** Tags to offer under a field, as JSON for public/suggest.js: the words a person sees are made here. */
export function sendSuggestions(database: Database, finder: Finder): ArchiveHandler {
  return async (context) => {
    const { person, page } = context.var;
    const query = new URL(context.req.url).searchParams;
    const typed = typedIn(query);
    const reader = database.reading;
    // Kinds that are no longer offered keep their names.
    const allKinds = await listEveryTagKind(reader);
    const key = query.get("key");
    const kinds = key === null ? kindsAsked(query) : kindsOfKey(key, allKinds);
    const found =
      typed === "" || kinds === null
        ? []
        : await whenBuilt(
            finder,
            finder.suggestTags(person, {
              typed,
              kinds,
              fandoms: await fandomsAsked(reader, person, query),
              count: mostOffered,
            }),
          );
    const offers = (found ?? []).map((tag) => {
      const kind = allKinds.find(({ id }) => id === tag.kindId);
      return {
        id: tag.id,
        name: tag.name,
        note: noteOn(page, tag, kinds?.length === 1 ? undefined : kind?.name),
        asks: key === null || !kind ? undefined : asksFor(tag, key, kind, allKinds),
      };
    });
    return context.json(
      {
        says: page.t("{count, plural, =0 {No name offered} one {# name offered} other {# names offered}}", {
          count: offers.length,
        }),
        label: page.t("Names offered"),
        offers,
      },
      200,
      { "cache-control": "private, no-store" },
    );
  };
}

/** What tells one offer from another: its kind where there are several, the name it was met by, its works. */
function noteOn({ t }: Page, { by, count }: TagSuggestion, kindName: string | undefined): string {
  return [
    kindName,
    by === null ? undefined : t("also called {name}", { name: by }),
    t("{count, plural, one {# work} other {# works}}", { count }),
  ]
    .filter((words) => words !== undefined)
    .join(" · ");
}

/** What kinds of tag a key of the finding page's box is about: [] any, null none. No key: words that may be any name. */
function kindsOfKey(key: string, kinds: readonly TagKind[]): string[] | null {
  if (key === "") return [];
  const subject = subjectOf(key, kinds);
  if (subject?.about === "tag") return subject.kind ? [subject.kind.id] : [];
  return subject?.about === "main" || subject?.about === "mention" ? [] : null;
}

/** What is typed in the box to ask for a tag. */
function asksFor({ name }: TagSuggestion, key: string, kind: TagKind, kinds: readonly TagKind[]): string {
  const about = subjectOf(key, kinds)?.about;
  return `${about === "main" || about === "mention" ? about : keyOfKind(kind)}:${quoted(name)}`;
}

/**
 * The fandoms chosen, by id and as typed in a field of names. Those that are not here for this person count for
 * nothing: what a hidden name stands for must not show by what is offered beside it.
 */
async function fandomsAsked(reader: Reader, person: Person, query: URLSearchParams): Promise<string[]> {
  const ids = (query.get("fandom") ?? "").split(".").filter(looksLikeId).slice(0, mostFandoms);
  const keys = readNames(typedIn(query, "fandoms", 1_000))
    .slice(0, mostFandoms)
    .map(foldName);
  const typed =
    keys.length === 0
      ? []
      : await reader
          .selectFrom("tags")
          .select("id")
          .where("kind_id", "=", fandomKind)
          .where("name_key", "in", keys)
          .execute();
  const named = [...ids, ...typed.map(({ id }) => id)];
  return [...(await findVisibleTags(reader, person, [...new Set(named)])).keys()];
}

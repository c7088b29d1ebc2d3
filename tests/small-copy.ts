import { newId } from "../src/vocabulary/ids.ts";
import { zipOf } from "./hostile-archives.ts";

/** What is said in a copy about a work of one chapter, but for what is said otherwise. */
export function smallWork(said: Record<string, unknown> = {}, work: Record<string, unknown> = {}) {
  const id = typeof work.id === "string" ? work.id : newId();
  const chapterId = newId();
  return {
    id,
    chapterId,
    said: {
      work: {
        ...{ id, status: "published", visibility: "everyone", title: "Φανάρι", summary: "", notes: "" },
        ...{ end_notes: "", disclaimer: "", dedication: "", conventions: "", rating_id: "general" },
        ...{ language: "el", expected_chapters: 1, searchable: 1, search_engines: 1, ai_crawlers: 0 },
        ...{ comments_from: "everyone", comments_held: 0, anonymous: 0, created_at: 1, updated_at: 2 },
        ...{ published_at: 3, revised_at: 4, removed_at: null },
        ...work,
      },
      kept: true,
      creators: [],
      gifts: [],
      tags: [{ kind_id: "fandom", position: 0, typed_as: "Οδύσσεια", weight: "main" }],
      ...{ warnings: [], categories: [], permissions: [], counts: [], seams: [], states: [] },
      ...{ news: [], releases: [], queues: [] },
      chapters: [
        {
          ...{ id: chapterId, position: 1, status: "published", title: "", summary: "", notes: "" },
          ...{ end_notes: "", version: 1, created_at: 1, updated_at: 2, published_at: 3 },
          ...{ removed_at: null, saved_at: null },
        },
      ],
      ...said,
    },
  };
}

/** A copy of little: an account, and what else is given, by path; what is null is left out. */
export function smallCopy(
  works: ReturnType<typeof smallWork>[] = [],
  files: Record<string, string | Uint8Array | null> = {},
  account: Record<string, unknown> = {},
): Uint8Array<ArrayBuffer> {
  const all: Record<string, string | Uint8Array | null> = {
    "account.json": JSON.stringify({
      ...{ form: "pressie-copy", version: 2, pseuds: [], icons: [], preferences: [], filters: [] },
      ...{ bookmarks: [], series: [], seriesWorks: [], ...account },
    }),
  };
  for (const { id, chapterId, said } of works) {
    all[`works/${id}/work.json`] = JSON.stringify(said);
    all[`works/${id}/chapters/${chapterId}.html`] = "<p>Ήσυχη νύχτα.</p>";
  }
  return zipOf(
    Object.entries({ ...all, ...files }).flatMap(([name, content]) =>
      content === null
        ? []
        : [{ name, content: typeof content === "string" ? new TextEncoder().encode(content) : content }],
    ),
  );
}

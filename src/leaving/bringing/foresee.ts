import type { Settings } from "../../plumbing/settings/settings.ts";
import { fandomKind } from "../../tags/tags.ts";
import { languageTag } from "../../works/languages.ts";
import type { CopiedWork } from "./copy-shape.ts";
import type { ListsHere } from "./lists-here.ts";
import { keepsFromReaders, type Remark } from "./remarks.ts";

/** What of a work can be told from what is said about it, before any of its stories is read. */
export type Foreseen = {
  remarks: Remark[];
  /** Whether readers have it as soon as it is here. */
  published: boolean;
  ratingId: string;
  language: string;
  warnings: { warning_id: string; answer: "yes" | "no" | "unsaid" }[];
  categoryIds: string[];
  permissions: { permissionId: string; answer: "yes" | "ask" | "no" }[];
  /** Of an owner's kinds, in the copy's order. */
  tags: { kindId: string; typed: string; weight: "main" | "side" | "mention" }[];
};

/** The rating of a work whose author has not chosen one (migrations/0002-familiar-lists.ts). */
const unrated = "not-rated";
const additional = "additional";
/** What fits on one line of a list (works/work-form.ts). */
export const lineCharacters = 300;
/** Far above what any work bears: a copy is no way to fill the tables of tags, nor to ask everybody something. */
export const mostOnWork = { tags: 1_000, names: 300 };

/**
 * What becomes of a work here. It comes in as it was; but a work must never meet readers with less of a warning than it
 * had, nor with a name that it did not say. Then it waits as a draft for its writer.
 */
export function foresee(
  { work, creators, gifts, tags, warnings, categories, permissions, chapters }: CopiedWork,
  lists: ListsHere,
  settings: Pick<Settings, "anonymousWorks">,
): Foreseen {
  const remarks: Remark[] = [];
  const note = (says: Remark["says"], about: string) => {
    if (!remarks.some((one) => one.says === says && one.about === about)) remarks.push({ says, about });
  };
  const ratingId = lists.idOf("ratings", work.rating_id);
  if (ratingId === null) note("rating-unknown", lists.nameOf("ratings", work.rating_id));
  if (tags.length > mostOnWork.tags || Math.max(creators.length, gifts.length) > mostOnWork.names)
    note("too-many", "");
  if (work.anonymous === 1 && settings.anonymousWorks === "off") note("names-nobody-is-off", "");
  const foreseen = {
    ratingId: ratingId ?? unrated,
    language: languageTag(work.language) ?? "und",
    warnings: once(
      warnings.flatMap(({ warning_id, answer }) => {
        const here = lists.idOf("warnings", warning_id);
        // What does not apply needs no words.
        if (here === null && answer !== "no") note("warning-unknown", lists.nameOf("warnings", warning_id));
        return here === null ? [] : [{ warning_id: here, answer }];
      }),
      (row) => row.warning_id,
    ),
    categoryIds: once(
      categories.flatMap(({ category_id }) => {
        const here = lists.idOf("categories", category_id);
        if (here === null) note("category-unknown", lists.nameOf("categories", category_id));
        return here === null ? [] : [here];
      }),
      (id) => id,
    ),
    permissions: once(
      permissions.flatMap(({ permission_id, answer }) => {
        const here = lists.idOf("permissions", permission_id);
        if (here === null) note("permission-unknown", lists.nameOf("permissions", permission_id));
        return here === null ? [] : [{ permissionId: here, answer }];
      }),
      (row) => row.permissionId,
    ),
    tags: tags
      .toSorted((one, other) => one.position - other.position)
      .slice(0, mostOnWork.tags)
      .flatMap(({ kind_id, typed_as, weight }) => {
        const typed = typed_as.replace(/\s+/gu, " ").trim();
        if (typed === "" || typed.length > lineCharacters) {
          note("tag-left", typed.slice(0, 60));
          return [];
        }
        const here = lists.idOf("tagKinds", kind_id);
        if (here === null) note("kind-unknown", lists.nameOf("tagKinds", kind_id));
        return [{ kindId: here ?? additional, typed, weight }];
      }),
  };
  const isReady =
    work.title.trim() !== "" &&
    foreseen.tags.some(({ kindId }) => kindId === fandomKind) &&
    chapters.some(({ status, removed_at }) => status === "published" && removed_at === null);
  if (work.status === "published" && work.removed_at === null && !isReady) note("not-ready", "");
  return {
    ...foreseen,
    remarks,
    published: work.status === "published" && !remarks.some(keepsFromReaders),
  };
}

function once<Row>(rows: Row[], key: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

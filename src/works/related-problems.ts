import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { FieldErrors } from "../vocabulary/errors.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { placeRelated } from "./place-related.ts";
import { permissionFor, type RelatedKind } from "./related.ts";
import { isRelatedTyped, parseRelatedRow, relatedFieldNames } from "./related-typed.ts";
import { startReading } from "./typed-text.ts";
import { listedFor } from "./visible-works.ts";
import type { WorkValues } from "./work-values.ts";
import "./sql/permissions-tables.ts";
import "./sql/related-tables.ts";

/**
 * What is to be put right of the related works named in a form: works nobody can find, the work itself, one that is made
 * of this one already, and what the writers of another work do not want. What stands on the work already stays.
 *
 * @param workId null for a new work
 * @returns a sentence in the language of `t` for each, by field name
 */
export async function relatedProblems(
  reader: Reader,
  member: Member,
  workId: string | null,
  { related }: Pick<WorkValues, "related">,
  t: Translate,
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  const named = new Set<string>();
  for (const [row, typed] of related.entries()) {
    if (!isRelatedTyped(typed)) continue;
    const read = startReading(t);
    const wish = parseRelatedRow(read, typed, row, t);
    if (!wish || Object.keys(read.errors).length > 0) continue;
    const place = await placeRelated(reader, member, workId, wish);
    if (place.at === "nowhere")
      errors[place.because === "no title" ? relatedFieldNames.title(row) : relatedFieldNames.work(row)] =
        lostSentence(place.because, t);
    if (place.at !== "here") continue;
    if (named.has(place.workId))
      errors[relatedFieldNames.work(row)] = t("This work is named in another row.");
    named.add(place.workId);
    const problem = await problemWith(reader, member, workId, wish.kind, place, t);
    if (problem) errors[relatedFieldNames.work(row)] ??= problem;
  }
  return errors;
}

function lostSentence(
  because: "unknown" | "no such title" | "several of that title" | "no title",
  t: Translate,
): string {
  return {
    unknown: t("There is no such work here that you may read."),
    "no such title": t(
      "No work of yours is called that. For somebody else’s work type its address; for one that has none leave this empty and type its title.",
    ),
    "several of that title": t(
      "Several works of yours are called that: type the address of the one you mean.",
    ),
    "no title": t("Say what the work elsewhere is called."),
  }[because];
}

async function problemWith(
  reader: Reader,
  member: Member,
  workId: string | null,
  kind: RelatedKind,
  other: { workId: string; title: string | null; isOwn: boolean },
  t: Translate,
): Promise<string | null> {
  if (other.workId === workId) return t("This is the work itself.");
  const standing = workId !== null && (await saysSo(reader, workId, other.workId, kind));
  if (standing) return null;
  // What its writers want of it, and what it is called, are not there for who may not open it any more.
  if (other.title === null) return lostSentence("unknown", t);
  const isTurnedRound =
    workId !== null &&
    (await saysSo(reader, other.workId, workId, kind)) &&
    (other.isOwn || (await isListed(reader, member, other.workId)));
  if (isTurnedRound)
    return t("“{title}” says the same of this work: it can be true of one of them.", {
      title: other.title,
    });
  if (other.isOwn) return null;
  const refused = await refusedBy(reader, other.workId, kind);
  return refused === null
    ? null
    : t(
        "The writers of “{title}” say no to this ({permission}). If it inspired you, you can still say that.",
        { title: other.title, permission: refused },
      );
}

async function saysSo(reader: Reader, workId: string, otherId: string, kind: RelatedKind): Promise<boolean> {
  const row = await reader
    .selectFrom("related_works")
    .select("position")
    .where("work_id", "=", workId)
    .where("other_work_id", "=", otherId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return row !== undefined;
}

async function isListed(reader: Reader, member: Member, workId: string): Promise<boolean> {
  const row = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "=", workId)
    .where(listedFor(member))
    .executeTakeFirst();
  return row !== undefined;
}

/** The name of the permission that a work's writers answered with no; null when they did not. */
async function refusedBy(reader: Reader, workId: string, kind: RelatedKind): Promise<string | null> {
  const permissionId = permissionFor[kind];
  if (permissionId === null) return null;
  const row = await reader
    .selectFrom("work_permissions")
    .innerJoin("permissions", "permissions.id", "work_permissions.permission_id")
    .select("permissions.name")
    .where("work_id", "=", workId)
    .where("permission_id", "=", permissionId)
    .where("answer", "=", "no")
    .executeTakeFirst();
  return row?.name ?? null;
}

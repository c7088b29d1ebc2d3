import { plainMember } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { urls } from "../vocabulary/urls.ts";
import { claimsOf } from "./claims.ts";
import type { RelatedKind } from "./related.ts";
import type { RelatedTyped } from "./related-typed.ts";
import { openFor } from "./visible-works.ts";
import { amongThoseOf, changeableBy } from "./who-may-change.ts";
import "./sql/related-tables.ts";
import "./sql/works-tables.ts";

/** What a work says it is made of, told to its writers. */
export type OwnRelated = {
  kind: RelatedKind;
  /** null: a work elsewhere. */
  workId: string | null;
  /** "" for a work here that they may not open now. */
  title: string;
  author: string;
  language: string;
  address: string;
  /** How its link stands: a work of theirs too, or what the writers of the other say. */
  standing: "elsewhere" | "own" | "yes" | "no" | "asked" | "gone";
  /** Whether readers are led there. */
  leads: boolean;
};

/** Titles offered for a field; whoever has more types them. */
const mostTitles = 500;

/** What a work the member may change says it is made of. */
export async function listOwnRelated(
  reader: Reader,
  accountId: string,
  workId: string,
): Promise<OwnRelated[]> {
  const rows = await reader
    .selectFrom("related_works")
    .select(["kind", "other_work_id as workId", "title", "author", "language", "address"])
    .where("work_id", "=", workId)
    .orderBy("position")
    .execute();
  const ids = rows.flatMap((row) => row.workId ?? []);
  if (ids.length === 0) return rows.map((row) => ({ ...row, standing: "elsewhere", leads: true }));
  const claims = new Map((await claimsOf(reader, workId)).map((claim) => [claim.otherId, claim]));
  const member = plainMember(accountId);
  const open = await reader
    .selectFrom("works")
    .select(["works.id", "works.title", "works.language"])
    .select((row) => row.case().when(changeableBy(member)(row)).then(1).else(0).end().as("own"))
    .where("works.id", "in", ids)
    .where(openFor(member))
    .execute();
  return rows.map((row): OwnRelated => {
    if (row.workId === null) return { ...row, standing: "elsewhere", leads: true };
    const { answer = null, leads = false } = claims.get(row.workId) ?? {};
    const work = open.find(({ id }) => id === row.workId);
    if (!work) return { ...row, standing: "gone", leads: false };
    const standing = work.own === 1 ? "own" : (answer ?? "asked");
    return { ...row, title: work.title, language: work.language, standing, leads };
  });
}

/** The titles of the works a member may change, the last changed first, without the one that is edited. */
export async function listOwnTitles(
  reader: Reader,
  accountId: string,
  workId: string | null,
): Promise<string[]> {
  const rows = await reader
    .selectFrom("works")
    .select("works.title")
    .where(amongThoseOf(plainMember(accountId)))
    .where("works.removed_at", "is", null)
    .where("works.id", "!=", workId ?? "")
    .where("works.title", "!=", "")
    .orderBy("works.updated_at", "desc")
    .limit(mostTitles)
    .execute();
  return [...new Set(rows.map(({ title }) => title))];
}

/** A stored row as a writer would have typed it. */
export function relatedAsTyped({ kind, workId, ...row }: OwnRelated): RelatedTyped {
  return workId === null
    ? { kind, work: row.address, title: row.title, author: row.author, language: row.language }
    : { kind, work: urls.work(workId), title: "", author: "", language: "" };
}

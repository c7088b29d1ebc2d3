import { accountIdOf, type Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { claimsOf } from "./claims.ts";
import { countRead, hiddenFrom } from "./hidden-from.ts";
import { findReaderRules, type Heeding } from "./reader-rules.ts";
import { type RelatedKind, relatedKinds } from "./related.ts";
import { listedFor } from "./visible-works.ts";
import type { RelatedWork, WorkCard } from "./work.ts";
import { fillCards } from "./work-cards.ts";
import "./sql/related-tables.ts";
import "./sql/works-tables.ts";

/** Works that were made of one, of one kind: the newest, and whether there are more. */
export type MadeOf = { kind: RelatedKind; works: RelatedWork[]; more: boolean };

/** How many of a kind stand on the page of the work itself. */
const shownOfKind = 5;

/**
 * What a work says it is made of, in its writer's order: credit, which needs nobody's leave; a link needs it. A work that
 * no list shows this person is absent, words and all.
 */
export async function listMadeFrom(
  reader: Reader | Writer,
  person: Person,
  workId: string,
): Promise<RelatedWork[]> {
  const rows = await reader
    .selectFrom("related_works")
    .select(["kind", "other_work_id as otherId", "title", "author", "language", "address"])
    .where("work_id", "=", workId)
    .orderBy("position")
    .execute();
  const others = rows.flatMap(({ otherId }) => otherId ?? []);
  const leading = new Set(
    others.length === 0
      ? []
      : (await claimsOf(reader, workId)).flatMap(({ otherId, leads }) => (leads ? [otherId] : [])),
  );
  const cards = new Map((await cardsListed(reader, person, others)).map((card) => [card.id, card]));
  return rows.flatMap(({ kind, otherId, title, author, language, address }): RelatedWork[] => {
    if (otherId === null)
      return [
        {
          ...{ kind, title, language, address, anonymous: false, workId: null, hiding: null },
          creators: author === "" ? [] : [{ role: "author", pseudId: null, name: author }],
        },
      ];
    const card = cards.get(otherId);
    if (!card) return [];
    const creators = leading.has(otherId)
      ? card.creators
      : card.creators.map((creator) => ({ ...creator, pseudId: null }));
    return [
      {
        ...{ kind, title: card.title, language: card.language, creators, anonymous: card.anonymous },
        workId: leading.has(otherId) ? otherId : null,
        address: "",
        hiding: card.hiding,
      },
    ];
  });
}

/** What was made of a work with its writers' yes, as far as lists show it to this person: the newest of each kind. */
export async function listMadeOf(reader: Reader | Writer, person: Person, workId: string): Promise<MadeOf[]> {
  const kinds = await made(reader, person, workId).select("related_works.kind").distinct().execute();
  const found: MadeOf[] = [];
  for (const kind of relatedKinds) {
    if (!kinds.some((row) => row.kind === kind)) continue;
    const ids = await made(reader, person, workId)
      .select("works.id")
      .where("related_works.kind", "=", kind)
      .orderBy("works.published_at", "desc")
      .orderBy("works.id")
      .limit(shownOfKind + 1)
      .execute();
    const cards = await fillCards(
      reader,
      person,
      ids.slice(0, shownOfKind).map(({ id }) => id),
    );
    const works = cards.flatMap((card) => (card.hiding ? [] : asRelated(kind, card)));
    if (works.length > 0 || ids.length > shownOfKind)
      found.push({ kind, works, more: ids.length > works.length });
  }
  return found;
}

/** Everything that was made of a work, a page of it after the rules of whoever asks. */
export type MadeOfPart = {
  works: RelatedWork[];
  page: number;
  pages: number;
  /** How many their rules keep out of it, and how many of those only for having been read. */
  hidden: number;
  read: number;
};

/**
 * A page of everything that was made of a work, newest first; null where nothing was, as far as the person may see it. A list
 * of names folds nothing: what their rules fold is left out too.
 */
export async function pageOfMadeOf(
  reader: Reader | Writer,
  person: Person,
  workId: string,
  { page: asked, perPage }: { page: number; perPage: number },
  heeding: Heeding,
): Promise<MadeOfPart | null> {
  const all = made(reader, person, workId)
    .select(["works.id", "related_works.kind"])
    .orderBy("works.published_at", "desc")
    .orderBy("works.id");
  const pageOf = (count: number) => {
    const pages = Math.max(1, Math.ceil(count / perPage));
    return { page: Math.min(asked, pages), pages };
  };
  // Without rules a page is enough; with them, all of it must be looked at to know how long the list is.
  if ((await findReaderRules(reader, accountIdOf(person), heeding)) === null) {
    const { count } = await made(reader, person, workId)
      .select((row) => row.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (Number(count) === 0) return null;
    const { page, pages } = pageOf(Number(count));
    const here = await all
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute();
    return { works: await relatedOf(reader, person, here), page, pages, hidden: 0, read: 0 };
  }
  const rows = await all.execute();
  if (rows.length === 0) return null;
  const ids = [...new Set(rows.map(({ id }) => id))];
  const quiet = await hiddenFrom(reader, accountIdOf(person), ids, heeding);
  const shown = rows.filter(({ id }) => !quiet.has(id));
  const { page, pages } = pageOf(shown.length);
  const here = shown.slice((page - 1) * perPage, page * perPage);
  return {
    works: await relatedOf(reader, person, here),
    ...{ page, pages, hidden: rows.length - shown.length, read: countRead(quiet.values()) },
  };
}

async function relatedOf(
  reader: Reader | Writer,
  person: Person,
  rows: readonly { id: string; kind: RelatedKind }[],
): Promise<RelatedWork[]> {
  const cards = new Map(
    (await fillCards(reader, person, [...new Set(rows.map(({ id }) => id))])).map((card) => [card.id, card]),
  );
  return rows.flatMap(({ id, kind }) => asRelated(kind, cards.get(id)));
}

function made(reader: Reader | Writer, person: Person, workId: string) {
  return reader
    .selectFrom("related_works")
    .innerJoin("related_answers", (join) =>
      join
        .onRef("related_answers.work_id", "=", "related_works.work_id")
        .onRef("related_answers.other_work_id", "=", "related_works.other_work_id")
        .onRef("related_answers.kind", "=", "related_works.kind"),
    )
    .innerJoin("works", "works.id", "related_works.work_id")
    .where("related_works.other_work_id", "=", workId)
    .where("related_answers.answer", "=", "yes")
    .where((row) => listedFor(person)(row));
}

function asRelated(kind: RelatedKind, card: WorkCard | undefined): RelatedWork[] {
  if (!card) return [];
  const { id, title, language, creators, anonymous } = card;
  return [{ kind, title, language, creators, anonymous, workId: id, address: "", hiding: null }];
}

async function cardsListed(reader: Reader | Writer, person: Person, ids: string[]) {
  if (ids.length === 0) return [];
  const listed = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.id", "in", ids)
    .where(listedFor(person))
    .execute();
  return fillCards(
    reader,
    person,
    listed.map(({ id }) => id),
  );
}

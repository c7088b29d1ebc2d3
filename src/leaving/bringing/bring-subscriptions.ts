import type { Member } from "../../people/person.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { findSeries } from "../../works/series.ts";
import type { TakenInElsewhere } from "../elsewhere.ts";
import { tagHere } from "../known-tags.ts";
import { personHere } from "./bring-quiet.ts";
import type { CopiedAccount } from "./copy-shape.ts";
import type { ListsHere } from "./lists-here.ts";
import type { OpenCopy } from "./open-copy.ts";
import { worksMeant } from "./works-meant.ts";
import "../sql/brought-tables.ts";

export type SubscriptionsOutcome = { subscriptions: number; subscriptionsLeft: number };

type Parts = {
  database: Database;
  member: Member;
  copy: OpenCopy;
  works: ReadonlyMap<string, string>;
  lists: ListsHere;
  elsewhere: TakenInElsewhere;
  now: number;
};

/** Far above what an owner may let one member follow. */
const most = 10_000;

/** Brings back what somebody follows, where it is here; what they follow here already stays as they chose it. */
export async function bringSubscriptions(parts: Parts): Promise<SubscriptionsOutcome> {
  const { database, member, copy, elsewhere, now } = parts;
  const { subscriptions } = copy.account;
  let brought = 0;
  let left = Math.max(0, subscriptions.length - most);
  for (const row of subscriptions.slice(0, most)) {
    const outcome = await database.write(async (writer) => {
      const targetId = await targetHere(writer, parts, row);
      if (targetId === undefined) return "left";
      return elsewhere.follow(writer, member, { kind: row.kind, targetId, rhythm: row.rhythm }, now);
    });
    if (outcome === "brought") brought += 1;
    if (outcome === "left") left += 1;
  }
  return { subscriptions: brought, subscriptionsLeft: left };
}

async function targetHere(
  writer: Writer,
  { database, member, copy, works, lists }: Parts,
  { kind, target_id: id, ...spoken }: CopiedAccount["subscriptions"][number],
): Promise<string | undefined> {
  if (!looksLikeId(id)) return undefined;
  const { filterTags, filters } = copy.account;
  switch (kind) {
    case "author":
      return personHere(writer, id, spoken.people[id]);
    case "work":
      return (await worksMeant(writer, member, works, [{ id, words: spoken.works[id] ?? null }])).get(id);
    case "series":
      return seriesHere(writer, database, member, id);
    case "shelf":
      return shelfHere(writer, member, id);
    case "tag": {
      const tag = filterTags[id];
      const kindId = tag && lists.idOf("tagKinds", tag.kind);
      return tag && kindId ? tagHere(writer, member, kindId, tag.name) : undefined;
    }
    case "filter": {
      const name = filters.find((filter) => filter.id === id)?.name;
      if (name === undefined) return undefined;
      const filter = await writer
        .selectFrom("saved_filters")
        .select("id")
        .where("account_id", "=", member.accountId)
        .where("name", "=", name)
        .executeTakeFirst();
      return filter?.id;
    }
    default:
      return undefined;
  }
}

async function seriesHere(
  writer: Writer,
  { reading }: Database,
  member: Member,
  id: string,
): Promise<string | undefined> {
  const brought = await writer
    .selectFrom("brought_series")
    .select("series_id")
    .where("account_id", "=", member.accountId)
    .where("source_id", "=", id)
    .executeTakeFirst();
  return brought?.series_id ?? (await findSeries(reading, member, id))?.id;
}

async function shelfHere(writer: Writer, member: Member, id: string): Promise<string | undefined> {
  const brought = await writer
    .selectFrom("brought_shelves")
    .select("shelf_id")
    .where("account_id", "=", member.accountId)
    .where("source_id", "=", id)
    .executeTakeFirst();
  if (brought) return brought.shelf_id;
  const open = await writer
    .selectFrom("shelves")
    .select("id")
    .where("id", "=", id)
    .where("visibility", "=", "public")
    .where("hidden_at", "is", null)
    .executeTakeFirst();
  return open?.id;
}

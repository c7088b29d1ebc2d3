import { keepAway } from "../../people/keep-away.ts";
import type { Member } from "../../people/person.ts";
import { findPseud, findPseudByName } from "../../people/pseuds.ts";
import { listKeptAway } from "../../people/quiet-people.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { addRules, TooManyRules } from "../../works/change-rules.ts";
import { listRules, noParts, partsShape, type RuleParts } from "../../works/reader-rules.ts";
import { tagHere } from "../known-tags.ts";
import type { CopiedAccount } from "./copy-shape.ts";
import type { ListsHere } from "./lists-here.ts";
import type { OpenCopy } from "./open-copy.ts";
import { worksMeant } from "./works-meant.ts";

/** How much of what a member does not want to meet came in. */
export type QuietOutcome = { rules: number; rulesLeft: number; people: number; peopleLeft: number };

type Parts = {
  database: Database;
  member: Member;
  copy: OpenCopy;
  works: ReadonlyMap<string, string>;
  lists: ListsHere;
  now: number;
};

const longestName = 80;
/** Of one account's rules, and of people it keeps away: far above what an archive takes. */
const most = 5_000;

/**
 * Brings back rules, and whom somebody mutes and blocks, each with what it names here: tags, works and people who are here. A
 * rule of which nothing is left would hide nothing, and is left out. What stands here already is not made twice.
 */
export async function bringQuiet(parts: Parts): Promise<QuietOutcome> {
  return { ...(await bringRules(parts)), ...(await bringPeople(parts)) };
}

async function bringRules(parts: Parts): Promise<Pick<QuietOutcome, "rules" | "rulesLeft">> {
  const { database, member, copy, now } = parts;
  let rules = 0;
  let rulesLeft = Math.max(0, copy.account.rules.length - most);
  const inOrder = copy.account.rules.slice(0, most).toSorted((one, other) => one.position - other.position);
  for (const rule of inOrder) {
    const read = partsShape.safeParse(parsed(rule.parts));
    if (!read.success) {
      rulesLeft += 1;
      continue;
    }
    const fields = { name: rule.name.slice(0, longestName), manner: rule.manner };
    const outcome = await database.write(async (writer) => {
      const meant = await partsHere(writer, parts, rule, read.data);
      if (saysNothing(meant)) return "left";
      const same = JSON.stringify([fields.name, fields.manner, meant]);
      const own = await listRules(writer, member.accountId);
      if (own.some((one) => JSON.stringify([one.name, one.manner, one.parts]) === same)) return "here";
      try {
        await addRules(writer, member, [{ ...fields, parts: meant, isOn: rule.is_on === 1 }], now);
        return "brought";
      } catch (cause) {
        if (cause instanceof TooManyRules) return "left";
        throw cause;
      }
    });
    if (outcome === "left") rulesLeft += 1;
    if (outcome === "brought") rules += 1;
  }
  return { rules, rulesLeft };
}

/** What a rule names, by its ids here. */
async function partsHere(
  writer: Writer,
  { member, copy, works, lists }: Parts,
  rule: CopiedAccount["rules"][number],
  said: RuleParts,
): Promise<RuleParts> {
  const { filterTags } = copy.account;
  const each = async (ids: readonly string[], find: (id: string) => Promise<string | undefined>) => {
    const found: string[] = [];
    for (const id of new Set(ids)) {
      const here = await find(id);
      if (here !== undefined) found.push(here);
    }
    return found;
  };
  const tags = (ids: readonly string[]) =>
    each(ids, async (id) => {
      const tag = filterTags[id];
      const kindId = tag && lists.idOf("tagKinds", tag.kind);
      return tag && kindId ? tagHere(writer, member, kindId, tag.name) : undefined;
    });
  const people = (ids: readonly string[]) => each(ids, (id) => personHere(writer, id, rule.people[id]));
  const worksNamed = async (ids: readonly string[]) => {
    const asked = ids.map((id) => ({ id, words: rule.works[id] ?? null }));
    const meant = await worksMeant(writer, member, works, asked);
    return each(ids, async (id) => meant.get(id));
  };
  return {
    ...said,
    tags: await tags(said.tags),
    writers: await people(said.writers),
    works: await worksNamed(said.works),
    unsaid: said.unsaid.flatMap((id) => lists.idOf("warnings", id) ?? []),
    unlessTags: await tags(said.unlessTags),
    unlessWriters: await people(said.unlessWriters),
    unlessWorks: await worksNamed(said.unlessWorks),
  };
}

/** Whether a rule is about nothing at all; exceptions alone are about nothing. */
function saysNothing({
  bearing: _,
  unlessTags: __,
  unlessWriters: ___,
  unlessWorks: ____,
  ...parts
}: RuleParts) {
  const { bearing: _b, unlessTags: _t, unlessWriters: _w, unlessWorks: _k, ...nothing } = noParts;
  return JSON.stringify(parts) === JSON.stringify(nothing);
}

/** Who is meant by an id of another archive: that very name, where the copy was made here, or one that is called so. */
export async function personHere(
  writer: Writer,
  id: string,
  name: string | undefined,
): Promise<string | undefined> {
  const pseud = await findPseud(writer, id);
  if (pseud || name === undefined) return pseud?.id;
  return (await findPseudByName(writer, name.slice(0, longestName)))?.id;
}

async function bringPeople(parts: Parts): Promise<Pick<QuietOutcome, "people" | "peopleLeft">> {
  const { database, member, copy, now } = parts;
  const { muted, blocked, people: names } = copy.account;
  const wished = new Map<string, { muted: boolean; blocked: boolean }>();
  const wish = (id: string, how: "muted" | "blocked") =>
    wished.set(id, { ...(wished.get(id) ?? { muted: false, blocked: false }), [how]: true });
  for (const { pseud_id } of muted) wish(pseud_id, "muted");
  // Of a block whose name is gone nobody can tell whom it is of.
  for (const { pseud_id } of blocked) if (pseud_id !== null) wish(pseud_id, "blocked");
  let people = 0;
  let peopleLeft = Math.max(0, wished.size - most);
  for (const [id, how] of [...wished].slice(0, most)) {
    const outcome = await database.write(async (writer) => {
      const pseudId = await personHere(writer, id, names[id]);
      if (pseudId === undefined) return "left";
      const own = (await listKeptAway(writer, member.accountId)).find((one) => one.pseudId === pseudId);
      const isBlocked = own !== undefined && own.blockId !== null;
      const both = { muted: how.muted || own?.muted === true, blocked: how.blocked || isBlocked };
      if (both.muted === (own?.muted === true) && both.blocked === isBlocked) return "here";
      return (await keepAway(writer, member, pseudId, both, now)) === null ? "brought" : "left";
    });
    if (outcome === "brought") people += 1;
    if (outcome === "left") peopleLeft += 1;
  }
  return { people, peopleLeft };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

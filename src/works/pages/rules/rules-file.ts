import { z } from "zod";
import type { Member } from "../../../people/person.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../../../vocabulary/ids.ts";
import { mostRules, type RuleFields } from "../../change-rules.ts";
import { languageTag } from "../../languages.ts";
import { bearings, partsShape, type Rule } from "../../reader-rules.ts";
import { mostNameCharacters, saysNothing, tagsNamed, writersNamed } from "./rule-form.ts";
import type { FindTags, RuleNames } from "./rule-names.ts";

/**
 * Rules as a file that another archive can read: everything by the name it has, never by an id of this archive but for
 * works, which have nothing else.
 */
const names = z.array(z.string().max(500)).max(500).default([]);
const tags = z
  .array(z.object({ kind: z.string().max(60).optional(), name: z.string().max(500) }))
  .max(500)
  .default([]);
const number = z.number().int().min(1).max(999_999_999).nullable().default(null);
const fileShape = z.object({
  form: z.literal("pressie-rules"),
  version: z.literal(1),
  rules: z
    .array(
      z.object({
        name: z.string().max(mostNameCharacters).default(""),
        on: z.boolean().default(true),
        manner: z.enum(["fold", "hide"]).default("fold"),
        tags,
        bearing: z.enum(bearings).default("has"),
        writers: names,
        works: names,
        languages: names,
        languagesBut: names,
        fewerWords: number,
        moreWords: number,
        moreFandoms: number,
        warningsUnsaid: names,
        staleYears: number,
        unless: z.object({ tags, writers: names, works: names }).prefault({}),
      }),
    )
    .max(mostRules),
});
/** Read before the rules themselves: a hundred thousand of them are not looked at. */
const howMany = z.object({ form: z.literal("pressie-rules"), rules: z.array(z.unknown()) });
type RulesFile = z.input<typeof fileShape>;

/** All rules as the words of a file. What has no name here any more is left out. */
export function writeRulesFile(rules: readonly Rule[], known: RuleNames): string {
  const tagNames = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const tag = known.tags.get(id);
      return tag ? [{ kind: tag.kindId, name: tag.name }] : [];
    });
  const writerNames = (ids: readonly string[]) => ids.flatMap((id) => known.writers.get(id) ?? []);
  const file: RulesFile = {
    form: "pressie-rules",
    version: 1,
    rules: rules.map(({ name, isOn, manner, parts }) => ({
      name,
      on: isOn,
      manner,
      tags: tagNames(parts.tags),
      bearing: parts.bearing,
      writers: writerNames(parts.writers),
      works: parts.works,
      languages: parts.languages,
      languagesBut: parts.languagesBut,
      fewerWords: parts.fewerWords,
      moreWords: parts.moreWords,
      moreFandoms: parts.moreFandoms,
      warningsUnsaid: parts.unsaid,
      staleYears: parts.staleYears,
      unless: {
        tags: tagNames(parts.unlessTags),
        writers: writerNames(parts.unlessWriters),
        works: parts.unlessWorks,
      },
    })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The rules of a file with the names it has that nobody here knows; "none": it is no file of rules. */
export async function readRulesFile(
  reader: Reader,
  member: Member,
  findTags: FindTags,
  written: string,
): Promise<{ rules: RuleFields[]; unknown: string[] } | "none" | "too much"> {
  if (written.length > mostCharacters) return "too much";
  const said = parsed(written);
  if ((howMany.safeParse(said).data?.rules.length ?? 0) > mostRules) return "too much";
  const read = fileShape.safeParse(said);
  if (!read.success) return "none";
  if (namesIn(read.data.rules) > mostNames) return "too much";
  const unknown = new Set<string>();
  const tagIds = async (wanted: { kind?: string | undefined; name: string }[]) => {
    const ids: string[] = [];
    for (const [kind, group] of Map.groupBy(wanted, ({ kind }) => kind)) {
      const found = await tagsNamed(
        reader,
        member,
        findTags,
        group.map(({ name }) => name),
        kind,
      );
      ids.push(...found.ids);
      for (const name of found.unknown) unknown.add(name);
    }
    return ids;
  };
  const writerIds = async (wanted: string[]) => {
    const found = await writersNamed(reader, wanted);
    for (const name of found.unknown) unknown.add(name);
    return found.ids;
  };
  const rules: RuleFields[] = [];
  for (const rule of read.data.rules) {
    const parts = partsShape.safeParse({
      tags: await tagIds(rule.tags),
      bearing: rule.bearing,
      writers: await writerIds(rule.writers),
      works: rule.works.filter((id) => looksLikeId(id)),
      languages: rule.languages.flatMap((tag) => languageTag(tag) ?? []),
      languagesBut: rule.languagesBut.flatMap((tag) => languageTag(tag) ?? []),
      fewerWords: rule.fewerWords,
      moreWords: rule.moreWords,
      moreFandoms: rule.moreFandoms,
      unsaid: rule.warningsUnsaid.filter((id) => /^[a-z0-9-]{1,60}$/.test(id)),
      staleYears: rule.staleYears,
      unlessTags: await tagIds(rule.unless.tags),
      unlessWriters: await writerIds(rule.unless.writers),
      unlessWorks: rule.unless.works.filter((id) => looksLikeId(id)),
    });
    // A rule none of whose words mean anything here would hide nothing.
    if (parts.success && !saysNothing(parts.data))
      rules.push({ name: rule.name, manner: rule.manner, parts: parts.data, isOn: rule.on });
  }
  return { rules, unknown: [...unknown].slice(0, mostTold) };
}

/** A file larger than this, or of more names, would hold others up while it is read; nobody has written one. */
const mostCharacters = 2_000_000;
const mostNames = 20_000;

function namesIn(rules: z.output<typeof fileShape>["rules"]): number {
  return rules.reduce(
    (sum, { tags, writers, unless }) =>
      sum + tags.length + writers.length + unless.tags.length + unless.writers.length,
    0,
  );
}

/** Unknown names told; a file from elsewhere may be all of them. */
const mostTold = 50;

function parsed(written: string): unknown {
  try {
    return JSON.parse(written.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

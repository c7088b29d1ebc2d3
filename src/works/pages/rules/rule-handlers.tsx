import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { attachment } from "../../../plumbing/http/content-disposition.ts";
import { type FormValues, readForm } from "../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import {
  addRules,
  changeRule,
  findRule,
  mostRules,
  type RuleFields,
  removeRule,
  TooManyRules,
} from "../../change-rules.ts";
import { findReadManner } from "../../read-works.ts";
import { listRules, noParts, type RuleParts } from "../../reader-rules.ts";
import { emptyRule, readRule, type TypedRule, typedIn, typedRule } from "./rule-form.ts";
import { type FindTags, findRuleNames, type RuleNames } from "./rule-names.ts";
import { RulePage } from "./rule-page.tsx";
import { readRulesFile, writeRulesFile } from "./rules-file.ts";
import { type BroughtIn, RulesPage } from "./rules-page.tsx";

/** What the pages of rules are made from; which tags exist for somebody another room knows. */
export type RuleRoom = { database: Database; findTags: FindTags };

/** A reader's own rules. */
export function showRules(room: RuleRoom): ArchiveHandler {
  return async (context) => answerRules(context, room, {});
}

async function answerRules(
  context: ArchiveContext,
  { database, findTags }: RuleRoom,
  told: { pasted?: string; errors?: FieldErrors; broughtIn?: BroughtIn },
) {
  const member = memberOf(context);
  const rules = await listRules(database.reading, member.accountId);
  const names = await findRuleNames(
    database.reading,
    member,
    findTags,
    rules.map(({ parts }) => parts),
  );
  const { pasted = "", errors = {}, broughtIn = null } = told;
  return context.html(
    <RulesPage
      page={context.var.page}
      rules={rules}
      names={names}
      words={(context.req.query("words") ?? "").slice(0, mostWords)}
      readManner={await findReadManner(database.reading, member)}
      pasted={pasted}
      errors={errors}
      broughtIn={broughtIn}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

/** Nobody looks for more among their rules. */
const mostWords = 200;

/** The form of a new rule. */
export function showNewRule(room: RuleRoom): ArchiveHandler {
  return async (context) => answerRule(context, room, null, emptyRule, [noParts], {});
}

/** Makes a rule. */
export function handleNewRule(room: RuleRoom): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const typed = typedIn(await readForm(context));
    const { t } = context.var.page;
    const read = await readRule(room.database.reading, member, room.findTags, typed, t);
    const all = [namedIn(typed)];
    if ("errors" in read) return answerRule(context, room, null, typed, all, read.errors);
    try {
      await room.database.write((writer) => addRules(writer, member, [read.fields], Date.now()));
    } catch (cause) {
      if (!(cause instanceof TooManyRules)) throw cause;
      return answerRule(context, room, null, typed, all, { name: tooMany(context) });
    }
    context.var.sayNext("rule-saved");
    return context.redirect(urls.readerRules(), 303);
  };
}

/** One rule's form. */
export function showRule(room: RuleRoom): ArchiveHandler {
  return async (context) => {
    const { member, rule } = await ruleOf(context, room);
    const names = await findRuleNames(room.database.reading, member, room.findTags, [rule.parts]);
    return answerRule(context, room, rule.id, typedRule(rule, names), [rule.parts], {});
  };
}

/** Changes a rule. What it names that has no name here just now stays in it. */
export function handleRule(room: RuleRoom): ArchiveHandler {
  return async (context) => {
    const { member, rule } = await ruleOf(context, room);
    const typed = typedIn(await readForm(context));
    const reader = room.database.reading;
    const read = await readRule(reader, member, room.findTags, typed, context.var.page.t);
    if ("errors" in read) return answerRule(context, room, rule.id, typed, [rule.parts], read.errors);
    const names = await findRuleNames(reader, member, room.findTags, [rule.parts]);
    const fields = { ...read.fields, parts: withNameless(read.fields.parts, rule.parts, names) };
    try {
      await room.database.write((writer) => changeRule(writer, member, rule.id, fields, Date.now()));
    } catch (cause) {
      if (!(cause instanceof TooManyRules)) throw cause;
      return answerRule(context, room, rule.id, typed, [rule.parts], { name: tooMany(context) });
    }
    context.var.sayNext("rule-saved");
    return context.redirect(urls.readerRules(), 303);
  };
}

/** Switches a rule on or off, or says what becomes of the works it means. */
export function handleRuleSwitch({ database }: RuleRoom): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const manner = (["fold", "hide"] as const).find((each) => each === form.text("manner"));
    const changes = manner ? { manner } : { isOn: form.text("on") === "yes" };
    const id = context.req.param("ruleId") ?? "";
    await database.write((writer) => changeRule(writer, member, id, changes, Date.now()));
    // Among two hundred rules one stays with the one that was pressed.
    return context.redirect(`${urls.readerRules()}#rule-${encodeURIComponent(id)}`, 303);
  };
}

/** Removes a rule. */
export function handleRuleRemoval({ database }: RuleRoom): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    await database.write((writer) => removeRule(writer, member, context.req.param("ruleId") ?? ""));
    context.var.sayNext("rule-removed");
    return context.redirect(urls.readerRules(), 303);
  };
}

/** All rules as one small file. */
export function sendRulesFile({ database, findTags }: RuleRoom): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const rules = await listRules(database.reading, member.accountId);
    const parts = rules.map((rule) => rule.parts);
    const names = await findRuleNames(database.reading, member, findTags, parts);
    context.header("content-disposition", attachment("pressie-rules.json"));
    return context.body(writeRulesFile(rules, names), 200, {
      "content-type": "application/json; charset=utf-8",
    });
  };
}

/** Adds the rules of a file, or of pasted words, to those there are; what stands there already is not added again. */
export function handleRulesFile(room: RuleRoom): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const pasted = form.text("pasted");
    const written = await wordsOf(form, pasted);
    const read = await readRulesFile(room.database.reading, member, room.findTags, written);
    if (read === "none" || read === "too much")
      return answerRules(context, room, {
        pasted,
        errors: {
          file:
            read === "none"
              ? t("That is no file of rules of Pressie. Choose the one you took along.")
              : tooMany(context),
        },
      });
    try {
      const count = await room.database.write(async (writer) => {
        const known = new Set((await listRules(writer, member.accountId)).map(whatItSays));
        const others = read.rules.filter((rule) => !known.has(whatItSays(rule)));
        await addRules(writer, member, others, Date.now());
        return others.length;
      });
      const already = read.rules.length - count;
      return answerRules(context, room, { broughtIn: { count, already, unknown: read.unknown } });
    } catch (cause) {
      if (!(cause instanceof TooManyRules)) throw cause;
      return answerRules(context, room, { pasted, errors: { file: tooMany(context) } });
    }
  };
}

/** The same for two rules that hide the same, in the same manner and under the same name. */
function whatItSays({ name, manner, parts }: RuleFields): string {
  return JSON.stringify({ name, manner, parts }, (_, value) =>
    Array.isArray(value) ? value.toSorted() : value,
  );
}

async function wordsOf(form: FormValues, pasted: string): Promise<string> {
  const file = form.file("file");
  return file ? await file.text() : pasted;
}

async function ruleOf(context: ArchiveContext, { database }: RuleRoom) {
  const member = memberOf(context);
  const rule = await findRule(database.reading, member, context.req.param("ruleId") ?? "");
  if (!rule) throw new NotFound();
  return { member, rule };
}

function tooMany(context: ArchiveContext): string {
  return context.var.page.t(
    "No more than {count, number} rules are kept, and together they may name some ten thousand things. Take something out first.",
    { count: mostRules },
  );
}

async function answerRule(
  context: ArchiveContext,
  { database, findTags }: RuleRoom,
  id: string | null,
  typed: TypedRule,
  named: RuleParts[],
  errors: FieldErrors,
) {
  const names = await findRuleNames(database.reading, memberOf(context), findTags, named);
  return context.html(
    <RulePage page={context.var.page} id={id} typed={typed} errors={errors} names={names} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

/** The works a form names, whose titles stand beside their boxes. */
function namedIn(typed: TypedRule): RuleParts {
  return { ...noParts, works: typed.works, unlessWorks: typed.unlessWorks };
}

function withNameless(parts: RuleParts, before: RuleParts, names: RuleNames): RuleParts {
  const kept = (ids: string[], known: string[], has: (id: string) => boolean) => [
    ...new Set([...ids, ...known.filter((id) => !has(id))]),
  ];
  const isTag = (id: string) => names.tags.has(id);
  const isWriter = (id: string) => names.writers.has(id);
  return {
    ...parts,
    tags: kept(parts.tags, before.tags, isTag),
    unlessTags: kept(parts.unlessTags, before.unlessTags, isTag),
    writers: kept(parts.writers, before.writers, isWriter),
    unlessWriters: kept(parts.unlessWriters, before.unlessWriters, isWriter),
  };
}

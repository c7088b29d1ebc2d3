import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import { safeReturnPath } from "../../../people/return-path.ts";
import { type FormValues, readForm } from "../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { quietId } from "../../asked-to-see.ts";
import { addRules, changeRule, TooManyRules } from "../../change-rules.ts";
import { oneLine } from "../../name-list.ts";
import { listRules, noParts, partsShape, type Rule, type RuleParts } from "../../reader-rules.ts";
import type { Work } from "../../work.ts";
import { findWork } from "../../works.ts";
import { HideLikePage, type TypedLikeness } from "./hide-like-page.tsx";
import { mostNameCharacters, saysNothing } from "./rule-form.ts";
import type { RuleRoom } from "./rule-handlers.tsx";
import { findRuleNames } from "./rule-names.ts";

/** The parts of a form for one press, and of the one where more can be chosen. */
const nothingTyped: TypedLikeness = {
  tags: [],
  writers: [],
  work: false,
  language: false,
  manner: "fold",
  name: "",
  into: "",
};

/** Rules offered to put more into: the newest. */
const mostOffered = 50;

/** Asks what about a work its reader does not want to meet. */
export function showHideLike(room: RuleRoom): ArchiveHandler {
  return async (context) => {
    memberOf(context);
    const from = placeToReturn(context.req.query("from") ?? "");
    return answer(context, room, await workOf(context, room), nothingTyped, from, {});
  };
}

/** Makes a rule of what was ticked, or puts it into one there is. */
export function handleHideLike(room: RuleRoom): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const work = await workOf(context, room);
    const { t } = context.var.page;
    const form = await readForm(context);
    const back = placeToReturn(form.text("back"));
    const pressed = pressedIn(form.text("press"));
    const typed = pressed ?? typedIn(form);
    const parts = partsOf(work, typed);
    if (saysNothing(parts))
      return answer(context, room, work, typed, back, { like: t("Tick at least one thing.") });
    if (typed.name.length > mostNameCharacters)
      return answer(context, room, work, typed, back, {
        name: t("At most {count, plural, one {# character} other {# characters}}.", {
          count: mostNameCharacters,
        }),
      });
    const manner = typed.manner === "hide" ? "hide" : "fold";
    try {
      await room.database.write(async (writer) => {
        const rules = await listRules(writer, member.accountId);
        const into = pressed
          ? rules.findLast((rule) => gathers(rule, parts))
          : rules.find(({ id }) => id === typed.into);
        const now = Date.now();
        if (!into) await addRules(writer, member, [{ name: typed.name, manner, parts }], now);
        else await changeRule(writer, member, into.id, { parts: joined(into.parts, parts) }, now);
      });
    } catch (cause) {
      if (!(cause instanceof TooManyRules)) throw cause;
      return answer(context, room, work, typed, back, {
        into: t("No more rules are kept. Put it into one you have."),
      });
    }
    context.var.sayNext("like-hidden");
    return context.redirect(back === "" ? urls.readerRules() : `${back}#${quietId(work.id)}`, 303);
  };
}

function typedIn(form: FormValues): TypedLikeness {
  const like = form.all("like");
  return {
    tags: form.all("tags"),
    writers: form.all("writers"),
    work: like.includes("work"),
    language: like.includes("language"),
    manner: form.text("manner"),
    name: oneLine(form.text("name")),
    into: form.text("into"),
  };
}

/** What one press says; null: none of those buttons was pressed. */
function pressedIn(press: string): TypedLikeness | null {
  const [kind = "", id = ""] = press.split(" ");
  switch (kind) {
    case "work":
      return { ...nothingTyped, work: true };
    case "language":
      return { ...nothingTyped, language: true };
    case "writer":
      return { ...nothingTyped, writers: [id] };
    case "tag":
      return { ...nothingTyped, tags: [id] };
    default:
      return null;
  }
}

/**
 * Whether a rule is where one press puts such a thing: nameless, on, and about nothing else. A hundred presses make no hundred
 * rules, and how the reader changed that rule holds for what comes into it.
 */
function gathers({ name, isOn, parts }: Rule, pressed: RuleParts): boolean {
  const sorts = ["tags", "writers", "works", "languages"] as const;
  const sort = sorts.find((each) => pressed[each].length > 0);
  if (sort === undefined || name !== "" || !isOn || parts[sort].length >= mostGathered) return false;
  const alone: RuleParts = { ...noParts, [sort]: parts[sort], bearing: pressed.bearing };
  return parts[sort].length > 0 && JSON.stringify(partsShape.parse(alone)) === JSON.stringify(parts);
}

/** As a rule holds no more of anything. */
const mostGathered = 400;

/** Only a place of this archive leads back; "": nobody said which. */
function placeToReturn(asked: string): string {
  return asked !== "" && safeReturnPath(asked) === asked ? asked : "";
}

async function workOf(context: ArchiveContext, { database }: RuleRoom): Promise<Work> {
  const work = await findWork(database.reading, context.var.person, context.req.param("workId") ?? "");
  if (!work) throw new NotFound();
  return work;
}

/** Only what is on the work: a form says nothing of other tags and other people. */
function partsOf(work: Work, typed: TypedLikeness): RuleParts {
  const writers = work.anonymous ? [] : work.creators.flatMap(({ pseudId }) => pseudId ?? []);
  return {
    ...noParts,
    tags: work.tags.map(({ tagId }) => tagId).filter((id) => typed.tags.includes(id)),
    // Who ticks a tag that is only mentioned there means mentions.
    bearing: work.tags.some(({ tagId, weight }) => weight === "mention" && typed.tags.includes(tagId))
      ? "mentions"
      : "has",
    writers: writers.filter((id) => typed.writers.includes(id)),
    works: typed.work ? [work.id] : [],
    languages: typed.language ? [work.language] : [],
  };
}

function joined(one: RuleParts, other: RuleParts): RuleParts {
  const both = (mine: string[], theirs: string[]) => [...new Set([...mine, ...theirs])];
  return {
    ...one,
    tags: both(one.tags, other.tags),
    bearing: other.bearing === "mentions" ? "mentions" : one.bearing,
    writers: both(one.writers, other.writers),
    works: both(one.works, other.works),
    languages: both(one.languages, other.languages),
  };
}

async function answer(
  context: ArchiveContext,
  room: RuleRoom,
  work: Work,
  typed: TypedLikeness,
  back: string,
  errors: FieldErrors,
) {
  const member = memberOf(context);
  const { reading } = room.database;
  const rules: Rule[] = (await listRules(reading, member.accountId)).slice(-mostOffered);
  const parts = rules.map((rule) => rule.parts);
  const names = await findRuleNames(reading, member, room.findTags, parts);
  return context.html(
    <HideLikePage
      page={context.var.page}
      work={work}
      rules={rules}
      names={names}
      typed={typed}
      back={back}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

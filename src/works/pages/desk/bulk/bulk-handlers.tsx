import { memberOf } from "../../../../people/member-only.ts";
import type { Member } from "../../../../people/person.ts";
import { findOwnPseuds } from "../../../../people/pseuds.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { type KindInUse, listTagKinds } from "../../../../tags/tags.ts";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { changeChosenWorks, Obstructed } from "../../../bulk/change-chosen-works.ts";
import { findChosenWorks } from "../../../bulk/chosen-works.ts";
import { type BulkWish, planChanges } from "../../../bulk/planned-change.ts";
import { SavedMeanwhile } from "../../../own-work.ts";
import { listOwnWorks } from "../../../own-works.ts";
import {
  type BulkValues,
  bulkFieldNames,
  bulkSteps,
  emptyBulkValues,
  parseBulk,
  readBulkValues,
  readChosen,
} from "./bulk-form.ts";
import { BulkPage } from "./bulk-page.tsx";
import { PlanPage } from "./plan-page.tsx";

/** Shows a writer's works to choose from. */
export function showOwnWorks(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const works = await standingWorks(database, member);
    const choice = context.req.query("choose");
    const chosen = works.filter(
      ({ status }) =>
        choice === "all" ||
        (choice === "published" && status === "published") ||
        (choice === "drafts" && status === "draft"),
    );
    const ids = new Set(chosen.map(({ id }) => id));
    return askAgain(context, database, member, ids, emptyBulkValues(), {});
  };
}

/** Says what would change, or changes it: all of the works chosen, or none. */
export function handleOwnWorks(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { t } = context.var.page;
    const form = await readForm(context);
    const [kinds, pseuds] = await Promise.all([
      listTagKinds(database.reading),
      findOwnPseuds(database.reading, member.accountId),
    ]);
    const values = readBulkValues(form, kinds);
    const chosen = readChosen(form);
    const step = form.text(bulkSteps.name);
    const ids = new Set(chosen.keys());
    if (step === bulkSteps.back) return askAgain(context, database, member, ids, values, {});
    const { fields: wish, errors } = parseBulk(values, kinds, pseuds, t);
    const none: FieldErrors =
      chosen.size === 0 ? { [bulkFieldNames.works]: t("Choose at least one work.") } : {};
    if (errors || chosen.size === 0)
      return askAgain(context, database, member, ids, values, { ...none, ...errors }, 422);
    const plan = (overtaken: boolean) =>
      showPlan(context, database, member, { chosen, wish, kinds, values, overtaken });
    if (step !== bulkSteps.change) return plan(false);
    try {
      await database.write((writer) => changeChosenWorks(writer, member, chosen, wish, Date.now()));
    } catch (cause) {
      if (cause instanceof SavedMeanwhile || cause instanceof Obstructed) return plan(true);
      throw cause;
    }
    context.var.sayNext("works-changed");
    return context.redirect(urls.desk(), 303);
  };
}

async function showPlan(
  context: ArchiveContext,
  database: Database,
  member: Member,
  asked: {
    chosen: Map<string, number>;
    wish: BulkWish;
    kinds: KindInUse[];
    values: BulkValues;
    overtaken: boolean;
  },
) {
  const { chosen, wish, ...shown } = asked;
  const works = await findChosenWorks(database.reading, member, [...chosen.keys()]);
  const planned = planChanges(works, wish);
  return context.html(
    <PlanPage page={context.var.page} planned={planned} {...shown} />,
    asked.overtaken ? 409 : 200,
  );
}

async function askAgain(
  context: ArchiveContext,
  database: Database,
  member: Member,
  chosen: ReadonlySet<string>,
  values: BulkValues,
  errors: FieldErrors,
  status: 200 | 422 = 200,
) {
  const [works, kinds, pseuds] = await Promise.all([
    standingWorks(database, member),
    listTagKinds(database.reading),
    findOwnPseuds(database.reading, member.accountId),
  ]);
  return context.html(
    <BulkPage page={context.var.page} {...{ works, kinds, pseuds, chosen, values, errors }} />,
    status,
  );
}

async function standingWorks(database: Database, member: Member) {
  const works = await listOwnWorks(database.reading, member);
  return works.filter(({ removedAt }) => removedAt === null);
}

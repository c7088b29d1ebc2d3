import { memberOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { pageAsked } from "../../plumbing/http/page-asked.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { urls } from "../../vocabulary/urls.ts";
import { isSubscriptionKind, isSubscriptionRhythm } from "../kinds.ts";
import { type FollowedElsewhere, findSubjects } from "../subjects.ts";
import { changeRhythm, FollowsTooMuch, listSubscriptions, subscribe, unsubscribe } from "../subscriptions.ts";
import { followId } from "./show-follow.tsx";
import { SubscriptionsPage } from "./subscriptions-page.tsx";

type Parts = {
  database: Database;
  settings: SettingsKeeper;
  post: Pick<Post, "travels">;
  elsewhere: FollowedElsewhere;
};

/** Shows a member what they follow. */
export function showSubscriptions(parts: Parts): ArchiveHandler {
  return (context) => answer(context, parts, null);
}

/** Follows something, changes how, or follows it no longer; leads back to the page where the button stood. */
export function handleSubscriptions(parts: Parts): ArchiveHandler {
  const { database, settings, elsewhere } = parts;
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const typed = form.text("rhythm");
    const rhythm = isSubscriptionRhythm(typed) ? typed : "site";
    const [change, remove] = [form.text("change"), form.text("remove")];
    if (remove !== "") {
      await database.write((writer) => unsubscribe(writer, member, remove));
      context.var.sayNext("followed-no-longer");
      return context.redirect(urls.subscriptions(), 303);
    }
    if (change !== "") {
      await database.write((writer) => changeRhythm(writer, member, change, rhythm));
      context.var.sayNext("telling-changed");
      return context.redirect(urls.subscriptions({ of: change }), 303);
    }
    const kind = form.text("kind");
    if (!isSubscriptionKind(kind)) throw new NotFound();
    const target = { kind, targetId: form.text("target") };
    const subject = (await findSubjects(database.reading, elsewhere, member, [target]))(target);
    if (!subject) throw new NotFound();
    const { subscriptionsKept: most } = await settings.current();
    const { locale, t } = context.var.page;
    try {
      await database.write((writer) =>
        subscribe(writer, member, target, rhythm, { locale, most }, Date.now()),
      );
    } catch (cause) {
      if (!(cause instanceof FollowsTooMuch)) throw cause;
      return answer(
        context,
        parts,
        t("You follow {most, number} things, as many as this archive lets one follow.", { most }),
      );
    }
    context.var.sayNext("followed");
    return context.redirect(`${subject.href}#${followId}`, 303);
  };
}

async function answer(context: ArchiveContext, { database, post, elsewhere }: Parts, refused: string | null) {
  const member = memberOf(context);
  const all = await listSubscriptions(database.reading, member);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const current = Math.min(pages, placeAsked(context, all));
  // Names are found for a page of them: who follows thousands keeps nobody waiting.
  const subscriptions = all.slice((current - 1) * perPage, current * perPage);
  const subjectOf = await findSubjects(database.reading, elsewhere, member, subscriptions);
  return context.html(
    <SubscriptionsPage
      page={context.var.page}
      followed={subscriptions.map((one) => ({ ...one, subject: subjectOf(one) }))}
      pages={pages}
      current={current}
      sendsLetters={post.travels}
      refused={refused}
    />,
    refused === null ? 200 : 422,
  );
}

/** What is followed, on one page. */
const perPage = 100;

/** The page an address asks for, by its number or by what stands on it. */
function placeAsked(context: ArchiveContext, all: readonly { id: string }[]): number {
  const of = context.req.query("of");
  const place = of === undefined ? -1 : all.findIndex(({ id }) => id === of);
  if (place >= 0) return Math.floor(place / perPage) + 1;
  return pageAsked(context);
}

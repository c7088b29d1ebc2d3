import { memberOf } from "../../people/member-only.ts";
import { findPreferences } from "../../people/preferences.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { siteAddress } from "../../plumbing/http/site-address.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addressOf } from "../address-of.ts";
import { isRhythm, type Rhythm, type Topic } from "../kinds.ts";
import { changeFeedKey, changeTelling, choicesBy, findChoices, findTelling, usualTime } from "../telling.ts";
import { TellingPage } from "./telling-page.tsx";

type Parts = { database: Database; post: Pick<Post, "travels">; publicAddress: string | null };

/** Shows a member by what they are told. */
export function showTelling({ database, post, publicAddress }: Parts): ArchiveHandler {
  return async (context) => {
    const { accountId } = memberOf(context);
    const { reading } = database;
    const telling = await findTelling(reading, accountId);
    const { timeZone } = await findPreferences(reading, accountId);
    const site = siteAddress(context, publicAddress);
    return context.html(
      <TellingPage
        page={context.var.page}
        telling={{
          choices: await findChoices(reading, accountId),
          hour: telling?.hour ?? usualTime.hour,
          weekday: telling?.weekday ?? usualTime.weekday,
          mail: (telling?.mailStoppedAt ?? null) === null,
        }}
        timeZone={timeZone}
        email={post.travels ? await addressOf(reading, accountId) : null}
        feed={
          telling
            ? {
                atom: site + urls.ownFeed(telling.feedKey),
                json: site + urls.ownFeed(telling.feedKey, "json"),
              }
            : null
        }
      />,
    );
  };
}

/** Keeps what a member chose; what is no choice leaves what stands. */
export function handleTelling({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const { accountId } = memberOf(context);
    const form = await readForm(context);
    const before = await findChoices(database.reading, accountId);
    const of = (topic: Topic): Rhythm => {
      const typed = form.text(`topic-${topic}`);
      return isRhythm(typed) ? typed : before[topic];
    };
    const chosen = {
      choices: choicesBy(of),
      hour: numberIn(form.text("hour"), 23, usualTime.hour),
      weekday: numberIn(form.text("weekday"), 6, usualTime.weekday),
      mail: form.text("mail") === "yes",
      locale: context.var.page.locale,
    };
    await database.write((writer) => changeTelling(writer, accountId, chosen, Date.now()));
    context.var.sayNext("telling-changed");
    return context.redirect(urls.telling(), 303);
  };
}

/** Gives a member's own feed an address, or another one. */
export function handleOwnFeedKey({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const { accountId } = memberOf(context);
    const { locale } = context.var.page;
    await database.write((writer) => changeFeedKey(writer, accountId, locale, Date.now()));
    context.var.sayNext("feed-address-changed");
    return context.redirect(urls.telling(), 303);
  };
}

function numberIn(typed: string, most: number, otherwise: number): number {
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : Number.NaN;
  return number <= most ? number : otherwise;
}

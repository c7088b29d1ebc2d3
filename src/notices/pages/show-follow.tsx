import type { Database } from "../../plumbing/database/database.ts";
import type { Post } from "../../plumbing/mail/post.ts";
import { HiddenField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { AfterStory } from "../../works/after-story.ts";
import type { Followable, FollowSlot } from "../../works/follow-slot.ts";
import { findSubscription, type Subscription } from "../subscriptions.ts";
import { rhythmName } from "../topic-names.ts";
import { rhythmChoices } from "./rhythm-choices.ts";

/** The line's id: whoever followed something comes back to it. */
export const followId = "follow";

type Parts = { database: Database; post: Pick<Post, "travels"> };

/** Lets members follow what a page is about. */
export function showFollow({ database, post }: Parts): FollowSlot {
  return async (context, followable) => {
    const { person, page } = context.var;
    if (person.kind === "visitor") return null;
    const target = { kind: followable.kind, targetId: followable.id };
    const known = await findSubscription(database.reading, person, target);
    return <Follow page={page} followable={followable} known={known} sendsLetters={post.travels} />;
  };
}

/** The same after a story, where readers have it and did not write it. */
export function showFollowWork(parts: Parts): AfterStory {
  const follow = showFollow(parts);
  return async (context, work) =>
    work.status !== "published" || work.mine ? null : follow(context, { kind: "work", id: work.id });
}

function Follow(props: {
  page: Page;
  followable: Followable;
  known: Subscription | undefined;
  sendsLetters: boolean;
}) {
  const { page, followable, known } = props;
  const { t } = page;
  if (known)
    return (
      <p class="follow quiet" id={followId} tabindex={-1}>
        {t("You follow this: {how}.", { how: rhythmName(t, known.rhythm) })}{" "}
        <a href={urls.subscriptions({ of: known.id })}>{t("Change that")}</a>
      </p>
    );
  const id = `follow-${followable.kind}`;
  return (
    <form method="post" action={urls.subscriptions()} class="follow">
      <HiddenField name="kind" value={followable.kind} />
      <HiddenField name="target" value={followable.id} />
      <label for={id}>{followName(page, followable)}</label>
      <select id={id} name="rhythm">
        {rhythmChoices(t, props.sendsLetters).map(({ value, label }) => (
          <option value={value} selected={value === (props.sendsLetters ? "daily" : "site")}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" class="button button-quiet">
        {t("Follow")}
      </button>
    </form>
  );
}

function followName({ t }: Page, { kind }: Followable): string {
  switch (kind) {
    case "author":
      return t("Tell me of new stories and chapters by this writer");
    case "work":
      return t("Tell me when this story goes on");
    case "series":
      return t("Tell me when this series goes on");
    case "tag":
      return t("Tell me of new stories here");
    case "shelf":
      return t("Tell me what is put on this shelf");
    case "filter":
      return t("Tell me of new stories this filter finds");
  }
}

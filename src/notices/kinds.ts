/** How soon somebody is told: by a letter at once, in the letter of the day or the week, or only on the site. */
export const rhythms = ["at once", "daily", "weekly", "site"] as const;
export type Rhythm = (typeof rhythms)[number];

/** What is subscribed to may also be told by feed alone. */
export const subscriptionRhythms = ["at once", "daily", "weekly", "feed", "site"] as const;
export type SubscriptionRhythm = (typeof subscriptionRhythms)[number];

/** What concerns a member themselves, as they choose how to be told of it. */
export const topics = ["comments", "replies", "held", "kudos", "gifts", "names", "related", "works"] as const;
export type Topic = (typeof topics)[number];

/** What one notice says, and which choice it follows; updates follow the subscription that asked for them. */
export const topicOf = {
  comment: "comments",
  reply: "replies",
  held: "held",
  kudos: "kudos",
  gift: "gifts",
  "gift-refused": "gifts",
  invited: "names",
  accepted: "names",
  declined: "names",
  left: "names",
  "related-asked": "related",
  "related-answered": "related",
  "taken-down": "works",
  work: null,
  chapter: null,
  news: null,
  shelved: null,
} as const satisfies Record<string, Topic | null>;

export type NoticeKind = keyof typeof topicOf;

/** What can be subscribed to. A fandom is a tag. */
const subscriptionKinds = ["author", "work", "series", "tag", "shelf", "filter"] as const;
export type SubscriptionKind = (typeof subscriptionKinds)[number];

export function isRhythm(word: string): word is Rhythm {
  return rhythms.some((rhythm) => rhythm === word);
}

export function isSubscriptionRhythm(word: string): word is SubscriptionRhythm {
  return subscriptionRhythms.some((rhythm) => rhythm === word);
}

export function isSubscriptionKind(word: string): word is SubscriptionKind {
  return subscriptionKinds.some((kind) => kind === word);
}

/** The soonest of several; a letter before a feed, a feed before the site alone. */
export function soonest(wished: readonly SubscriptionRhythm[]): SubscriptionRhythm {
  return subscriptionRhythms.find((rhythm) => wished.includes(rhythm)) ?? "site";
}

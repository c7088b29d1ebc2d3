import { z } from "zod";

/*
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), by the headings of its text. Anything it does not name is
 * refused: "publishers can use custom objects" only under names that begin with an underscore, which ours do not.
 */

const address = z.url({ protocol: /^https?$/ });
/** RFC 3339. */
const moment = z.iso.datetime({ offset: true });
/** RFC 5646. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/);
const words = z.string().refine((text) => text.trim() !== "");

/** "Top-level", authors: at least one of the three. */
const author = z
  .strictObject({ name: words.optional(), url: address.optional(), avatar: address.optional() })
  .refine((one) => Object.keys(one).length > 0, "authors: at least one property");
const authors = z.array(author).min(1).optional();

/** "Items". */
const item = z
  .strictObject({
    id: words,
    url: address.optional(),
    external_url: address.optional(),
    title: words.optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: moment.optional(),
    date_modified: moment.optional(),
    authors,
    tags: z.array(words).optional(),
    language: language.optional(),
  })
  .refine((one) => one.content_html !== undefined || one.content_text !== undefined, "Items: content");

/** "Top-level". */
export const jsonFeedRules = z
  .strictObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: words,
    home_page_url: address,
    feed_url: address,
    description: words.optional(),
    next_url: address.optional(),
    icon: address.optional(),
    favicon: address.optional(),
    authors,
    language: language.optional(),
    expired: z.boolean().optional(),
    items: z.array(item),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, "Items: ids differ");

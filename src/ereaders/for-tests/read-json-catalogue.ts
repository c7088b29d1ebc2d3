import { z } from "zod";

/*
 * The rules of OPDS 2.0 (https://drafts.opds.io/opds-2.0) and its JSON schemas that bind what we send: sections 1 (feeds),
 * 2.1 (navigation), 5.1 (publications), 5.2 (images), 5.3 (acquisition links).
 */

const absolute = z.string().refine((href) => URL.canParse(href.replace(/\{.*\}/, "")), "an absolute address");
/** link.schema.json; an address with braces says that it is a template, and no other does. */
const linkShape = z.strictObject({
  href: absolute,
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  rel: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  templated: z.literal(true).optional(),
  properties: z.strictObject({ numberOfItems: z.number().int().min(0) }).optional(),
  height: z.number().int().min(1).optional(),
  width: z.number().int().min(1).optional(),
});
const saysItsTemplate = ({ href, templated }: z.infer<typeof linkShape>) =>
  (templated ?? false) === /[{}]/.test(href);
const link = linkShape.refine(saysItsTemplate, "a template says so");
/** metadata.schema.json of the Readium manifest: BCP 47. */
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*$/);
const date = z.iso.datetime();
const contributor = z.strictObject({ name: z.string().min(1), links: z.array(link).min(1).optional() });
const hasOne = (rel: RegExp) => (links: { rel?: string | undefined }[]) =>
  links.filter((one) => rel.test(one.rel ?? "")).length === 1;

/** A publication (section 5.1): metadata, a link to itself, one to acquire it, and a picture every reader can show. */
export const jsonPublicationRules = z.strictObject({
  metadata: z.strictObject({
    "@type": z.literal("http://schema.org/Book"),
    title: z.string().min(1),
    identifier: z.url(),
    language,
    modified: date,
    published: date.optional(),
    author: z.array(contributor).min(1).optional(),
    description: z.string().optional(),
    subject: z.array(contributor.extend({ scheme: absolute })).optional(),
    belongsTo: z
      .strictObject({ series: z.array(contributor.extend({ position: z.number().min(0).optional() })) })
      .optional(),
  }),
  links: z
    .array(link)
    .refine(hasOne(/^self$/), "5.1: a link to itself")
    .refine(hasOne(/^http:\/\/opds-spec\.org\/acquisition(\/open-access)?$/), "5.3: an acquisition link"),
  images: z
    .array(link)
    .min(1)
    .refine((all) => all.some(({ type }) => /^image\/(jpeg|png|gif)$/.test(type)), "5.2"),
});

const feed = z
  .strictObject({
    metadata: z.strictObject({
      title: z.string().min(1),
      modified: date,
      numberOfItems: z.number().int().min(0).optional(),
      itemsPerPage: z.number().int().min(1).optional(),
    }),
    links: z
      .array(link)
      .refine(hasOne(/^self$/), "1: a link to itself")
      .refine(
        (all) =>
          all.every(
            ({ rel, href, templated }) => rel !== "search" || (templated && href.endsWith("{?query}")),
          ),
        "3: search is a template",
      ),
    navigation: z.array(linkShape.required({ title: true }).refine(saysItsTemplate)).optional(),
    publications: z.array(jsonPublicationRules).optional(),
  })
  .refine(({ navigation, publications }) => navigation !== undefined || publications !== undefined, "1");

export type JsonFeed = z.infer<typeof feed>;

/** Holds what was sent to the rules of a feed. */
export function checkJsonFeed(sent: unknown): JsonFeed {
  return feed.parse(sent);
}

/** What stands in it, in order. */
export function titlesInJson({ navigation, publications }: JsonFeed): string[] {
  return navigation?.map(({ title }) => title) ?? (publications ?? []).map(({ metadata }) => metadata.title);
}

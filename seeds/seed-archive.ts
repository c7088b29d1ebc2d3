import { z } from "zod";

/** Clean HTML in the stored form of `src/story-text/`; empty when the writer said nothing. */
const noteHtml = z.string().default("");
const sentence = z.string().trim().min(1);
const tags = z.array(sentence).default([]);

const pseud = z.strictObject({ name: sentence, about: noteHtml });

const account = z.strictObject({
  email: z.email().endsWith("@example.org"),
  role: z.enum(["owner", "moderator", "member"]),
  language: sentence,
  pseuds: z.array(pseud).min(1),
});

const abbreviation = z.strictObject({ abbreviation: sentence, kind: sentence, name: sentence });

/** What a tag means: what it is a fandom of, which other spellings mean the same, what it stands under. */
const tag = z.strictObject({ kind: sentence, name: sentence, media: tags, synonyms: tags, under: tags });

/** What `archive.json` holds: the archive's own words and the people of the demonstration. */
export const archiveFile = z.strictObject({
  name: sentence,
  language: sentence,
  welcome: sentence,
  rules: sentence,
  abbreviations: z.array(abbreviation),
  tags: z.array(tag).default([]),
  accounts: z.array(account).min(1),
});

/** `name` is a pseud of the archive, or the free name of someone without an account. */
const credit = z.strictObject({ role: z.enum(["beta", "artist", "translator"]), name: sentence });

/** `addressedAs` is what the giver calls the recipient, when that is not the recipient's pseud. */
const gift = z.strictObject({ name: sentence, addressedAs: sentence.nullable().default(null) });

const warning = z.enum(["yes", "no", "unsaid"]);

const chapterEntry = z.strictObject({
  file: z.string().regex(/^chapter-[1-9][0-9]*\.html$/),
  title: z.string().default(""),
  summary: noteHtml,
  notes: noteHtml,
  endNotes: noteHtml,
});

/** What does not matter most to a work, by kind. */
const lesserTags = z.strictObject({ fandoms: tags, characters: tags, relationships: tags }).prefault({});

const series = z.strictObject({ title: sentence, number: z.int().positive() });

/** What a `work.json` holds; the text itself lies beside it, a file for each chapter. */
export const workFile = z.strictObject({
  title: sentence,
  language: sentence,
  authorPseud: sentence,
  coAuthorPseuds: z.array(sentence).default([]),
  credits: z.array(credit).default([]),
  gifts: z.array(gift).default([]),
  summary: noteHtml,
  notes: noteHtml,
  endNotes: noteHtml,
  disclaimer: noteHtml,
  dedication: noteHtml,
  conventions: noteHtml,
  fandoms: z.array(sentence).min(1),
  characters: tags,
  relationships: tags,
  additionalTags: tags,
  side: lesserTags,
  mentioned: lesserTags,
  series: series.nullable().default(null),
  rating: z.enum(["not-rated", "general", "teen", "mature", "explicit"]),
  warnings: z.strictObject({
    "graphic-violence": warning,
    "major-character-death": warning,
    "non-consent": warning,
    underage: warning,
  }),
  categories: z.array(z.enum(["gen", "f-m", "m-m", "f-f", "multi", "other"])),
  expectedChapters: z.int().positive().nullable(),
  publishedDaysAgo: z.int().nonnegative(),
  updatedDaysAgo: z.int().nonnegative(),
  visibility: z.enum(["everyone", "members"]),
  status: z.enum(["published", "draft"]),
  chapters: z.array(chapterEntry).min(1),
});

export type SeedAccount = z.infer<typeof account>;
export type SeedChapter = Omit<z.infer<typeof chapterEntry>, "file"> & { html: string };
export type SeedWork = Omit<z.infer<typeof workFile>, "chapters"> & {
  /** The name of the work's folder. */
  slug: string;
  chapters: SeedChapter[];
};
export type SeedArchive = z.infer<typeof archiveFile> & { works: SeedWork[] };

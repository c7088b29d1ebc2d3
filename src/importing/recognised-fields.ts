import type { Root } from "hast";
import type { TagWeight } from "../tags/tags.ts";
import type { RelatedKind } from "../works/related.ts";
import type { BlockRange, PassageField } from "./edit.ts";

/** Where a recognised value comes from: the words that say it, and the finding that can take it back. */
export interface Evidence {
  quote: string;
  finding: string;
}

export type CreatorRole = "author" | "co-author" | "beta" | "artist" | "translator";
export type TagField = "fandoms" | "characters" | "relationships" | "additionalTags" | "categories";
export type RatingId = "not-rated" | "general" | "teen" | "mature" | "explicit";

/** Words about warnings that name none: that none applies, or that the writer does not say. */
export type WarningAnswer = "none" | "unsaid";

/** A field whose value is a passage of the file. */
export interface PassageRecognition {
  evidence: Evidence;
  field: PassageField;
  passages: BlockRange[];
}

/** One value read from the file, as it is stored between upload and decision. */
export type Recognition =
  | PassageRecognition
  | ({ evidence: Evidence } & (
      | { field: "creators"; role: CreatorRole; name: string }
      | { field: "gifts"; name: string; addressedAs: string | null }
      /** `insteadOf` is the value, as it was typed, whose place an accepted one takes. */
      | { field: TagField; name: string; from: string; weight?: TagWeight; insteadOf?: string }
      | { field: "series"; title: string; number: number | null }
      | { field: "rating"; id: RatingId; from: string }
      /** `answer` is the writer's to the warning of that name, where it is not yes. */
      | { field: "warnings"; words: string; says?: WarningAnswer; answer?: "no" | "unsaid" }
      /** What its writer lets others do with it, by the name that its archive has for it. */
      | { field: "permissions"; name: string; answer: "yes" | "ask" | "no" }
      /** What it says it is made of: a work by its title; `address` is "" when it says none. */
      | ({ field: "related" } & RecognisedRelated)
      | { field: "contact"; address: string }
      | { field: "chapterNumber"; number: number }
      | { field: "expectedChapters"; number: number | null }
      | { field: "complete"; complete: boolean }
      | { field: "language"; tag: string }
    ));

/** Another work that this one is made of; what the file does not say is "". */
export type RecognisedRelated = {
  kind: RelatedKind;
  title: string;
  author: string;
  language: string;
  address: string;
};

/** A passage as text (for plain fields) and as stored note HTML (for notes, dedication, disclaimer …). */
export interface RecognisedPassage {
  text: string;
  note: Root;
  evidence: Evidence[];
}

export interface RecognisedTag {
  name: string;
  /** How much it matters to the work; left out: the file does not say. */
  weight?: TagWeight;
  /** The words it was read from: an abbreviation, or the name itself. */
  from: string;
  /** `proposed` until a person accepts it; proposed tags are shown but not filled in. */
  state: "found" | "proposed" | "accepted";
  evidence: Evidence;
}

/** What the file says about the story, under the decisions made so far. Null or empty: it does not say. */
export interface RecognisedFields {
  title: RecognisedPassage | null;
  chapterTitle: RecognisedPassage | null;
  chapterSummary: RecognisedPassage | null;
  chapterNotes: RecognisedPassage | null;
  chapterEndNotes: RecognisedPassage | null;
  summary: RecognisedPassage | null;
  notes: RecognisedPassage | null;
  endNotes: RecognisedPassage | null;
  dedication: RecognisedPassage | null;
  disclaimer: RecognisedPassage | null;
  conventions: RecognisedPassage | null;
  chapterNumber: { number: number; evidence: Evidence } | null;
  /** `number: null` is the `?` of `1/?`: the writer does not know yet. */
  expectedChapters: { number: number | null; evidence: Evidence } | null;
  /** Null: the file does not say. */
  complete: { complete: boolean; evidence: Evidence } | null;
  creators: { role: CreatorRole; name: string; evidence: Evidence }[];
  gifts: { name: string; addressedAs: string | null; evidence: Evidence }[];
  fandoms: RecognisedTag[];
  characters: RecognisedTag[];
  relationships: RecognisedTag[];
  additionalTags: RecognisedTag[];
  /** By any name; those that this archive has no category for become additional tags. */
  categories: RecognisedTag[];
  /** The series it is part of; `number: null`: the file does not say which part. */
  series: { title: string; number: number | null; evidence: Evidence } | null;
  rating: { id: RatingId; from: string; evidence: Evidence } | null;
  permissions: { name: string; answer: "yes" | "ask" | "no"; evidence: Evidence }[];
  warnings: { words: string; says?: WarningAnswer; answer?: "no" | "unsaid"; evidence: Evidence }[];
  related: (RecognisedRelated & { evidence: Evidence })[];
  /** BCP 47. */
  language: { tag: string; evidence: Evidence } | null;
  /** E-mail addresses from the header: private, for claim mail only, never shown on a page others see. */
  contacts: { address: string; evidence: Evidence }[];
}

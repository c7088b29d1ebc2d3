import type { Pseud } from "../../../../people/pseuds.ts";
import type { FormValues } from "../../../../plumbing/http/form-values.ts";
import type { KindInUse } from "../../../../tags/tags.ts";
import { foldName } from "../../../../vocabulary/fold-name.ts";
import type { Translate } from "../../../../vocabulary/translate.ts";
import type { BulkWish } from "../../../bulk/planned-change.ts";
import { readNames } from "../../../name-list.ts";
import { finishReading, type Parsed, startReading } from "../../../typed-text.ts";
import { commenters, visibilities } from "../../../work.ts";

/** What stands in the fields of the form, as typed; "" leaves things as they are. */
export type BulkValues = {
  /** The id of one of the writer's names. */
  pseud: string;
  visibility: string;
  commentsFrom: string;
  commentsHeld: string;
  searchEngines: string;
  aiCrawlers: string;
  /** Comma-separated names, by tag kind. */
  added: Record<string, string>;
  removed: Record<string, string>;
};

export const bulkFieldNames = {
  works: "work",
  pseud: "pseud",
  visibility: "visibility",
  commentsFrom: "comments-from",
  commentsHeld: "comments-held",
  searchEngines: "search-engines",
  aiCrawlers: "ai-crawlers",
  added: (kindId: string) => `add-${kindId}`,
  removed: (kindId: string) => `remove-${kindId}`,
};

/** What the button that sent the form asks for: to be told, to have it done, or to choose otherwise. */
export const bulkSteps = { name: "step", tell: "tell", change: "change", back: "back" };

/** A tag's name fits on one line. */
const nameCharacters = 300;

/** The fields a plan hands on from page to page. */
export const singleFields = [
  "pseud",
  "visibility",
  "commentsFrom",
  "commentsHeld",
  "searchEngines",
  "aiCrawlers",
] as const;

export function emptyBulkValues(): BulkValues {
  return {
    pseud: "",
    visibility: "",
    commentsFrom: "",
    commentsHeld: "",
    searchEngines: "",
    aiCrawlers: "",
    added: {},
    removed: {},
  };
}

/** What a form brought; nothing is checked or changed. */
export function readBulkValues(form: FormValues, kinds: KindInUse[]): BulkValues {
  const names = bulkFieldNames;
  const byKind = (field: (kindId: string) => string) =>
    Object.fromEntries(kinds.map(({ id }) => [id, form.text(field(id))]));
  return {
    pseud: form.text(names.pseud),
    visibility: form.text(names.visibility),
    commentsFrom: form.text(names.commentsFrom),
    commentsHeld: form.text(names.commentsHeld),
    searchEngines: form.text(names.searchEngines),
    aiCrawlers: form.text(names.aiCrawlers),
    added: byKind(names.added),
    removed: byKind(names.removed),
  };
}

/** The works a form names: each an id, with the version its writer was told of when they were told. */
export function readChosen(form: FormValues): Map<string, number> {
  const pairs = form.all(bulkFieldNames.works).map((value): [string, number] => {
    const [id = "", version = ""] = value.split(".");
    return [id, /^\d{1,15}$/.test(version) ? Number(version) : 0];
  });
  return new Map(pairs);
}

/** What the fields ask for, or a sentence for each that must be put right. */
export function parseBulk(
  values: BulkValues,
  kinds: KindInUse[],
  pseuds: readonly Pick<Pseud, "id" | "name">[],
  t: Translate,
): Parsed<BulkWish> {
  const names = bulkFieldNames;
  const reader = startReading(t);
  const tagsIn = (typed: Record<string, string>, field: (kindId: string) => string) =>
    kinds.flatMap(({ id, plural }) =>
      readNames(typed[id] ?? "").map((name) => ({
        kindId: id,
        name: reader.line(field(id), plural, name, nameCharacters),
      })),
    );
  const answer = (typed: string) => (typed === "yes" ? true : typed === "no" ? false : undefined);
  const pseud = pseuds.find(({ id }) => id === values.pseud);
  const wish: BulkWish = {
    pseud: pseud ? { id: pseud.id, name: pseud.name } : null,
    visibility: visibilities.find((each) => each === values.visibility) ?? null,
    access: said({
      commentsFrom: commenters.find((each) => each === values.commentsFrom),
      commentsHeld: answer(values.commentsHeld),
      searchEngines: answer(values.searchEngines),
      aiCrawlers: answer(values.aiCrawlers),
    }),
    added: tagsIn(values.added, names.added),
    removed: tagsIn(values.removed, names.removed),
  };
  for (const { kindId, name } of wish.added)
    if (wish.removed.some((tag) => tag.kindId === kindId && foldName(tag.name) === foldName(name)))
      reader.refuse(
        names.removed(kindId),
        t("“{tag}” cannot be added and taken off at once.", { tag: name }),
      );
  const asksNothing =
    wish.pseud === null &&
    wish.visibility === null &&
    Object.keys(wish.access).length === 0 &&
    wish.added.length === 0 &&
    wish.removed.length === 0;
  if (asksNothing) reader.refuse(names.visibility, t("Say what is to become of the works you chose."));
  return finishReading(reader, wish);
}

function said(
  access: {
    [Name in keyof BulkWish["access"]]-?: BulkWish["access"][Name] | undefined;
  },
): BulkWish["access"] {
  const { commentsFrom, commentsHeld, searchEngines, aiCrawlers } = access;
  return {
    ...(commentsFrom === undefined ? {} : { commentsFrom }),
    ...(commentsHeld === undefined ? {} : { commentsHeld }),
    ...(searchEngines === undefined ? {} : { searchEngines }),
    ...(aiCrawlers === undefined ? {} : { aiCrawlers }),
  };
}

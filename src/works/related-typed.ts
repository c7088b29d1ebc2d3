import type { FormValues } from "../plumbing/http/form-values.ts";
import { linkTarget } from "../story-text/link-target.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import type { Translate } from "../vocabulary/translate.ts";
import { languageTag } from "./languages.ts";
import { oneLine } from "./name-list.ts";
import { type RelatedKind, relatedKinds } from "./related.ts";
import type { FieldReader } from "./typed-text.ts";

/** One row of the form, exactly as typed. `work` is an address, or the title of a work of one's own. */
export type RelatedTyped = { kind: string; work: string; title: string; author: string; language: string };

/** What a work is to another: one here (its id, or how it was called by its own writer), or one elsewhere in words. */
export type RelatedWish = {
  kind: RelatedKind;
  /** An id that may be a work's here; whether there is one is asked when it is written. */
  workId: string | null;
  /** What else was typed to say which work of one's own it is; "" with an id or an address. */
  ownTitle: string;
  title: string;
  author: string;
  language: string;
  /** Clean, http or https; "" when none was typed. */
  address: string;
};

/** Rows on one form; far above what anybody is made of. */
const mostRows = 20;
const lineCharacters = 300;
const addressCharacters = 1_000;

export const relatedFieldNames = {
  kind: (row: number) => `related-${row + 1}-kind`,
  work: (row: number) => `related-${row + 1}-work`,
  title: (row: number) => `related-${row + 1}-title`,
  author: (row: number) => `related-${row + 1}-author`,
  language: (row: number) => `related-${row + 1}-language`,
};

export const emptyRelated: RelatedTyped = { kind: "", work: "", title: "", author: "", language: "" };

/** No form of ours has more rows; of one that has, the rest is not looked at, and it is refused for having too many. */
const mostRowsRead = 2 * mostRows;

/** What a form brought; none when it does not ask. */
export function readRelatedTyped(form: FormValues): RelatedTyped[] {
  const rows: RelatedTyped[] = [];
  for (let row = 0; form.has(relatedFieldNames.kind(row)) && row < mostRowsRead; row++)
    rows.push({
      kind: form.text(relatedFieldNames.kind(row)),
      work: form.text(relatedFieldNames.work(row)),
      title: form.text(relatedFieldNames.title(row)),
      author: form.text(relatedFieldNames.author(row)),
      language: form.text(relatedFieldNames.language(row)),
    });
  return rows;
}

/** Whether anything was typed into a row; a language alone says nothing. */
export function isRelatedTyped({ kind, work, title, author }: RelatedTyped): boolean {
  return [kind, work, title, author].some((typed) => typed.trim() !== "");
}

/** The rows as wishes; undefined when the form does not ask, which changes nothing. */
export function parseRelated(
  reader: FieldReader,
  rows: readonly RelatedTyped[],
  t: Translate,
): RelatedWish[] | undefined {
  if (rows.length === 0) return undefined;
  const used = rows.flatMap((typed, row) => (isRelatedTyped(typed) ? [{ typed, row }] : []));
  if (used.length > mostRows)
    reader.refuse(
      relatedFieldNames.kind(used[mostRows]?.row ?? mostRows),
      t("There is room for {most, number} related works.", { most: mostRows }),
    );
  const known = new Set<string>();
  return used.slice(0, mostRows).flatMap(({ typed, row }) => {
    const wish = parseRelatedRow(reader, typed, row, t);
    if (!wish) return [];
    // The same said twice is said once.
    const key = JSON.stringify([
      wish.kind,
      wish.workId ?? [wish.ownTitle, wish.title, wish.author, wish.address],
    ]);
    if (known.has(key)) return [];
    known.add(key);
    return [wish];
  });
}

/** One row as a wish; null when it does not say what the work is to the other. */
export function parseRelatedRow(
  reader: FieldReader,
  typed: RelatedTyped,
  row: number,
  t: Translate,
): RelatedWish | null {
  const names = relatedFieldNames;
  const kind = relatedKinds.find((each) => each === typed.kind);
  if (kind === undefined) reader.refuse(names.kind(row), t("Choose what this work is to the other."));
  const work = reader.line(names.work(row), t("The other work"), typed.work.trim(), addressCharacters);
  const title = reader.line(names.title(row), t("Its title"), oneLine(typed.title), lineCharacters);
  const author = reader.line(names.author(row), t("By"), oneLine(typed.author), lineCharacters);
  const { workId, address } = relatedAddress(work);
  const isWords = workId === null && address === null && work !== "";
  if (work === "" && title === "")
    reader.refuse(names.work(row), t("Say which work: its address, or its title if it has none."));
  if (isWords && /^[a-z][a-z0-9+.-]*:|^www\.|^\//iu.test(work))
    reader.refuse(
      names.work(row),
      t("This is no address the archive can lead to. It begins with https:// or http://."),
    );
  if (kind === undefined) return null;
  return {
    kind,
    workId,
    ownTitle: isWords ? oneLine(work) : "",
    title,
    author,
    language: languageTag(typed.language) ?? "",
    address: address ?? "",
  };
}

/** What an address leads to: a work that may be here by its id, and where it leads in any case; null when it does not. */
export function relatedAddress(typed: string): { workId: string | null; address: string | null } {
  return { workId: workIdIn(typed.trim()), address: addressIn(typed.trim()) };
}

/**
 * The id in the address of a work, or of a page of it, here or anywhere: ids are made by chance, so one that is a
 * work's here is meant, whatever name the archive was known under when the address was copied.
 */
function workIdIn(typed: string): string | null {
  const [, id = ""] = /^(?:https?:\/\/[^/?#\s]+)?\/works\/([^/?#\s]+)(?:[/?#]\S*)?$/iu.exec(typed) ?? [];
  return looksLikeId(id) ? id : null;
}

function addressIn(typed: string): string | null {
  if (!/^https?:\/\//iu.test(typed)) return null;
  const address = linkTarget(typed);
  if (address === null || /\s/u.test(address)) return null;
  const { username, password } = new URL(address);
  return username === "" && password === "" ? address : null;
}

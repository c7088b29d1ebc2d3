import { type CsvRow, csvLine, fromCell, readCsv, writeCsv } from "../plumbing/csv/csv.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import type { Medium } from "../tags/media.ts";
import { mostTagCharacters } from "../tags/name-tag.ts";
import type { TagBook, TagStanding } from "../tags/tag-book.ts";
import type { TagKind } from "../tags/tags.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { tidyName } from "../vocabulary/tidy-name.ts";

/** The columns of a sheet of tags. Several parents or media stand under one another in their cell. */
const sheetColumns = ["kind", "name", "synonym of", "parents", "media", "works"] as const;

/** One line of a sheet: a canonical tag, or a synonym of one. */
export type SheetLine = {
  line: number;
  kindId: string;
  name: string;
  synonymOf: string | null;
  parents: string[];
  /** Ids. */
  media: string[];
};

/** What is wrong with a line, or with the whole sheet (line 1). */
export type SheetFault = { line: number } & (
  | { why: "no-columns" | "open-quote" | "overlong" | "no-name" | "media-of-synonym" | "parents-of-synonym" }
  | { why: "unknown-kind" | "unknown-medium"; typed: string }
  | { why: "too-long"; most: number }
);

/** The most lines of one sheet: they are read and done while others wait to write. */
export const mostLines = 50_000;

/** Writes every canonical tag and every synonym, with their links, by kind and name. Others are served between. */
export async function writeTagSheet(
  book: TagBook,
  kinds: readonly TagKind[],
  media: readonly Medium[],
  countOf: (tagId: string) => number | undefined,
): Promise<string> {
  const kindPlace = new Map(kinds.map(({ id }, index) => [id, index]));
  const mediaNames = new Map(media.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => book.find(id)?.name ?? "";
  const placeOf = (tag: TagStanding) => kindPlace.get(tag.kindId) ?? kinds.length;
  const tags = [...book.all()]
    .filter((tag) => tag.canonical || tag.synonymOf !== null)
    .sort(
      (one, other) =>
        placeOf(one) - placeOf(other) ||
        (one.nameKey < other.nameKey ? -1 : one.nameKey > other.nameKey ? 1 : 0),
    );
  const turns = new Turns();
  const lines = [writeCsv([[...sheetColumns]])];
  for (const tag of tags) {
    if (turns.isOver) await turns.next();
    lines.push(
      csvLine([
        tag.kindId,
        tag.name,
        tag.synonymOf === null ? "" : nameOf(tag.synonymOf),
        [...tag.parents].map(nameOf).sort().join("\n"),
        [...tag.media].map((id) => mediaNames.get(id) ?? id).join("\n"),
        tag.canonical ? String(countOf(tag.id) ?? 0) : "",
      ]),
    );
  }
  return lines.join("");
}

/** Reads a sheet; lines with a fault are left out of `lines`. Others are served between. */
export async function readTagSheet(
  text: string,
  kinds: readonly TagKind[],
  media: readonly Medium[],
): Promise<{ lines: SheetLine[]; faults: SheetFault[] }> {
  const { rows, openQuote, overlong } = await readCsv(text, mostLines + 2);
  const faults: SheetFault[] = [];
  if (openQuote !== null) faults.push({ line: openQuote, why: "open-quote" });
  if (overlong !== null) faults.push({ line: overlong, why: "overlong" });
  const [head, ...body] = rows;
  const columns = new Map(head?.cells.map((cell, index) => [foldName(cell), index]));
  if (!columns.has("kind") || !columns.has("name"))
    return { lines: [], faults: [{ line: 1, why: "no-columns" }, ...faults] };
  if (body.length > mostLines) return { lines: [], faults: [{ line: 1, why: "too-long", most: mostLines }] };
  const kindIds = byAnyName(
    kinds.flatMap(({ id, name, plural }) => [id, name, plural].map((one) => [one, id])),
  );
  const mediaIds = byAnyName(media.flatMap(({ id, name }) => [id, name].map((one) => [one, id])));
  const lineOf = ({ line, cells }: CsvRow): SheetLine[] => {
    const typedIn = (column: string) => fromCell(cells[columns.get(column) ?? -1] ?? "");
    const cell = (column: string) => tidyName(typedIn(column));
    const several = (column: string) =>
      typedIn(column)
        .split("\n")
        .map(tidyName)
        .filter((one) => one !== "");
    const fault = (found: SheetFault): SheetLine[] => {
      faults.push(found);
      return [];
    };
    const name = cell("name");
    if (name === "" || [...name].length > mostTagCharacters) return fault({ line, why: "no-name" });
    const kindId = kindIds.get(foldName(cell("kind")));
    if (kindId === undefined) return fault({ line, why: "unknown-kind", typed: cell("kind") });
    const synonymOf = cell("synonym of") || null;
    const parents = several("parents");
    const typedMedia = several("media");
    const unknown = typedMedia.find((typed) => !mediaIds.has(foldName(typed)));
    if (unknown !== undefined) return fault({ line, why: "unknown-medium", typed: unknown });
    if (synonymOf !== null && parents.length > 0) return fault({ line, why: "parents-of-synonym" });
    if (synonymOf !== null && typedMedia.length > 0) return fault({ line, why: "media-of-synonym" });
    const ids = typedMedia.flatMap((typed) => mediaIds.get(foldName(typed)) ?? []);
    return [{ line, kindId, name, synonymOf, parents, media: ids }];
  };
  const lines: SheetLine[] = [];
  const turns = new Turns();
  for (const row of body) {
    if (turns.isOver) await turns.next();
    lines.push(...lineOf(row));
  }
  return { lines, faults };
}

function byAnyName(pairs: string[][]): Map<string, string> {
  return new Map(pairs.map(([name = "", id = ""]) => [foldName(name), id]));
}

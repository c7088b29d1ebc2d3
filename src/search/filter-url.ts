import { looksLikeId } from "../vocabulary/ids.ts";
import { quietParts } from "../works/asked-to-see.ts";
import { languageTag } from "../works/languages.ts";
import { fallsByItself, meantSort, sortByItself } from "./meant-order.ts";
import { readDateRange, readNumberRange, writeDateRange, writeNumberRange } from "./read-range.ts";
import { mostTextCharacters, tidyText } from "./text-words.ts";
import { everyWork, sortOrders, type WarningWish, type WorkFilter } from "./work-filter.ts";

/** What was left out of an address: a part nobody knows, a value that cannot be read, or more than an address may hold. */
export type AddressProblem = {
  kind: "unknown-part" | "malformed" | "too-long";
  part: string;
  value: string;
};

/** An address is read aloud, mailed and kept: it stays below 2 kB with its path and the cursor of a page. */
const mostCharacters = 1_800;

/** More any-of groups than this are nobody's question. */
const mostGroups = 20;

/** Names of the parts that belong to the page and not to the filter. */
const ofThePage = new Set([
  ...["q", "gift-to-name", "series-name", "after", "before", "more", "typed"],
  ...quietParts,
]);

/** The lists of ids a filter has. */
export type IdList =
  | "all"
  | "main"
  | "mentioned"
  | "none"
  | "notMentioned"
  | "ratings"
  | "notRatings"
  | "categories"
  | "notCategories"
  | "languages"
  | "notLanguages"
  | "writers"
  | "notWriters"
  | "giftsTo"
  | "series";

const rowId = (text: string) => (/^[a-z0-9-]{1,60}$/.test(text) ? text : null);
const publicId = (text: string) => (looksLikeId(text) ? text : null);

/** The lists of ids by the name they have in an address, in the order of the canonical address. */
const lists: { name: string; list: IdList; read: (text: string) => string | null }[] = [
  { name: "with", list: "all", read: publicId },
  { name: "main", list: "main", read: publicId },
  { name: "mention", list: "mentioned", read: publicId },
  { name: "without", list: "none", read: publicId },
  { name: "not-mention", list: "notMentioned", read: publicId },
  { name: "rating", list: "ratings", read: rowId },
  { name: "not-rating", list: "notRatings", read: rowId },
  { name: "category", list: "categories", read: rowId },
  { name: "not-category", list: "notCategories", read: rowId },
  { name: "language", list: "languages", read: languageTag },
  { name: "not-language", list: "notLanguages", read: languageTag },
  { name: "writer", list: "writers", read: publicId },
  { name: "not-writer", list: "notWriters", read: publicId },
  { name: "gift-to", list: "giftsTo", read: publicId },
  { name: "series", list: "series", read: publicId },
];

const numberRanges = ["words", "chapters"] as const;
const dateRanges = ["posted", "updated"] as const;
/** Parts that are so, not so, or either. */
const yesOrNo = ["complete", "pictures", "audio"] as const;

/**
 * The filter as the query of an address, without the "?": short names, always in the same order, nothing that
 * goes without saying. Two filters that ask for the same have the same address.
 */
export function queryOfFilter(filter: WorkFilter): string {
  return new URLSearchParams(partsOfFilter(filter)).toString();
}

/** The same as names and values, for the hidden fields of a form. */
export function partsOfFilter(filter: WorkFilter): [name: string, value: string][] {
  const parts: [string, string][] = [];
  const say = (name: string, value: string) => {
    if (value !== "") parts.push([name, value]);
  };
  for (const { name, list } of lists) {
    say(name, inOrder(filter[list]).join("."));
    if (list === "mentioned")
      for (const group of inOrder(filter.any.map((ids) => inOrder(ids).join(".")))) say("any", group);
  }
  say("warning", writeWarnings(filter.warnings, true));
  say("not-warning", writeWarnings(filter.warnings, false));
  for (const part of yesOrNo) {
    const wish = filter[part];
    if (wish !== null) say(part, wish ? "yes" : "no");
  }
  if (filter.crossovers !== "in") say("crossovers", filter.crossovers);
  if (filter.onlyPairing) say("pairing", "one");
  for (const name of numberRanges) say(name, writeNumberRange(filter[name]));
  for (const name of dateRanges) say(name, writeDateRange(filter[name]));
  const text = tidyText(filter.text);
  say("text", text);
  const sort = meantSort({ ...filter, text });
  if (sort !== sortByItself(text)) say("sort", sort);
  if (sort === "random") say("seed", String(filter.seed));
  else if (filter.descending !== fallsByItself(sort)) say("order", filter.descending ? "down" : "up");
  return parts;
}

/**
 * Reads a filter from the query of an address or from the fields of the form (a value may come in several fields of
 * one name, a range as "words-from" and "words-to" or, of days, "posted-last"). Never fails: what cannot be read is
 * left out and told.
 */
export function readFilter(query: URLSearchParams): { filter: WorkFilter; problems: AddressProblem[] } {
  const problems: AddressProblem[] = [];
  const known = new Set(ofThePage);
  /** Every value given under a name, the empty ones of untouched fields left out. */
  const given = (name: string) => {
    known.add(name);
    return query
      .getAll(name)
      .map((value) => value.trim())
      .filter((value) => value !== "");
  };
  const refuse = (part: string, value: string) => problems.push({ kind: "malformed", part, value });
  const ids = (name: string, values: string[], read: (text: string) => string | null) =>
    values
      .flatMap((value) => value.split("."))
      .flatMap((text) => {
        const id = read(text);
        if (id === null) refuse(name, text);
        return id === null ? [] : [id];
      });
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const typed = given(name);
    const value = values.find((value) => value === typed.at(-1)) ?? null;
    for (const other of typed) if (!values.some((value) => value === other)) refuse(name, other);
    return value;
  };
  const filter: WorkFilter = { ...everyWork };
  for (const { name, list, read } of lists) filter[list] = inOrder(ids(name, given(name), read));
  filter.any = canonicalGroups(
    given("any")
      .slice(0, mostGroups)
      .map((group) => ids("any", [group], publicId)),
  );
  filter.warnings = [true, false].flatMap((is) => {
    const name = is ? "warning" : "not-warning";
    return inOrder(given(name).flatMap((value) => value.split("."))).flatMap((text): WarningWish[] => {
      const wish = readWarning(text, is);
      if (wish === null) refuse(name, text);
      return wish === null ? [] : [wish];
    });
  });
  for (const part of yesOrNo) {
    const said = one(part, ["yes", "no", "any"]);
    filter[part] = said === null || said === "any" ? null : said === "yes";
  }
  filter.crossovers = one("crossovers", ["in", "out", "only"]) ?? "in";
  filter.onlyPairing = one("pairing", ["one", "any"]) === "one";
  for (const name of numberRanges) {
    const typed = given(name).at(-1) ?? fromTo(given(`${name}-from`).at(-1), given(`${name}-to`).at(-1));
    const range = typed === undefined ? everyWork[name] : readNumberRange(typed);
    if (range) filter[name] = range;
    else refuse(name, typed ?? "");
  }
  for (const name of dateRanges) {
    const [last, between] = [
      given(`${name}-last`).at(-1),
      fromTo(given(`${name}-from`).at(-1), given(`${name}-to`).at(-1)),
    ];
    const typed = given(name).at(-1) ?? last ?? between;
    const range = typed === undefined ? everyWork[name] : readDateRange(typed);
    if (range) filter[name] = range;
    else refuse(name, typed ?? "");
  }
  const text = given("text").join(" ");
  filter.text = tidyText(text);
  if ([...text].length > mostTextCharacters && filter.text !== text)
    problems.push({ kind: "too-long", part: "text", value: text });
  filter.sort = one("sort", sortOrders) ?? sortByItself(filter.text);
  filter.sort = meantSort(filter);
  const order = one("order", ["up", "down"]);
  filter.descending =
    filter.sort === "random" || order === null ? fallsByItself(filter.sort) : order === "down";
  const seed = given("seed").at(-1);
  if (seed !== undefined && filter.sort === "random") {
    if (/^\d{1,10}$/.test(seed) && Number(seed) < 2 ** 32) filter.seed = Number(seed);
    else refuse("seed", seed);
  }
  for (const name of new Set(query.keys()))
    if (!known.has(name)) problems.push({ kind: "unknown-part", part: name, value: query.get(name) ?? "" });
  return { filter: shortEnough(filter, problems), problems };
}

/** A filter as its own address gives it back: each list in order and without doubles. */
export function canonicalFilter(filter: WorkFilter): WorkFilter {
  return readFilter(new URLSearchParams(partsOfFilter(filter))).filter;
}

/** "5k", "" and "40k" of two fields as one range; "5k..40k" typed into one of them is not taken apart. */
function fromTo(from = "", to = ""): string | undefined {
  return from === "" && to === "" ? undefined : `${from}..${to}`;
}

function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function canonicalGroups(groups: string[][]): string[][] {
  return inOrder(groups.map((ids) => inOrder(ids).join(".")).filter((group) => group !== "")).map((group) =>
    group.split("."),
  );
}

/** "underage_no": ids hold no underscore. */
function writeWarnings(warnings: readonly WarningWish[], is: boolean): string {
  return inOrder(warnings.filter((wish) => wish.is === is).map(({ id, answer }) => `${id}_${answer}`)).join(
    ".",
  );
}

function readWarning(text: string, is: boolean): WarningWish | null {
  const [id = "", answer = "yes", ...rest] = text.split("_");
  if (rowId(id) === null || rest.length > 0) return null;
  return answer === "yes" || answer === "no" || answer === "unsaid" ? { id, answer, is } : null;
}

/** Takes ids off the longest list until the address is short enough. */
function shortEnough(filter: WorkFilter, problems: AddressProblem[]): WorkFilter {
  let shorter = filter;
  for (;;) {
    const excess = queryOfFilter(shorter).length - mostCharacters;
    if (excess <= 0) break;
    // So many at once as cannot be too many: no id is longer than a hundred characters.
    const kept = -Math.max(1, Math.floor(excess / 100));
    const longest = lists.toSorted((one, other) => shorter[other.list].length - shorter[one.list].length)[0];
    const { warnings, any } = shorter;
    const grouped = any.flat().length;
    if (longest && shorter[longest.list].length >= Math.max(warnings.length, grouped))
      shorter = { ...shorter, [longest.list]: shorter[longest.list].slice(0, kept) };
    else if (grouped > warnings.length) shorter = { ...shorter, any: any.slice(0, -1) };
    else shorter = { ...shorter, warnings: warnings.slice(0, kept) };
  }
  if (shorter !== filter) problems.push({ kind: "too-long", part: "", value: "" });
  return shorter;
}

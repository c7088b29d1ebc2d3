import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import type { Pseud } from "./pseuds.ts";
import "./sql/pseuds-table.ts";

/** Small letters of other scripts that look like a Latin one in either case (Unicode TS39, confusables.txt). */
const latinLikeness = new Map(
  Object.entries({
    ...{ а: "a", в: "b", е: "e", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y", х: "x" },
    ...{ і: "i", ј: "j", ѕ: "s", һ: "h", ԁ: "d", ԛ: "q", ԝ: "w", ӏ: "l", ё: "ë", ї: "ï" },
    ...{ α: "a", β: "b", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x" },
    ...{ ı: "i", ʼ: "'", "’": "'" },
  }),
);

/** The Cyrillic spelling a Latin name would be taken for. */
const cyrillicLikeness = new Map(
  [...latinLikeness].filter(([letter]) => /\p{Script=Cyrillic}/u.test(letter)).map(([a, b]) => [b, a]),
);

/**
 * A pseud whose name a reader could take for this one: the same name, or one that differs only by letters
 * that look alike, such as a capital I for an l, or a Cyrillic word for a Latin one.
 *
 * @param besides the id of the pseud that is to get the name
 */
export function findLookAlike(
  reader: Reader | Writer,
  name: string,
  besides?: string,
): Promise<Pseud | undefined> {
  return reader
    .selectFrom("pseuds")
    .select(["id", "name", "about"])
    .where("name_key", "in", [...new Set(likenesses(name))])
    .$if(besides !== undefined, (query) => query.where("id", "!=", besides ?? ""))
    .executeTakeFirst();
}

/** The folded names this one could be taken for, itself first. */
function likenesses(name: string): string[] {
  const folded = foldName(name);
  const latin = mapped(folded, latinLikeness);
  return [
    folded,
    latin,
    latin.replaceAll("'", "’"),
    // "ӏ" aside, which is an l in both cases.
    mapped(folded, cyrillicLikeness),
    foldName(name.replace(/(?<=\p{Ll})I/gu, "l")),
    latin.replaceAll("l", "i"),
    latin.replaceAll("1", "l").replaceAll("0", "o"),
    latin.replaceAll("1", "i").replaceAll("0", "o"),
  ];
}

function mapped(text: string, letters: ReadonlyMap<string, string>): string {
  return [...text].map((letter) => letters.get(letter) ?? letter).join("");
}

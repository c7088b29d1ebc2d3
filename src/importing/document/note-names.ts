import type { BlockRange } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";

/** What programs put where a name belongs. */
const nobody =
  /^(?:author|user|owner|guest|admin(?:istrator)?|unknown|un-?named|(?:microsoft|windows|ms|office|google|libreoffice|apache)\b.*|python-docx)$/iu;

/**
 * Warns when a name from the document's properties stands in its text (T77). The properties are kept nowhere: of a
 * name that does not stand in the story, nothing is said.
 */
export function noteNames(draft: ReadingDraft, propertyNames: string[]): void {
  for (const name of new Set(propertyNames.map((given) => given.trim()))) {
    if (!isTelling(name)) continue;
    const places = placesOf(draft, name);
    const [where] = places;
    if (where) draft.add({ kind: "name-in-text", state: "noted", where, count: places.length });
  }
}

/** A single short word is anybody's name, and many another word. */
function isTelling(name: string): boolean {
  return !nobody.test(name) && (/\S\s+\S/u.test(name) || /\p{L}{5}/u.test(name)) && name.length <= 100;
}

function placesOf(draft: ReadingDraft, name: string): BlockRange[] {
  const words = name.split(/\s+/u).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&"));
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "giu");
  const places: BlockRange[] = [];
  for (let block = 0; block < draft.blocks.length; block++)
    for (const { 0: found, index } of draft.textOf(block).matchAll(whole))
      places.push({ block, from: index, to: index + found.length });
  return places;
}

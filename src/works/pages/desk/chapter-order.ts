import type { FormValues } from "../../../plumbing/http/form-values.ts";

/** The fields of a button that moves one chapter one place. */
export const chapterMove = { way: "move", chapter: "chapter" };

/** The id of a chapter's row in the list: a chapter that was moved is found again there. */
export function chapterRow(chapterId: string): string {
  return `row-${chapterId}`;
}

const placePrefix = "place-";

/** The field that holds the number a writer gives a chapter. */
export function placeField(chapterId: string): string {
  return placePrefix + chapterId;
}

/**
 * The order a form asks for.
 *
 * @param form a button's form, or the numbers of all chapters in the order in which they were shown
 * @param standing the chapters' ids as they stand now
 * @returns ids, first to last; those added since the form was shown are not among them when numbers were sent
 */
export function orderWished(form: FormValues, standing: string[]): string[] {
  const way = form.text(chapterMove.way);
  return way === "" ? orderByNumbers(form) : orderAfterMove(standing, form.text(chapterMove.chapter), way);
}

function orderAfterMove(standing: string[], chapterId: string, way: string): string[] {
  const from = standing.indexOf(chapterId);
  const to = way === "up" ? from - 1 : from + 1;
  const other = standing[to];
  if (from < 0 || other === undefined) return standing;
  return standing.map((id) => (id === chapterId ? other : id === other ? chapterId : id));
}

/**
 * Two chapters may have been given one number: the one that was moved takes the place, the other makes
 * room on the side it came from. A number that is none leaves its chapter where it was.
 */
function orderByNumbers(form: FormValues): string[] {
  return form
    .entries()
    .filter(([name]) => name.startsWith(placePrefix))
    .map(([name, typed], index) => {
      const shown = index + 1;
      const wished = typed.trim() === "" ? Number.NaN : Number(typed);
      const place = Number.isFinite(wished) ? wished : shown;
      return { id: name.slice(placePrefix.length), place, movedDown: Math.sign(place - shown) };
    })
    .sort((one, other) => one.place - other.place || one.movedDown - other.movedDown)
    .map(({ id }) => id);
}

import type { Compared } from "../../../../story-text/compare-stories.ts";

/** Items of a comparison that stand together: shown, or folded away because nothing changed in them. */
export type Stretch = { folded: boolean; items: Compared[] };

/** Fewer are not worth a fold. */
const fewestFolded = 2;

/** Folds long stretches in which nothing changed; one item stays at each side of a change, to say where one is. */
export function foldUnchanged(compared: Compared[]): Stretch[] {
  const stretches: Stretch[] = [];
  const show = (items: Compared[]) => {
    const last = stretches.at(-1);
    if (last && !last.folded) last.items.push(...items);
    else if (items.length > 0) stretches.push({ folded: false, items: [...items] });
  };
  let from = 0;
  while (from < compared.length) {
    const isSame = isUnchanged(compared[from]);
    let end = from + 1;
    while (end < compared.length && isUnchanged(compared[end]) === isSame) end += 1;
    const [first, last] = [from === 0 ? from : from + 1, end === compared.length ? end : end - 1];
    if (isSame && last - first >= fewestFolded) {
      show(compared.slice(from, first));
      stretches.push({ folded: true, items: compared.slice(first, last) });
      show(compared.slice(last, end));
    } else for (let index = from; index < end; index += 1) show(compared.slice(index, index + 1));
    from = end;
  }
  return stretches;
}

function isUnchanged(item: Compared | undefined): boolean {
  return item?.kind === "block" || item?.change === "same";
}

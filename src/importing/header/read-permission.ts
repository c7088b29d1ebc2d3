import { forbidsCopies } from "./forbids-copies.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";
import { sentencesOf } from "./sentences.ts";

const askFirst =
  /\b(?:ask|e-?mail|contact|write)\b[^.!?]{0,30}\b(?:first|before|permission)\b|\bplease ask\b|\b(?:just|always) ask\b|\bask(?: me)?\b|\b(?:with|without) (?:my |prior |express )?permission\b|с разрешения|спрашив/iu;

/**
 * What the header says about keeping copies elsewhere. Words that forbid it, or want to be asked first, stop the
 * import; the finding's id is returned then.
 */
export function findPermission(writer: HeaderWriter, entries: HeaderEntry[]): string | null {
  let stop: string | null = null;
  for (const { sign, pieces } of entries) {
    const labelled = sign.kind === "label" && sign.field === "permission";
    for (const { range } of pieces) {
      const text = writer.draft.textOf(range.block);
      for (const { from, to } of sentencesOf(text, range.from, range.to)) {
        const sentence = text.slice(from, Math.min(to, from + 1000));
        const stops =
          forbidsCopies(sentence) ||
          (labelled && (askFirst.test(sentence) || /:\s*(?:no|none|нет)\b/iu.test(sentence)));
        const where = { block: range.block, from, to };
        if (stops) stop ??= writer.draft.add({ kind: "do-not-archive", state: "noted", where });
        else if (labelled) writer.draft.add({ kind: "permission", state: "noted", where });
      }
    }
  }
  return stop;
}

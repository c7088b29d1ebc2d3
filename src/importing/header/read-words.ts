import type { BlockRange } from "../edit.ts";
import type { Reason } from "../finding.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { SpokenOf } from "./header-sign.ts";
import type { HeaderWriter } from "./header-writer.ts";
import { isListLine } from "./list-lines.ts";
import { sentencesOf } from "./sentences.ts";
import { spokenGift } from "./spoken-gifts.ts";
import { spokenThanks } from "./spoken-thanks.ts";

const passageFor = {
  gift: "dedication",
  disclaimer: "disclaimer",
  thanks: "notes",
  permission: "notes",
  remark: "notes",
} as const;

/** Sentences of a header without a label: a dedication, thanks, a title, or words to keep as a note. */
export function readWords(
  writer: HeaderWriter,
  entry: HeaderEntry,
  about: { mayBeTitle: boolean; mayBeOfList: boolean; says: SpokenOf },
): void {
  const words = writer.wordsOf(entry);
  if (about.says !== "nothing") {
    writer.passage(entry, passageFor[about.says], [{ why: "phrase", words: firstWords(words) }]);
    readSpokenCredits(writer, entry);
  } else if (about.mayBeOfList && isListLine(words))
    writer.data(entry, { kind: "list-line", state: "applied" });
  else if (about.mayBeTitle && isTitle(words))
    writer.passage(entry, "title", [{ why: "stands-alone" }], { kind: "title" });
  else if (/[\p{L}\p{N}]/u.test(words))
    writer.passage(entry, "notes", [{ why: "nothing-tells" }], { kind: "header-unread" });
  else writer.data(entry, { kind: "header-data", state: "applied", reasons: [{ why: "nothing-tells" }] });
}

/** Whom the entry's sentences thank and whom they give the story to; the words themselves stay where they are. */
export function readSpokenCredits(writer: HeaderWriter, entry: HeaderEntry): void {
  const gifts: { name: string; where: BlockRange; words: string }[] = [];
  let addressedAs: string | null = null;
  for (const { value } of entry.pieces) {
    const text = writer.draft.textOf(value.block);
    for (const { from, to } of sentencesOf(text, value.from, value.to)) {
      const thanks = spokenThanks(text.slice(from, to));
      const gift = spokenGift(text.slice(from, to), text.slice(to, value.to));
      const where = { block: value.block, from, to };
      const words = text.slice(from, to).trim();
      const reasons: Reason[] = [{ why: "phrase", words: firstWords(words) }];
      for (const { role, name } of thanks) {
        writer.note(
          entry,
          { kind: "credit", state: "applied", where, becomes: name, reasons },
          { field: "creators", role, name },
        );
      }
      if (thanks.length === 0 || gift?.sure)
        for (const name of gift?.recipients ?? []) gifts.push({ name, where, words });
      addressedAs ??= gift?.addressedAs ?? null;
    }
  }
  for (const [index, { name, where, words }] of gifts.entries()) {
    const as = index === 0 && addressedAs !== name ? addressedAs : null;
    const recognition: NewRecognition = { field: "gifts", name, addressedAs: as };
    writer.note(
      entry,
      {
        kind: "gift",
        state: "applied",
        where,
        becomes: as ? `${name} (${as})` : name,
        reasons: [{ why: "phrase", words: firstWords(words) }],
      },
      recognition,
    );
  }
}

function firstWords(words: string): string {
  return words.split(/\s+/u).slice(0, 8).join(" ");
}

function isTitle(words: string): boolean {
  const count = words.split(/\s+/u).length;
  return words.length <= 80 && count <= 12 && /[\p{L}\p{N}]/u.test(words) && !/[.,;:]$/u.test(words);
}

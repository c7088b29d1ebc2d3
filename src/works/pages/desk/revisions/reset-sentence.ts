import type { Translate } from "../../../../vocabulary/translate.ts";

/** How words are set now that were set otherwise, in a few words: "now in italics, no longer bold". */
export function resetSentence(t: Translate, gained: string[], lost: string[]): string {
  const said = [
    ...gained.map((mark) => gainedSentence(t, mark)),
    ...lost
      .filter((mark) => !gained.some((other) => kindOf(other) === kindOf(mark)))
      .map((mark) => lostSentence(t, mark)),
  ];
  return [...new Set(said)].join(", ");
}

function gainedSentence(t: Translate, mark: string): string {
  const sentences: Record<string, string> = {
    em: t("now in italics"),
    upright: t("now upright within italics"),
    strong: t("now bold"),
    s: t("now struck out"),
    u: t("now underlined"),
    sc: t("now in small capitals"),
    code: t("now as if typed by a machine"),
    noteref: t("now leads to a footnote"),
    link: t("now a link to {address}", { address: mark.slice("link:".length) }),
    picture: t("now another picture"),
  };
  return sentences[kindOf(mark)] ?? t("now set differently");
}

function lostSentence(t: Translate, mark: string): string {
  const sentences: Record<string, string> = {
    em: t("no longer in italics"),
    upright: t("no longer upright within italics"),
    strong: t("no longer bold"),
    s: t("no longer struck out"),
    u: t("no longer underlined"),
    sc: t("no longer in small capitals"),
    code: t("no longer as if typed by a machine"),
    noteref: t("no longer leads to a footnote"),
    link: t("no longer a link"),
  };
  return sentences[kindOf(mark)] ?? t("now set differently");
}

function kindOf(mark: string): string {
  return mark.split(":", 1)[0] ?? mark;
}

/** What a line is now that stood in other blocks before; frames are those of `StoryLine`. */
export function frameSentence(t: Translate, before: string, now: string): string {
  const kinds: [RegExp, string][] = [
    [/\bletter\b/, t("now a letter")],
    [/\bblockquote\b/, t("now a quotation")],
    [/\b[ou]l\b/, t("now in a list")],
    [/\btable\b/, t("now in a table")],
    [/\bh[3-6]\b/, t("now a heading")],
    [/\bverse\b/, t("now verse")],
    [/\bcenter\b/, t("now centred")],
    [/\bright\b/, t("now at the side")],
    [/^p$/, t("now a plain paragraph")],
  ];
  const kind = kinds.find(([pattern]) => pattern.test(now) && !pattern.test(before));
  return kind?.[1] ?? t("now laid out differently");
}

/** A line of a chat taken apart; offsets count in the line. */
export interface ChatLine {
  name: string;
  /** The speaker's name … */
  speaker: { from: number; to: number };
  /** … and when it was said, when the line tells. */
  time: { from: number; to: number } | null;
  /** Signs around the time, which the stored form does not need. */
  signs: { from: number; to: number }[];
  /** Whether only a chat writes a line so: with a time, or the name in angle brackets. */
  isSure: boolean;
}

const time = String.raw`(?:\d{4}-\d\d-\d\d[ T]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?`;
const name = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.'’-]{0,24}(?: [\p{L}\p{N}_][\p{L}\p{N}_.'’-]{0,24}){0,2}`;
const shapes: { pattern: RegExp; isSure: boolean }[] = [
  // mara [23:04]: you up?
  {
    pattern: new RegExp(
      String.raw`^\s*(?<name>${name})(?<open> ?[[(])(?<time>${time})(?<close>[\])]:?)\s+\S`,
      "du",
    ),
    isSure: true,
  },
  // [23:04] mara: you up?   (23:04) <mara> you up?   23:04 <mara> you up?
  {
    pattern: new RegExp(
      String.raw`^\s*(?:(?<open>[[(])(?<time>${time})(?<close>[\])])) ?(?:<[@+%~&]?)?(?<name>${name})[>:] *\S`,
      "du",
    ),
    isSure: true,
  },
  {
    pattern: new RegExp(String.raw`^\s*(?<time>${time}) <[@+%~&]?(?<name>${name})> *\S`, "du"),
    isSure: true,
  },
  { pattern: new RegExp(String.raw`^\s*(?<time>${time}) (?<name>${name}): *\S`, "du"), isSure: true },
  // <mara> you up?
  { pattern: new RegExp(String.raw`^\s*<[@+%~&]?(?<name>${name})> +\S`, "du"), isSure: true },
  // mara: you up?
  { pattern: /^\s*(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.'’-]{0,24}): +\S/du, isSure: false },
];
/** No line of a chat has its name, its time and a word later than this. */
const longestHead = 160;

/** Reads a line as one of a chat; null when it is none. */
export function chatLine(text: string): ChatLine | null {
  const head = text.slice(0, longestHead);
  for (const { pattern, isSure } of shapes) {
    const match = pattern.exec(head);
    const speaker = placed(match, "name");
    if (!match || !speaker) continue;
    const signs = [placed(match, "open"), placed(match, "close")].flatMap((sign) => sign ?? []);
    return {
      name: head.slice(speaker.from, speaker.to),
      speaker,
      time: placed(match, "time"),
      signs,
      isSure,
    };
  }
  return null;
}

function placed(match: RegExpExecArray | null, group: string): { from: number; to: number } | null {
  const indices = match?.indices?.groups?.[group];
  return indices ? { from: indices[0], to: indices[1] } : null;
}

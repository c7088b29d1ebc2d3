/** What a pair of bytes is in a charset of East Asia. */
export type PairKind =
  | "mark"
  | "kana"
  | "hangul"
  | "first-level"
  | "second-level"
  | "rare"
  | "half-width"
  | "broken";

/** One reading of a place in the bytes: what stands there, and how many bytes it takes. */
export interface PairReading {
  kind: PairKind;
  length: number;
}

type PairReader = (lead: number, trail: number) => PairReading;

const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;
const pair = (kind: PairKind): PairReading => ({ kind, length: 2 });
const broken: PairReading = { kind: "broken", length: 1 };

/**
 * How each charset lays out its characters: the standards put the commonest ideographs on a first level, so that a
 * text read by the wrong charset shows by how many are of the second, or of none. (JIS X 0208 rows 16–47 and 48–84;
 * GB/T 2312 rows 16–55 and 56–87; Big5 A440–C67E and C940–F9D5; KS X 1001 rows 16–40 are Hangul, 42–93 Hanja.)
 */
export const pairReaders: Record<string, PairReader> = {
  shift_jis: (lead, trail) => {
    if (within(lead, 0xa1, 0xdf)) return { kind: "half-width", length: 1 };
    const isLead = within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc);
    if (!isLead || !(within(trail, 0x40, 0x7e) || within(trail, 0x80, 0xfc))) return broken;
    if (lead === 0x81) return pair("mark");
    if (lead === 0x82) return pair(trail >= 0x9f ? "kana" : "mark");
    if (lead === 0x83) return pair(trail <= 0x96 ? "kana" : "rare");
    if (within(lead, 0x88, 0x97) || (lead === 0x98 && trail <= 0x72)) return pair("first-level");
    return pair(within(lead, 0x98, 0x9f) || within(lead, 0xe0, 0xea) ? "second-level" : "rare");
  },
  "euc-jp": (lead, trail) => {
    if (lead === 0x8e && within(trail, 0xa1, 0xdf)) return pair("half-width");
    if (!within(lead, 0xa1, 0xfe) || !within(trail, 0xa1, 0xfe)) return broken;
    if (lead === 0xa1 || lead === 0xa3) return pair("mark");
    if (lead === 0xa4 || lead === 0xa5) return pair("kana");
    if (within(lead, 0xb0, 0xcf)) return pair("first-level");
    return pair(within(lead, 0xd0, 0xf4) ? "second-level" : "rare");
  },
  gb18030: (lead, trail) => {
    if (within(lead, 0x81, 0xfe) && within(trail, 0x30, 0x39)) return { kind: "rare", length: 4 };
    if (!within(lead, 0x81, 0xfe) || !(within(trail, 0x40, 0x7e) || within(trail, 0x80, 0xfe))) return broken;
    if (trail < 0xa1) return pair("rare");
    if (lead === 0xa1 || lead === 0xa3) return pair("mark");
    if (within(lead, 0xb0, 0xd7)) return pair("first-level");
    return pair(within(lead, 0xd8, 0xf7) ? "second-level" : "rare");
  },
  big5: (lead, trail) => {
    if (!within(lead, 0xa1, 0xf9) || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) return broken;
    if (lead <= 0xa2) return pair("mark");
    if (within(lead, 0xa4, 0xc6)) return pair("first-level");
    return pair(lead >= 0xc9 ? "second-level" : "rare");
  },
  "euc-kr": (lead, trail) => {
    if (!within(lead, 0xa1, 0xfe) || !within(trail, 0xa1, 0xfe)) return broken;
    if (lead === 0xa1 || lead === 0xa3) return pair("mark");
    return pair(within(lead, 0xb0, 0xc8) ? "hangul" : within(lead, 0xca, 0xfd) ? "second-level" : "rare");
  },
};

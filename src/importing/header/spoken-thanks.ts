import type { CreatorRole } from "../recognised-fields.ts";
import { listedNames, namesAtStart } from "./names.ts";
import { isTold } from "./narration.ts";

/** Somebody a header thanks for a part in the work. */
export interface SpokenThanks {
  role: CreatorRole;
  name: string;
}

/** What a role's work is called, and how its sentence begins when it names who did it. */
const roles: { role: CreatorRole; work: RegExp; by: RegExp }[] = [
  {
    role: "beta",
    work: /\bbeta|\bproof-?read|\bbrit-?pick/iu,
    by: /\b(?:beta(?:-?\s?read|['’]?e?d|ing)?|proof-?read|brit-?picked)\s+(?:by|thanks to)\s+|\bmy\s+(?:\p{L}{1,20}\s+){0,3}beta(?:-?\s?reader)?s?,?\s+(?:is\s+|are\s+)?/iu,
  },
  {
    role: "artist",
    work: /\b(?:cover|cover-?art|art|artwork|banner|illustrations?|fan-?art|drawings?|manip)\b/iu,
    by: /^\W*(?:and\s+)?(?:(?:the|beautiful|wonderful|lovely|gorgeous|amazing)\s+){0,3}(?:cover(?:\s?-?art)?|art(?:work)?|banner|illustrations?|illustrated)\s+(?:is\s+|was\s+)?(?:done\s+|made\s+|drawn\s+)?by\s+/iu,
  },
  {
    role: "translator",
    work: /\btranslat(?:ion|ing|ed)\b/iu,
    by: /^\W*(?:\p{L}{2,15}\s+)?(?:translat(?:ed|ion))\s+(?:from\s+(?:the\s+)?\p{L}{2,20}\s+|into\s+\p{L}{2,20}\s+|was\s+|is\s+)?(?:done\s+)?by\s+/iu,
  },
];
const thanking =
  /\b(?:thank(?:s| you)?|thanx|kudos|love|props|credit|gratitude|hugs|cookies|shout-?out|appreciation)\b[^.!?]{0,60}?\b(?:to|goes to|go to)\s+|\bthank(?:s| you),?\s+/iu;
const betaSubject = /^\W*([\p{L}\d_.-]{2,30})\s+(?:was|has|did|beta|proof)\b/iu;
const clause =
  /;\s|\s+and\s+(?=(?:(?:many|huge|big|also|special)\s+)?(?:thanks?\b|to\s))|,\s+(?=(?:(?:many|huge|big|also|special)\s+)?thank|(?:and\s+)?(?:cover|art|banner|beta|translat)\p{L}*(?:\s\p{L}{2,8})?\s+by\b)/giu;

/** Whom one sentence of a header names as beta reader, artist or translator. */
export function spokenThanks(sentence: string): SpokenThanks[] {
  const parts = sentence.slice(0, 600).split(clause);
  return parts.flatMap((part, index) => {
    // `Thanks to A for the beta and to B for the cover`: the second part is thanks as well.
    const words = index > 0 && /^to\s/iu.test(part) ? `Thanks ${part}` : part;
    return thanksIn(words);
  });
}

function thanksIn(words: string): SpokenThanks[] {
  for (const { role, work, by } of roles) {
    if (role === "translator" ? !/\btranslat/iu.test(words) : !work.test(words)) continue;
    for (const phrase of [by, thanking]) {
      const names = namesAfter(phrase, words).filter((name) => mayBeNamed(role, name, words));
      if (names.length > 0) return names.map((name) => ({ role, name }));
    }
    const subject = role === "beta" ? betaSubject.exec(words)?.[1] : undefined;
    if (subject && !/^(?:this|it|she|he|they|all|any|not|un-?|the|no|my|i|we|who|which)$/iu.test(subject))
      return listedNames(subject).map((name) => ({ role, name }));
  }
  return [];
}

/** `thanks to wren for the beta` names somebody; `my beta fish` does not. */
function mayBeNamed(role: CreatorRole, name: string, words: string): boolean {
  return looksLikeName(name) || (role === "beta" && /\b(?:thank|by\s)/iu.test(words));
}

function looksLikeName(name: string): boolean {
  return /^[\p{Lu}\d]|[_\d]/u.test(name);
}

function namesAfter(phrase: RegExp, words: string): string[] {
  const match = phrase.exec(words);
  if (!match) return [];
  const rest = words.slice(match.index + match[0].length);
  if (isTold(rest)) return [];
  const list = (rest.split(/[.!?(;:]|\s(?:for|who|whose|as|because|in|with)\s/iu, 1)[0] ?? "").trim();
  const listed = list.includes(",") ? listedNames(list.replace(/,\s*and\s/iu, ", ")) : [];
  const plain = listed.every((name) => looksLikeName(name) && name.split(/\s+/u).length <= 3);
  return listed.length > 1 && plain ? listed : namesAtStart(rest);
}

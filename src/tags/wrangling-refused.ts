/** Why a wrangler's deed was not done. Tags are named by their ids. */
export type WranglingRefusal =
  /** A tag would stand above itself; the tags on the way, from it to itself. */
  | { why: "loop"; way: string[] }
  | { why: "other-kind"; tagId: string; otherId: string }
  | { why: "itself"; tagId: string }
  /** It would stand under too many. */
  | { why: "too-deep"; tagId: string }
  /** It is so already. */
  | { why: "already"; tagId: string }
  | { why: "no-synonym"; tagId: string }
  | { why: "is-synonym"; tagId: string; of: string }
  /** Others hang on its being canonical. */
  | { why: "holds-others"; tagId: string; synonyms: number; children: number }
  /** Another tag has the name. */
  | { why: "name-taken"; tagId: string }
  | { why: "no-name" }
  | { why: "no-fandom"; tagId: string }
  | { why: "no-such-medium" }
  | { why: "no-such-kind" }
  /** Somebody else did something about it since the page was made. */
  | { why: "changed-since"; tagId: string }
  /** These deeds came later and rest on what was to be taken back. Empty: something else does. */
  | { why: "later-deeds"; wranglingIds: string[] }
  | { why: "undone-already"; wranglingId: string };

/** A wrangler's deed that cannot be done; nothing was changed. */
export class WranglingRefused extends Error {
  override name = "WranglingRefused";
  readonly refusal: WranglingRefusal;
  constructor(refusal: WranglingRefusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

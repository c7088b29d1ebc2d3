import { type Asking, adding, type Change, retyped } from "./asking.ts";
import { findWriterNamed, findWritersLike } from "./find-names.ts";
import { findRecipientsNamed, findSeriesNamed } from "./find-recipients.ts";
import type { Term } from "./read-tokens.ts";

/** Asks for a writer, or keeps one out; null: told that nobody is called so. */
export async function askingForWriter(asking: Asking, term: Term): Promise<Change | null> {
  const writer = await findWriterNamed(asking.reader, term.value);
  if (writer) return adding(term.minus ? "notWriters" : "writers", [writer.id]);
  const near = asking.mayLookUp() ? await findWritersLike(asking.reader, term.value) : [];
  return asking.tell(
    term,
    { kind: "no-such-writer", name: term.value, near },
    near.map((name) => retyped(term, name)),
  );
}

/** Asks for gifts to somebody; null: told that none of the works in sight are. */
export async function askingForGifts(asking: Asking, term: Term): Promise<Change | null> {
  const { ids, near } = await findRecipientsNamed(asking, term.value);
  if (ids.length > 0) return adding("giftsTo", ids);
  return asking.tell(
    term,
    { kind: "no-such-recipient", name: term.value, near },
    near.map((name) => retyped(term, name)),
  );
}

/** Asks for the works of a series, or of all series of that name; null: told that there is none in sight. */
export async function askingForSeries(asking: Asking, term: Term): Promise<Change | null> {
  const { ids, near } = await findSeriesNamed(asking, term.value);
  if (ids.length > 0) return adding("series", ids);
  return asking.tell(
    term,
    { kind: "no-such-series", name: term.value, near },
    near.map((name) => retyped(term, name)),
  );
}

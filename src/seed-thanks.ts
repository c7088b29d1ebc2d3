import { giveKudos } from "./comments/give-kudos.ts";
import { hashOfToken } from "./comments/guest-token.ts";
import { type Member, visitor } from "./people/person.ts";
import type { Writer } from "./plumbing/database/reader-writer.ts";
import { randomLetters } from "./vocabulary/ids.ts";
import type { Visibility } from "./works/work.ts";
import { addToCounts } from "./works/work-counts.ts";

/** Of so many members one gives kudos to each story. */
const oneIn = 3;
/** So many guests at most do, and so often is a story read for each kudos. */
const mostGuests = 11;
const readingsForOne = 17;

/**
 * A few kudos and readings for the demo stories, the same ones each time: every story has been read, and not every
 * one was thanked for.
 *
 * @param works the published ones
 * @param now ms since 1970, UTC
 */
export async function seedThanks(
  writer: Writer,
  members: Member[],
  works: { workId: string; visibility: Visibility; publishedAt: number }[],
  now: number,
): Promise<void> {
  for (const [place, { workId, visibility, publishedAt }] of works.entries()) {
    /** Most thanks come soon after a story; each of so many has its time. */
    const timeOf = (index: number, all: number) =>
      Math.round(publishedAt + (now - publishedAt) * ((index + 0.5) / all) ** 2);
    const givers = members.filter((_, number) => (number + place) % oneIn === 0);
    for (const [index, member] of givers.entries())
      await giveKudos(writer, member, workId, null, null, timeOf(index, givers.length));
    const guests = visibility === "everyone" ? (place * 7) % mostGuests : 0;
    for (let guest = 0; guest < guests; guest++)
      await giveKudos(writer, visitor, workId, hashOfToken(randomLetters(26)), null, timeOf(guest, guests));
    const hits = (givers.length + guests) * readingsForOne + place + 5;
    await addToCounts(writer, [{ workId, hits }], now);
  }
}

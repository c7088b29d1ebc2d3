import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { NoticeRow } from "./notice-row.ts";

/** A work on somebody else's shelf, as a member may know of it now. */
export type ToldShelving = {
  shelfId: string;
  workId: string;
  shelf: string;
  /** The name the shelf is kept under; null: none is told. */
  keeper: { pseudId: string; name: string } | null;
};

/** Which of these works stand on these shelves for the member; the room of shelves says it (`Rooms`). */
export type FindShelvings = (
  reader: Reader,
  member: Member,
  pairs: readonly { shelfId: string; workId: string }[],
) => Promise<ToldShelving[]>;

/** What a notice of a work put on a shelf keeps of the shelf. */
export function shelfDetail(shelfId: string): string {
  return JSON.stringify({ shelfId });
}

/** The works that these notices say were put on shelves, as they stand there now. @returns by the notice's id */
export async function shelvingsOf(
  reader: Reader,
  find: FindShelvings,
  member: Member,
  rows: readonly Pick<NoticeRow, "id" | "kind" | "workId" | "detail">[],
): Promise<ReadonlyMap<string, ToldShelving>> {
  const told = rows.flatMap(({ id, kind, workId, detail }) =>
    kind === "shelved" && workId !== null ? [{ id, workId, shelfId: shelfIn(detail) }] : [],
  );
  if (told.length === 0) return new Map();
  const key = (one: { shelfId: string; workId: string }) => `${one.shelfId} ${one.workId}`;
  const standing = new Map((await find(reader, member, told)).map((one) => [key(one), one]));
  return new Map(
    told.flatMap((one) => {
      const found = standing.get(key(one));
      return found ? [[one.id, found]] : [];
    }),
  );
}

/** Only `shelfDetail` writes it. */
function shelfIn(detail: string): string {
  const { shelfId }: { shelfId: string } = JSON.parse(detail);
  return shelfId;
}

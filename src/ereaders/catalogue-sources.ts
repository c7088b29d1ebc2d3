import type { Person } from "../people/person.ts";
import type { ArchiveContext } from "../people/request.ts";
import type { BoundWorks } from "../works/bound-works.ts";

/** A shelf as a catalogue needs it; nothing on it but what the person may read, and, unless it is theirs, what their rules leave. */
export type ShelfInCatalogue = { name: string; updatedAt: number; workIds: string[] };

/** What was found; `next` says where the next page begins. */
export type FoundWorks = { ids: string[]; total: number; next: string | null };

/** Stands for an answer while the archive is still reading its shelves, or is too busy to look inside stories. */
export const notYet = Symbol("not yet");

/** What other rooms know and do for a catalogue. Each takes the person it is for. */
export type CatalogueSources = {
  /** @param typed words as readers type them. @param from where a page begins, as the page before said */
  find(
    person: Person,
    wish: { query: string; typed: string; locale: string; from: string; perPage: number },
  ): Promise<FoundWorks | typeof notYet>;
  listFandoms(
    person: Person,
    wish: { locale: string; page: number; perPage: number },
  ): Promise<{ fandoms: { id: string; name: string; count: number }[]; isLast: boolean } | typeof notYet>;
  findFandom(person: Person, tagId: string): Promise<string | undefined>;
  /** Whether a work stands in lists for this person. */
  findListed(person: Person, workId: string): Promise<boolean>;
  listFilters(person: Person): Promise<{ id: string; name: string; query: string }[]>;
  listShelves(person: Person): Promise<{ id: string; name: string; works: number }[]>;
  findShelf(person: Person, shelfId: string): Promise<ShelfInCatalogue | undefined>;
  shelfBook(person: Person, shelfId: string, volume: number): Promise<BoundWorks | undefined>;
  /** A work as a file. @throws NotFound */
  sendWork(context: ArchiveContext, person: Person, workId: string): Promise<Response>;
  /** Several works as one. @param whenSent told what went along once all of it was taken */
  sendBook(
    context: ArchiveContext,
    person: Person,
    bound: BoundWorks,
    whenSent: (given: { workId: string; chapterIds: string[] }[]) => Promise<void>,
  ): Promise<Response>;
};

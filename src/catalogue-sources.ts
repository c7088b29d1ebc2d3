import { answerBook, type BookParts } from "./downloads/pages/book-handler.ts";
import { answerDownload } from "./downloads/pages/download-handler.tsx";
import { type CatalogueSources, notYet } from "./ereaders/catalogue-sources.ts";
import { shelfAsBook } from "./reading/shelf-as-book.ts";
import { findShelf, listOwnShelves, readableOnShelf } from "./reading/shelves.ts";
import {
  fandomForCatalogue,
  fandomsForCatalogue,
  filtersForCatalogue,
  findForCatalogue,
} from "./search/catalogue-source.ts";
import { stillListed } from "./search/still-listed.ts";

type Parts = BookParts & Parameters<typeof findForCatalogue>[0];

/** What the rooms know and do for the catalogues of e-readers. */
export function catalogueSources(archive: Parts): CatalogueSources {
  const { reading } = archive.database;
  return {
    find: async (person, wish) => (await findForCatalogue(archive, person, wish)) ?? notYet,
    listFandoms: async (person, wish) => (await fandomsForCatalogue(archive, person, wish)) ?? notYet,
    findFandom: (person, tagId) => fandomForCatalogue(archive, person, tagId),
    findListed: async (person, workId) => (await stillListed(reading, person, [workId])).length > 0,
    listFilters: (person) => filtersForCatalogue(archive, person),
    listShelves: async (person) => (person.kind === "visitor" ? [] : listOwnShelves(reading, person)),
    async findShelf(person, shelfId) {
      const shelf = await findShelf(reading, person, shelfId);
      if (!shelf) return undefined;
      const readable = await readableOnShelf(reading, person, shelf);
      return {
        name: shelf.name,
        updatedAt: shelf.updatedAt,
        workIds: readable.map(({ workId }) => workId),
      };
    },
    shelfBook: (person, shelfId, volume) => shelfAsBook(reading, person, shelfId, volume),
    sendWork: (context, person, workId) =>
      answerDownload(context, archive, archive.publicAddress, { person, workId, formatId: "epub" }),
    sendBook: (context, person, bound, whenSent) => answerBook(context, archive, person, bound, whenSent),
  };
}

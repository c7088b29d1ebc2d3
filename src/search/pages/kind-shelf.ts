import type { ListedName, NameList, NameLists } from "../keep-name-lists.ts";
import type { LetterGroup } from "../letters.ts";

/** Names on one page; more are parted by letter, and a letter that has more goes over several pages. */
const mostOnPage = 300;

/** Names shown to begin with, where there are too many for one page: those with most works. */
const mostTold = 30;

/** Which part of the names of a kind is asked for. */
export type ShelfWish = { letter: string | null; page: number };

/** A part of the names of a kind, ready to be spelled. */
export type NameShelf = {
  /** How many there are on the whole shelf. */
  count: number;
  letters: string[];
  /** The letter shown, if it is one; `pages`: how many pages it goes over. */
  letter: string | null;
  page: number;
  pages: number;
  /** Not by letter: the names with most works. */
  isMostTold: boolean;
  groups: LetterGroup<ListedName>[];
};

/** Takes the names off the shelf that one page shows. @param isOnIt which names the shelf holds */
export function shelfOf(
  list: NameList,
  lists: NameLists,
  locale: string,
  isOnIt: (id: string) => boolean,
  wish: ShelfWish,
): NameShelf {
  const groups = list.letters.flatMap(({ letter, members }) => {
    const kept = members.filter(({ id }) => isOnIt(id));
    return kept.length === 0
      ? []
      : [kept.length === members.length ? { letter, members } : { letter, members: kept }];
  });
  const count = groups.reduce((sum, { members }) => sum + members.length, 0);
  const shelf = {
    count,
    letters: groups.map(({ letter }) => letter),
    letter: null,
    page: 1,
    pages: 1,
    isMostTold: false,
  };
  const inOrder = (group: LetterGroup<ListedName>) => ({
    letter: group.letter,
    members: [...lists.sorted(sameGroup(list, group), locale)],
  });
  const chosen = groups.find(({ letter }) => letter === wish.letter);
  if (chosen) {
    const { letter, members } = inOrder(chosen);
    const pages = Math.max(1, Math.ceil(members.length / mostOnPage));
    const page = Math.min(wish.page, pages);
    const shown = members.slice((page - 1) * mostOnPage, page * mostOnPage);
    return { ...shelf, letter, page, pages, groups: [{ letter, members: shown }] };
  }
  if (count <= mostOnPage) return { ...shelf, groups: groups.map(inOrder) };
  const largest = groups
    .flatMap(({ members }) => members)
    .sort((one, other) => other.count - one.count)
    .slice(0, mostTold);
  return { ...shelf, isMostTold: true, groups: [{ letter: "", members: largest }] };
}

/** A whole letter is the list's own group, whose order is kept. */
function sameGroup(list: NameList, group: LetterGroup<ListedName>): LetterGroup<ListedName> {
  return list.letters.find(({ members }) => members === group.members) ?? group;
}

/**
 * Every address of the archive, once. No other file writes a path.
 *
 * The functions build addresses; `patterns` are the same addresses as the router reads them.
 * Public ids in addresses are random (see ids.ts), so an address tells nothing but itself.
 */

const segment = encodeURIComponent;

/** Adds a query string; values that are undefined or empty are left out. */
function withQuery(path: string, query: Record<string, string | undefined>): string {
  const filled = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`;
}

/** Which part of a long list of names is wanted. */
type Shelf = {
  medium?: string | undefined;
  letter?: string | undefined;
  typed?: string | undefined;
  page?: number | undefined;
};

function namesOnShelf({ medium, letter, typed, page = 1 }: Shelf): Record<string, string | undefined> {
  return { medium, letter, typed, page: page > 1 ? String(page) : undefined };
}

export const urls = {
  home: () => "/",
  newest: (page = 1) => withQuery("/newest", { page: page > 1 ? String(page) : undefined }),
  about: () => "/about",
  robots: () => "/robots.txt",
  asset: (name: string) => `/assets/${name}`,
  /** A picture in a story; its name is that of its bytes (`KeptPicture`). */
  picture: (name: string) => `/pictures/${name}`,

  // people
  setUp: () => "/set-up",
  register: () => "/register",
  signIn: (returnTo?: string) => withQuery("/sign-in", { "return-to": returnTo }),
  signOut: () => "/sign-out",
  forgottenPassword: () => "/forgotten-password",
  newPassword: (token: string) => `/new-password/${segment(token)}`,
  account: () => "/account",
  accountPseuds: () => "/account/pseuds",
  /** One of a member's names: what it is called, its picture, and the text about it. */
  accountPseud: (pseudId: string) => `/account/pseuds/${segment(pseudId)}`,
  /** Giving one of one's names up. */
  pseudRemoval: (pseudId: string) => `/account/pseuds/${segment(pseudId)}/removal`,
  /** The picture beside a name; its id changes with the picture. */
  pseudIcon: (pseudId: string, iconId: string) => `/writers/${segment(pseudId)}/icon/${segment(iconId)}`,
  accountPassword: () => "/account/password",
  /** Works that ask for one of a member's names, and works on which one stands. */
  invitations: () => "/account/invitations",
  /** Works given to one of a member's names. */
  gifts: () => "/account/gifts",
  preferences: () => "/account/preferences",
  /** How pages look to this reader. @param from the page they came from @param chosen choices to look at, not kept yet */
  comfort: (from?: string, chosen?: string) => withQuery("/comfort", { from, chosen }),
  /** What a reader wants to be spared. */
  readerRules: () => "/account/rules",
  newReaderRule: () => "/account/rules/new",
  readerRule: (id: string) => `/account/rules/${segment(id)}`,
  /** Switching a rule on or off. */
  readerRuleSwitch: (id: string) => `/account/rules/${segment(id)}/switch`,
  readerRuleRemoval: (id: string) => `/account/rules/${segment(id)}/removal`,
  /** All of them as one small file; sending one brings its rules in. */
  readerRulesFile: () => "/account/rules.json",
  /** Whom a member mutes and blocks. */
  keptAway: () => "/account/blocked",
  /** Muting and blocking the person behind a name. */
  keepAway: (pseudId: string) => `/account/blocked/${segment(pseudId)}`,
  /** Rules made from a work: hide what is like it. @param from the list it stood in, to go back to */
  hideLike: (workId: string, from?: string) => withQuery(`/works/${segment(workId)}/hiding`, { from }),
  /** What a member is told. @param after the notice to go on after */
  notices: (after?: string) => withQuery("/account/notices", { after }),
  /** By what they are told. */
  telling: () => "/account/telling",
  /** What they follow. @param at which page of it, or that on which the subscription with this id stands */
  subscriptions: (at: { page?: number; of?: string } = {}) => {
    const { page = 1, of } = at;
    const path = withQuery("/account/subscriptions", { page: page > 1 ? String(page) : undefined, of });
    return of === undefined ? path : `${path}#how-${of}`;
  },
  /** A new secret address for the feed of what they follow. */
  ownFeedKey: () => "/account/telling/feed-address",
  /** Everything a member follows, as a feed; who knows the key may read it. */
  ownFeed: (feedKey: string, form?: "json") =>
    `/feeds/followed/${segment(feedKey)}${form === undefined ? "" : `/${form}`}`,
  /** Where letters are stopped, without signing in. */
  letterLeaving: (leaveKey: string) => `/letters/${segment(leaveKey)}/stop`,
  /** Leaving the archive. */
  closing: () => "/account/closing",
  /** What others made of a member's works, and what they say to it. */
  relatedToOwn: (page = 1) => withQuery("/account/related", { page: page > 1 ? String(page) : undefined }),
  /** Everything that is a member's, as one file. */
  copy: () => "/account/copy.zip",
  /** Copies from other archives, to be brought in. */
  broughtCopies: () => "/account/copies",
  broughtCopy: (id: string) => `/account/copies/${segment(id)}`,
  broughtCopyRemoval: (id: string) => `/account/copies/${segment(id)}/removal`,
  /** What of such copies is kept for its owner alone. */
  keptParts: (kind?: string, page = 1) =>
    withQuery("/account/copies/kept", { kind, page: page > 1 ? String(page) : undefined }),

  // tags
  /** Every fandom, by medium and letter. */
  fandoms: (shelf: Shelf = {}) => withQuery("/fandoms", namesOnShelf(shelf)),
  /** Every tag of a kind, by letter. */
  tagsOfKind: (kindId: string, shelf: Shelf = {}) =>
    withQuery(`/tag-kinds/${segment(kindId)}`, namesOnShelf(shelf)),
  /**
   * Tags whose names have what was typed, as JSON for the script of a field, which adds what is typed.
   *
   * @param kinds only these kinds of tag; none: all
   * @param fandoms ids of fandoms chosen already
   */
  tagSuggestions: (kinds: readonly string[] = [], fandoms: readonly string[] = []) =>
    withQuery("/tag-suggestions", { kind: kinds.join("."), fandom: fandoms.join(".") }),
  /**
   * The same as a page to choose from.
   *
   * @param query a filter, as `queryOfFilter` says it, and `add`: the part of it that what is chosen goes to
   */
  tagChooser: (kinds: readonly string[] = [], query = "") =>
    [withQuery("/tags/choose", { kind: kinds.join(".") }), query]
      .filter(Boolean)
      .join(kinds.length > 0 ? "&" : "?"),
  /** @param query where a page of the list begins, as `queryOfPlace` says it */
  tag: (id: string, query = "") => `/tags/${segment(id)}${query === "" ? "" : `?${query}`}`,

  // works
  /** @param query what to find, as `queryOfFilter` says it; everything when empty */
  works: (query = "") => (query === "" ? "/works" : `/works?${query}`),
  /** Everything under a tag, to be narrowed further. */
  worksUnder: (tagId: string) => withQuery("/works", { with: tagId }),
  /** The newest works of a filter as an Atom feed, as a visitor may see them. */
  worksFeed: (query = "") => (query === "" ? "/works.atom" : `/works.atom?${query}`),
  /** The same as a JSON Feed. */
  worksJsonFeed: (query = "") => (query === "" ? "/works.json" : `/works.json?${query}`),
  /** A reader's filters. */
  savedFilters: () => "/filters",
  /** Where a filter gets its name. @param query as `queryOfFilter` says it */
  newSavedFilter: (query = "") => (query === "" ? "/filters/new" : `/filters/new?${query}`),
  savedFilter: (id: string) => `/filters/${segment(id)}`,
  savedFilterRemoval: (id: string) => `/filters/${segment(id)}/removal`,
  /** A new secret address for the feed of a filter. */
  savedFilterFeedKey: (id: string) => `/filters/${segment(id)}/feed-address`,
  /** The feed of a kept filter; who knows the key may read it. */
  savedFilterFeed: (feedKey: string) => `/feeds/filters/${segment(feedKey)}`,
  savedFilterJsonFeed: (feedKey: string) => `/feeds/filters/${segment(feedKey)}/json`,
  series: (id: string, page = 1) =>
    withQuery(`/series/${segment(id)}`, { page: page > 1 ? String(page) : undefined }),
  /** Which of a reader's filters is applied to a fandom's page. */
  fandomFilter: (tagId: string) => `/tags/${segment(tagId)}/filter`,
  /** The works a member keeps. */
  bookmarks: (page = 1) => withQuery("/bookmarks", { page: page > 1 ? String(page) : undefined }),
  /** Keeping a work, or letting it go. */
  bookmark: (workId: string) => `/works/${segment(workId)}/bookmark`,
  /** A member's own shelves. */
  shelves: () => "/shelves",
  shelf: (id: string, page = 1) =>
    withQuery(`/shelves/${segment(id)}`, { page: page > 1 ? String(page) : undefined }),
  editShelf: (id: string) => `/shelves/${segment(id)}/edit`,
  shelfRemoval: (id: string) => `/shelves/${segment(id)}/removal`,
  /** What stands on a shelf: a note on it, or taking it off. */
  shelvedWork: (id: string) => `/shelves/${segment(id)}/works`,
  shelfOrder: (id: string) => `/shelves/${segment(id)}/order`,
  /** Taking a shelf from everybody's sight, and giving it back: for moderators. */
  shelfHiding: (id: string) => `/shelves/${segment(id)}/hiding`,
  /** The feed of a shelf as a visitor sees it, as Atom and as a JSON Feed. */
  shelfFeed: (id: string) => `/shelves/${segment(id)}/works.atom`,
  shelfJsonFeed: (id: string) => `/shelves/${segment(id)}/works.json`,
  /** A new secret address for its feed. */
  shelfFeedKey: (id: string) => `/shelves/${segment(id)}/feed-address`,
  /** The feed of a shelf as its keeper sees it; who knows the key may read it. */
  ownShelfFeed: (feedKey: string) => `/feeds/shelves/${segment(feedKey)}`,
  ownShelfJsonFeed: (feedKey: string) => `/feeds/shelves/${segment(feedKey)}/json`,
  /** A shelf as one book, or as several that a machine can hold. @param volume from 1 */
  shelfBook: (id: string, volume = 1) =>
    withQuery(`/shelves/${segment(id)}/book.epub`, { volume: volume > 1 ? String(volume) : undefined }),
  /** A series as one book. */
  seriesBook: (id: string, volume = 1) =>
    withQuery(`/series/${segment(id)}/book.epub`, { volume: volume > 1 ? String(volume) : undefined }),
  /**
   * A catalogue for e-readers.
   *
   * @param door "public", "mine", or "key/" with the password of a device
   * @param version "v1": OPDS 1.2, "v2": OPDS 2.0
   */
  catalogue: (door: string, version: string) => (door === "" ? "/opds/" : `/opds/${door}/${version}`),
  /** What is kept in a browser; which of it must go; and the worker that keeps it. */
  offline: () => "/offline",
  offlineCheck: () => "/offline/check",
  offlineWorker: () => "/offline-worker.js",
  keepWork: (id: string) => `/works/${segment(id)}/offline`,
  /** A work as a browser keeps it. */
  keptWork: (id: string) => `/works/${segment(id)}/kept`,
  keepShelf: (id: string) => `/shelves/${segment(id)}/offline`,
  /** A member's e-readers. */
  devices: () => "/account/devices",
  deviceRemoval: (id: string) => `/account/devices/${segment(id)}/removal`,
  /** To which e-readers a shelf is sent. */
  shelfSending: (id: string) => `/shelves/${segment(id)}/sending`,
  /** On which of a member's shelves a work stands. */
  workShelves: (workId: string) => `/works/${segment(workId)}/shelves`,
  /** What a member has read, reads and wants to read. */
  ledger: (query: Record<string, string | undefined> = {}) => withQuery("/ledger", query),
  ledgerSheet: () => "/ledger.csv",
  ledgerImport: () => "/ledger/bring-in",
  /** What is done with lines about works that are not here. */
  ledgerElsewhere: () => "/ledger/elsewhere",
  /** A work's place in a member's ledger. */
  ledgerEntry: (workId: string) => `/works/${segment(workId)}/ledger`,
  /** Whether the ledger follows what is read. */
  ledgerFollowing: () => "/ledger/following",
  /** Forgetting where a member is in works. */
  placesForgetting: () => "/reading/forgetting",
  /** Where the script of a chapter tells which paragraph a member has come to. */
  readingPlace: () => "/reading/place",
  /** Saying thanks for a work. */
  kudos: (workId: string) => `/works/${segment(workId)}/kudos`,

  // talk
  /** The talk under a work, or under one of its chapters. @param after the comment to go on after */
  comments: (workId: string, chapterId?: string | null, after?: string) =>
    withQuery(
      chapterId
        ? `/works/${segment(workId)}/chapters/${segment(chapterId)}/comments`
        : `/works/${segment(workId)}/comments`,
      { after },
    ),
  /** A comment with what was answered to it. @param more `reply`: with the field for an answer open */
  comment: (workId: string, commentId: string, more: { after?: string; reply?: boolean } = {}) =>
    withQuery(`/works/${segment(workId)}/comments/${segment(commentId)}`, {
      after: more.after,
      reply: more.reply ? "1" : undefined,
    }),
  editComment: (workId: string, commentId: string) =>
    `/works/${segment(workId)}/comments/${segment(commentId)}/edit`,
  commentRemoval: (workId: string, commentId: string) =>
    `/works/${segment(workId)}/comments/${segment(commentId)}/removal`,
  /** Giving a removed comment back. */
  commentReturn: (workId: string, commentId: string) =>
    `/works/${segment(workId)}/comments/${segment(commentId)}/return`,
  /** Letting a comment in, holding it back, freezing its thread. */
  commentScreening: (workId: string, commentId: string) =>
    `/works/${segment(workId)}/comments/${segment(commentId)}/screening`,
  /** What a comment said before. */
  commentVersions: (workId: string, commentId: string) =>
    `/works/${segment(workId)}/comments/${segment(commentId)}/versions`,
  /** The paragraphs of a chapter, to be quoted from. @param part which part of them, from 1 */
  quoting: (workId: string, chapterId: string, part = 1) =>
    withQuery(`/works/${segment(workId)}/chapters/${segment(chapterId)}/quote`, {
      part: part > 1 ? String(part) : undefined,
    }),
  /** A member's own comments. */
  ownComments: (after?: string) => withQuery("/comments/mine", { after }),
  /** Comments that wait to be let in by whoever asks. */
  heldComments: (
    query: { of?: string | undefined; words?: string | undefined; after?: string | undefined } = {},
  ) => withQuery("/comments/held", query),
  /** Removed comments that whoever asks can give back. @param after the comment to go on after */
  removedComments: (after?: string) => withQuery("/comments/removed", { after }),
  /** Who lets comments in beside an author. */
  commentHelpers: () => "/comments/helpers",
  writer: (pseudId: string, page = 1) =>
    withQuery(`/writers/${segment(pseudId)}`, { page: page > 1 ? String(page) : undefined }),
  work: (id: string) => `/works/${segment(id)}`,
  wholeWork: (id: string) => `/works/${segment(id)}/whole`,
  /** The places of one story that have the text. */
  workSearch: (id: string, text?: string) => withQuery(`/works/${segment(id)}/search`, { text }),
  /** Everything that is made of a work. */
  madeOfWork: (id: string, page = 1) =>
    withQuery(`/works/${segment(id)}/related`, { page: page > 1 ? String(page) : undefined }),
  chapterIndex: (id: string) => `/works/${segment(id)}/chapters`,
  chapter: (workId: string, chapterId: string) => `/works/${segment(workId)}/chapters/${segment(chapterId)}`,
  /** The chapters and the news of one work as an Atom feed, and as a JSON Feed. */
  workFeed: (id: string) => `/works/${segment(id)}/chapters.atom`,
  workJsonFeed: (id: string) => `/works/${segment(id)}/chapters.json`,
  /** Where the script of a chapter's page says that its end was come to. */
  chapterEnd: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/end`,
  /** What is counted of reading, and not wanting to be. */
  counting: () => "/about/counting",

  // the writer's desk
  desk: () => "/desk",
  /** Every work of a series that one may read, as one file. */
  seriesDownload: (id: string, format: string) => `/series/${segment(id)}/downloads/${segment(format)}`,
  editSeries: (id: string) => `/series/${segment(id)}/edit`,
  seriesOrder: (id: string) => `/series/${segment(id)}/order`,
  seriesRemoval: (id: string) => `/series/${segment(id)}/removal`,
  seriesReturn: (id: string) => `/series/${segment(id)}/return`,
  /** Deleting it for good, out of the trash. */
  seriesForgetting: (id: string) => `/series/${segment(id)}/forgetting`,
  /** Numbers about all works of a writer. @param more all months there are, not the last twelve */
  ownStatistics: (more: { all?: boolean } = {}) =>
    withQuery("/desk/statistics", { all: more.all ? "1" : undefined }),
  ownStatisticsSheet: () => "/desk/statistics.csv",
  /** Numbers about one work. @param more of which chapter alone; all months there are */
  statistics: (workId: string, more: { chapter?: string | undefined; all?: boolean } = {}) =>
    withQuery(`/works/${segment(workId)}/statistics`, {
      chapter: more.chapter,
      all: more.all ? "1" : undefined,
    }),
  statisticsSheet: (workId: string) => `/works/${segment(workId)}/statistics.csv`,
  /** Where several works are changed at once. @param choose which of them are chosen to begin with */
  ownWorks: (choose?: "all" | "published" | "drafts") => withQuery("/desk/works", { choose }),
  /** The forms of the desk. @param autosave filled with these words, which were typed there and not saved */
  newWork: (autosave?: string) => withQuery("/works/new", { autosave }),
  /** The source of a story in HTML or in Markdown, made of the other: for the editor's script. */
  storySource: () => "/desk/story-source",
  /** What was pasted into the editor, tidied. */
  pastedStory: () => "/desk/pasted",
  /** A writer's pictures. */
  pictures: () => "/desk/pictures",
  editWork: (id: string, autosave?: string) => withQuery(`/works/${segment(id)}/edit`, { autosave }),
  previewWork: (id: string) => `/works/${segment(id)}/preview`,
  publication: (id: string) => `/works/${segment(id)}/publication`,
  workRemoval: (id: string) => `/works/${segment(id)}/removal`,
  /** Taking one's own name off a work. */
  leaving: (id: string) => `/works/${segment(id)}/leaving`,
  /** Giving a work up but leaving it to its readers. */
  orphaning: (id: string) => `/works/${segment(id)}/orphaning`,
  /** Taking a work away for good, at once. */
  withdrawal: (id: string) => `/works/${segment(id)}/withdrawal`,
  workReturn: (id: string) => `/works/${segment(id)}/return`,
  /** Deleting a work for good that lies in the trash. */
  workForgetting: (id: string) => `/works/${segment(id)}/forgetting`,
  /** What was taken away and can be taken back. */
  trash: () => "/desk/trash",
  /** When the chapters of a work come out. */
  releasePlan: (workId: string) => `/works/${segment(workId)}/plan`,
  releasePause: (workId: string) => `/works/${segment(workId)}/plan/pause`,
  newNews: (workId: string) => `/works/${segment(workId)}/news/new`,
  editNews: (workId: string, newsId: string) => `/works/${segment(workId)}/news/${segment(newsId)}/edit`,
  newsRemoval: (workId: string, newsId: string) =>
    `/works/${segment(workId)}/news/${segment(newsId)}/removal`,
  newChapter: (workId: string, autosave?: string) =>
    withQuery(`/works/${segment(workId)}/chapters/new`, { autosave }),
  chapterOrder: (workId: string) => `/works/${segment(workId)}/chapter-order`,
  editChapter: (workId: string, chapterId: string, autosave?: string) =>
    withQuery(`/works/${segment(workId)}/chapters/${segment(chapterId)}/edit`, { autosave }),
  /** The same form with the saved story in Markdown. */
  editChapterInMarkdown: (workId: string, chapterId: string) =>
    withQuery(`/works/${segment(workId)}/chapters/${segment(chapterId)}/edit`, { source: "markdown" }),
  /** Where the script of a form sends what is typed and not saved. */
  autosaves: () => "/autosaves",
  /** What was typed somewhere and not saved, beside what stands. */
  autosave: (id: string) => `/autosaves/${segment(id)}`,
  /** Putting it aside. */
  autosaveLeaving: (id: string) => `/autosaves/${segment(id)}/leaving`,
  /** Forgetting it for good. */
  autosaveRemoval: (id: string) => `/autosaves/${segment(id)}/removal`,
  chapterPublication: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/publication`,
  chapterRemoval: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/removal`,
  chapterReturn: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/return`,
  /** Deleting a chapter for good that lies in the trash. */
  chapterForgetting: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/forgetting`,
  /** The time at which a draft chapter comes out. */
  chapterRelease: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/release`,
  chapterReleaseRemoval: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/release/removal`,
  chapterJoining: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/joining`,
  /** Where a chapter can be split: at its headings and scene breaks, or at every paragraph, a page of them at a time. */
  chapterSplitting: (workId: string, chapterId: string, paragraphs?: number) =>
    withQuery(`/works/${segment(workId)}/chapters/${segment(chapterId)}/splitting`, {
      paragraphs: paragraphs ? String(paragraphs) : undefined,
    }),
  /**
   * The states a chapter had, and what changed from one to another.
   *
   * @param chosen the versions to compare; the same twice: to read; none: now and before. A page of the list, from 1
   */
  chapterRevisions: (
    workId: string,
    chapterId: string,
    chosen: { before?: number; after?: number; page?: number } = {},
  ) =>
    withQuery(`/works/${segment(workId)}/chapters/${segment(chapterId)}/revisions`, {
      before: chosen.before === undefined ? undefined : String(chosen.before),
      after: chosen.after === undefined ? undefined : String(chosen.after),
      page: chosen.page !== undefined && chosen.page > 1 ? String(chosen.page) : undefined,
    }),
  /** Bringing an earlier state of a chapter back. */
  chapterRestoration: (workId: string, chapterId: string) =>
    `/works/${segment(workId)}/chapters/${segment(chapterId)}/restoration`,
  original: (workId: string, originalId: string) =>
    `/works/${segment(workId)}/originals/${segment(originalId)}`,
  originalRemoval: (workId: string, originalId: string) =>
    `/works/${segment(workId)}/originals/${segment(originalId)}/removal`,

  // importing
  newImport: (workId?: string) => withQuery("/imports/new", { work: workId }),
  imports: () => "/imports",
  /**
   * @param chapter the key of the chapter to show; the first when none is named
   * @param more the part of a long chapter, from 1; the group of findings of which all are listed
   */
  importReview: (id: string, chapter?: string, more: { part?: number; all?: string } = {}) =>
    withQuery(`/imports/${segment(id)}`, {
      chapter,
      part: more.part !== undefined && more.part > 1 ? String(more.part) : undefined,
      all: more.all,
    }),
  /** How far the reading of an import is, as JSON for the page's script. */
  importProgress: (id: string) => `/imports/${segment(id)}/progress`,
  /** @param file its place among the import's files, from 0; the first when none is named */
  importOriginal: (id: string, file = 0) =>
    withQuery(`/imports/${segment(id)}/original`, { file: file > 0 ? String(file) : undefined }),
  importRemoval: (id: string) => `/imports/${segment(id)}/removal`,

  // downloads
  download: (workId: string, format: string) => `/works/${segment(workId)}/downloads/${segment(format)}`,

  // the wranglers' desk
  /** @param query which tags, as the desk's own form says it */
  wrangling: (query: Record<string, string | undefined> = {}) => withQuery("/wrangling", query),
  wrangledTag: (tagId: string) => `/wrangling/tags/${segment(tagId)}`,
  wranglingLog: (page = 1) => withQuery("/wrangling/log", { page: page > 1 ? String(page) : undefined }),
  wranglingUndo: (wranglingId: string) => `/wrangling/log/${segment(wranglingId)}/undo`,
  wranglingSheet: () => "/wrangling/tags.csv",
  wranglingImport: () => "/wrangling/bring-in",

  // the owner's room
  helpers: () => "/owner/helpers",
  settings: () => "/owner/settings",
  settingsList: (list: string) => `/owner/lists/${segment(list)}`,
  outbox: () => "/owner/outbox",
};

/** The same addresses with `:name` where a value stands, for the router. */
export const patterns = {
  tagsOfKind: "/tag-kinds/:kindId",
  readerRule: "/account/rules/:ruleId",
  readerRuleSwitch: "/account/rules/:ruleId/switch",
  readerRuleRemoval: "/account/rules/:ruleId/removal",
  keepAway: "/account/blocked/:pseudId",
  hideLike: "/works/:workId/hiding",
  savedFilter: "/filters/:filterId",
  savedFilterRemoval: "/filters/:filterId/removal",
  savedFilterFeedKey: "/filters/:filterId/feed-address",
  savedFilterFeed: "/feeds/filters/:feedKey",
  savedFilterJsonFeed: "/feeds/filters/:feedKey/json",
  fandomFilter: "/tags/:tagId/filter",
  ownFeed: "/feeds/followed/:feedKey",
  ownJsonFeed: "/feeds/followed/:feedKey/json",
  letterLeaving: "/letters/:leaveKey/stop",
  series: "/series/:seriesId",
  seriesDownload: "/series/:seriesId/downloads/:format",
  editSeries: "/series/:seriesId/edit",
  seriesOrder: "/series/:seriesId/order",
  seriesRemoval: "/series/:seriesId/removal",
  seriesReturn: "/series/:seriesId/return",
  seriesForgetting: "/series/:seriesId/forgetting",
  shelf: "/shelves/:shelfId",
  editShelf: "/shelves/:shelfId/edit",
  shelfRemoval: "/shelves/:shelfId/removal",
  shelvedWork: "/shelves/:shelfId/works",
  shelfOrder: "/shelves/:shelfId/order",
  shelfHiding: "/shelves/:shelfId/hiding",
  shelfFeed: "/shelves/:shelfId/works.atom",
  shelfJsonFeed: "/shelves/:shelfId/works.json",
  shelfFeedKey: "/shelves/:shelfId/feed-address",
  ownShelfFeed: "/feeds/shelves/:feedKey",
  ownShelfJsonFeed: "/feeds/shelves/:feedKey/json",
  shelfBook: "/shelves/:shelfId/book.epub",
  seriesBook: "/series/:seriesId/book.epub",
  workShelves: "/works/:workId/shelves",
  catalogue: "/opds/*",
  keepWork: "/works/:workId/offline",
  keptWork: "/works/:workId/kept",
  keepShelf: "/shelves/:shelfId/offline",
  deviceRemoval: "/account/devices/:deviceId/removal",
  shelfSending: "/shelves/:shelfId/sending",
  kudos: "/works/:workId/kudos",
  bookmark: "/works/:workId/bookmark",
  ledgerEntry: "/works/:workId/ledger",
  comments: "/works/:workId/comments",
  chapterComments: "/works/:workId/chapters/:chapterId/comments",
  comment: "/works/:workId/comments/:commentId",
  editComment: "/works/:workId/comments/:commentId/edit",
  commentRemoval: "/works/:workId/comments/:commentId/removal",
  commentReturn: "/works/:workId/comments/:commentId/return",
  commentScreening: "/works/:workId/comments/:commentId/screening",
  commentVersions: "/works/:workId/comments/:commentId/versions",
  quoting: "/works/:workId/chapters/:chapterId/quote",
  wrangledTag: "/wrangling/tags/:tagId",
  wranglingUndo: "/wrangling/log/:wranglingId/undo",
  tag: "/tags/:tagId",
  writer: "/writers/:pseudId",
  work: "/works/:workId",
  wholeWork: "/works/:workId/whole",
  workSearch: "/works/:workId/search",
  madeOfWork: "/works/:workId/related",
  chapterIndex: "/works/:workId/chapters",
  chapter: "/works/:workId/chapters/:chapterId",
  workFeed: "/works/:workId/chapters.atom",
  workJsonFeed: "/works/:workId/chapters.json",
  chapterEnd: "/works/:workId/chapters/:chapterId/end",
  statistics: "/works/:workId/statistics",
  statisticsSheet: "/works/:workId/statistics.csv",
  editWork: "/works/:workId/edit",
  previewWork: "/works/:workId/preview",
  publication: "/works/:workId/publication",
  workRemoval: "/works/:workId/removal",
  leaving: "/works/:workId/leaving",
  broughtCopy: "/account/copies/:copyId",
  broughtCopyRemoval: "/account/copies/:copyId/removal",
  orphaning: "/works/:workId/orphaning",
  withdrawal: "/works/:workId/withdrawal",
  accountPseud: "/account/pseuds/:pseudId",
  pseudRemoval: "/account/pseuds/:pseudId/removal",
  pseudIcon: "/writers/:pseudId/icon/:iconId",
  workReturn: "/works/:workId/return",
  workForgetting: "/works/:workId/forgetting",
  releasePlan: "/works/:workId/plan",
  releasePause: "/works/:workId/plan/pause",
  newNews: "/works/:workId/news/new",
  editNews: "/works/:workId/news/:newsId/edit",
  newsRemoval: "/works/:workId/news/:newsId/removal",
  newChapter: "/works/:workId/chapters/new",
  chapterOrder: "/works/:workId/chapter-order",
  editChapter: "/works/:workId/chapters/:chapterId/edit",
  chapterPublication: "/works/:workId/chapters/:chapterId/publication",
  chapterRemoval: "/works/:workId/chapters/:chapterId/removal",
  chapterReturn: "/works/:workId/chapters/:chapterId/return",
  chapterForgetting: "/works/:workId/chapters/:chapterId/forgetting",
  chapterRelease: "/works/:workId/chapters/:chapterId/release",
  chapterReleaseRemoval: "/works/:workId/chapters/:chapterId/release/removal",
  chapterJoining: "/works/:workId/chapters/:chapterId/joining",
  chapterSplitting: "/works/:workId/chapters/:chapterId/splitting",
  chapterRevisions: "/works/:workId/chapters/:chapterId/revisions",
  chapterRestoration: "/works/:workId/chapters/:chapterId/restoration",
  original: "/works/:workId/originals/:originalId",
  originalRemoval: "/works/:workId/originals/:originalId/removal",
  autosave: "/autosaves/:autosaveId",
  autosaveLeaving: "/autosaves/:autosaveId/leaving",
  autosaveRemoval: "/autosaves/:autosaveId/removal",
  newPassword: "/new-password/:token",
  asset: "/assets/:name",
  picture: "/pictures/:name",
  importReview: "/imports/:importId",
  importProgress: "/imports/:importId/progress",
  importOriginal: "/imports/:importId/original",
  importRemoval: "/imports/:importId/removal",
  download: "/works/:workId/downloads/:format",
  settingsList: "/owner/lists/:list",
};

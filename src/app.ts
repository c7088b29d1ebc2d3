import { Hono } from "hono";
import { compress } from "hono/compress";
import { handleList, showList } from "./admin/pages/list-handlers.tsx";
import { showOutbox } from "./admin/pages/outbox-handler.tsx";
import { handleSettings, showSettings } from "./admin/pages/settings-handler.tsx";
import { catalogueSources } from "./catalogue-sources.ts";
import { commentsReceivedBy, commentsWrittenBy } from "./comments/comments-written.ts";
import { commentsByDay, kudosByDay } from "./comments/count-by-day.ts";
import { countHeld } from "./comments/held-comments.ts";
import { countWords, takeNameFromTalk, takeWordsFromTalk } from "./comments/leave-talk.ts";

import { handleHeld, showHeld } from "./comments/pages/held/held-handlers.tsx";
import { handleCommentHelpers, showCommentHelpers } from "./comments/pages/held/helpers-handlers.tsx";
import { handleKudos } from "./comments/pages/kudos-handler.ts";
import { showOwnComments } from "./comments/pages/own/own-comments.tsx";
import { showRemovedComments } from "./comments/pages/own/removed-comments.tsx";
import { handleQuoting, showQuoting } from "./comments/pages/quoting/quote-handlers.tsx";
import { showKudos } from "./comments/pages/show-kudos.tsx";
import {
  handleCommentRemoval,
  handleCommentReturn,
  handleEditComment,
  handleScreening,
  showCommentRemoval,
  showEditComment,
  showVersions,
} from "./comments/pages/talk/change-handlers.tsx";
import { limitComments } from "./comments/pages/talk/limit-comments.ts";
import { showTalkLink } from "./comments/pages/talk/show-talk-link.tsx";
import { handleTalk, showComment, showTalk } from "./comments/pages/talk/talk-handlers.tsx";
import { formats } from "./downloads/formats.ts";
import type { Downloads } from "./downloads/keep-downloads.ts";
import { sendBook } from "./downloads/pages/book-handler.ts";
import { sendDownload } from "./downloads/pages/download-handler.tsx";
import { sendSeriesDownload } from "./downloads/pages/series-download-handler.ts";
import { sendCatalogue } from "./ereaders/pages/catalogue-handler.ts";
import { handleDeviceRemoval, handleNewDevice, showDevices } from "./ereaders/pages/device-handlers.tsx";
import { handleSending, showSending } from "./ereaders/pages/send-shelf.tsx";
import { forgetAnswers } from "./importing/forget-answers.ts";
import { listImports } from "./importing/imports.ts";
import type { Importer } from "./importing/open-importer.ts";
import type { Tidier } from "./importing/open-tidier.ts";
import { letImportsOutlive } from "./importing/outlive-works.ts";
import { sendImportOriginal } from "./importing/pages/original-handler.ts";
import { handlePictures, showPictures } from "./importing/pages/pictures-handlers.tsx";
import { sendImportProgress } from "./importing/pages/progress-handler.ts";
import { handleImportRemoval } from "./importing/pages/removal-handler.ts";
import { handleReview, showReview } from "./importing/pages/review-handlers.tsx";
import { sendPastedStory, sendStorySource } from "./importing/pages/story-source-handlers.ts";
import { handleUpload, showUpload } from "./importing/pages/upload-handlers.tsx";
import type { Bringer } from "./leaving/open-bringer.ts";
import { handleClosing, showClosing } from "./leaving/pages/closing-handlers.tsx";
import {
  handleBroughtCopy,
  handleCopyRemoval,
  showBroughtCopies,
  showBroughtCopy,
  takeInCopy,
} from "./leaving/pages/copies/copies-handlers.tsx";
import { showKeptParts } from "./leaving/pages/copies/kept-handler.tsx";
import { sendCopy } from "./leaving/pages/copy-handler.ts";
import {
  handleOrphaning,
  handleWithdrawal,
  showOrphaning,
  showWithdrawal,
} from "./leaving/pages/work-handlers.tsx";
import { noticeRooms } from "./notice-rooms.ts";
import { handleNotices, showNotices } from "./notices/pages/notices-handlers.tsx";
import { sendOwnFeed } from "./notices/pages/own-feed-handler.ts";
import { showFollow, showFollowWork } from "./notices/pages/show-follow.tsx";
import { handleStop, showStop } from "./notices/pages/stop-handlers.tsx";
import { handleSubscriptions, showSubscriptions } from "./notices/pages/subscriptions-handlers.tsx";
import { handleOwnFeedKey, handleTelling, showTelling } from "./notices/pages/telling-handlers.tsx";
import { subscribersByDay } from "./notices/subscribers-by-day.ts";
import { tellHowMany } from "./notices/tell-how-many.ts";
import { keepVisitorPages, sameForVisitors } from "./people/keep-visitor-pages.ts";
import { limitRequestSize } from "./people/limit-request-size.tsx";
import type { OwnerCode } from "./people/owner-code.ts";
import { handleNewPseud, handleOwnPassword, showAccount } from "./people/pages/account-handlers.tsx";
import { answerNotFound, answerRefusals, type ErrorLog } from "./people/pages/answer-refusals.tsx";
import { handleHelpers, showHelpers } from "./people/pages/helpers-handlers.tsx";
import { sendIcon } from "./people/pages/icon-handler.ts";
import {
  handleKeepAway,
  handleKeptAway,
  showKeepAway,
  showKeptAway,
} from "./people/pages/kept-away-handlers.tsx";
import {
  handleForgottenPassword,
  handleNewPassword,
  showForgottenPassword,
  showNewPassword,
} from "./people/pages/password-handlers.tsx";
import { handlePreferences, showPreferences } from "./people/pages/preferences-handlers.tsx";
import { handlePseudForm, showPseud } from "./people/pages/pseud-handlers.tsx";
import { handleRegister, handleSetUp, showRegister, showSetUp } from "./people/pages/register-handler.tsx";
import { handleSignIn, handleSignOut, showSignIn } from "./people/pages/sign-in-handler.tsx";
import { prepareRequest } from "./people/prepare-request.ts";
import type { ArchiveEnvironment } from "./people/request.ts";
import type { SignInLibrary } from "./people/sign-in-library.ts";
import type { Database } from "./plumbing/database/database.ts";
import type { FileStore } from "./plumbing/files/file-store.ts";
import type { Assets } from "./plumbing/http/assets.ts";
import { headWithoutBody } from "./plumbing/http/head-without-body.ts";
import { refuseCrossSite } from "./plumbing/http/refuse-cross-site.ts";
import { securityHeaders } from "./plumbing/http/security-headers.ts";
import type { VisitorPages } from "./plumbing/http/visitor-pages.ts";
import { withoutNul } from "./plumbing/http/without-nul.ts";
import type { Post } from "./plumbing/mail/post.ts";
import type { SettingsKeeper } from "./plumbing/settings/settings.ts";
import { statisticsOf } from "./reading/carry-statistics.ts";
import { countOpenings } from "./reading/count-openings.ts";
import type { Endings } from "./reading/endings.ts";
import { findShelfNames } from "./reading/followed-shelves.ts";
import { handleBookmark, handleBookmarks, showBookmarks } from "./reading/pages/bookmark-handlers.tsx";
import { handleChapterEnd } from "./reading/pages/chapter-end-handler.ts";
import { handleComfort, showComfort } from "./reading/pages/comfort/comfort-handlers.tsx";
import { handleCounting, showCounting } from "./reading/pages/counting-handlers.tsx";
import { handleElsewhere } from "./reading/pages/ledger/elsewhere-handlers.tsx";
import {
  handleLedger,
  handleLedgerEntry,
  handleLedgerWishes,
  showLedger,
} from "./reading/pages/ledger/ledger-handlers.tsx";
import {
  handleLedgerImport,
  sendLedgerSheet,
  showLedgerImport,
} from "./reading/pages/ledger/sheet-handlers.tsx";
import { markEnd } from "./reading/pages/mark-end.tsx";
import {
  checkOffline,
  sendOfflineWorker,
  showKeepShelf,
  showKeepWork,
  showOffline,
} from "./reading/pages/offline/offline-handlers.tsx";
import { aidReading } from "./reading/pages/place/aid-reading.tsx";
import { handlePlacesForgetting } from "./reading/pages/place/forgetting-handler.ts";
import { takeInPlace } from "./reading/pages/place/place-handler.ts";
import {
  handleEditShelf,
  handleShelfFeedKey,
  handleShelfRemoval,
  showEditShelf,
  showShelfRemoval,
} from "./reading/pages/shelves/edit-shelf-handlers.tsx";
import { sendOwnShelfFeed, sendShelfFeed } from "./reading/pages/shelves/shelf-feed-handlers.ts";
import {
  handleNewShelf,
  handleShelfHiding,
  handleShelfOrder,
  handleShelvedWork,
  showShelf,
  showShelves,
} from "./reading/pages/shelves/shelf-handlers.tsx";
import { shelvesOfWriter } from "./reading/pages/shelves/shelves-of-writer.tsx";
import { handleWorkShelves, showWorkShelves } from "./reading/pages/shelves/work-shelves-handlers.tsx";
import { showBookmark } from "./reading/pages/show-bookmark.tsx";
import {
  sendOwnStatistics,
  sendStatistics,
  showOwnStatistics,
  showStatistics,
} from "./reading/pages/statistics/statistics-handlers.tsx";
import type { Readings } from "./reading/readings.ts";
import { shelfAsBook } from "./reading/shelf-as-book.ts";
import { findShelf } from "./reading/shelves.ts";
import { findFilterNames, findTagNames } from "./search/followed-names.ts";
import { findFrontFandoms } from "./search/front-fandoms.ts";
import type { NameLists } from "./search/keep-name-lists.ts";
import { keptLinks } from "./search/kept-links.ts";
import { newestFrom } from "./search/newest-works.ts";
import type { Finder } from "./search/open-finder.ts";
import { showChooser } from "./search/pages/choose-handler.tsx";
import { sendSavedFilterFeed, sendWorksFeed } from "./search/pages/feed-handlers.ts";
import { showFound } from "./search/pages/find-handler.tsx";
import { showFandoms, showKind } from "./search/pages/kind-handlers.tsx";
import {
  handleFandomFilter,
  handleFeedKey,
  handleFilter,
  handleFilterRemoval,
  showFilter,
  showFilterRemoval,
} from "./search/pages/saved/filter-handlers.tsx";
import { handleNewFilter, showFilters, showNewFilter } from "./search/pages/saved/list-handlers.tsx";
import { sendSuggestions } from "./search/pages/suggest-handler.ts";
import { showTag } from "./search/pages/tag-handler.tsx";
import { showWorkSearch } from "./search/pages/work-search-handler.tsx";
import type { TextSearch } from "./search/text-search.ts";
import { findVisibleTags } from "./search/visible-tags.ts";
import { takeKeysBack } from "./take-keys-back.ts";
import { patterns, urls } from "./vocabulary/urls.ts";
import { inTurn } from "./works/after-story.ts";
import type { ArchiveCountsKeeper } from "./works/archive-counts.ts";
import {
  handleAutosaveLeaving,
  handleAutosaveRemoval,
  showAutosave,
} from "./works/pages/desk/autosaves/autosave-handlers.tsx";
import { takeInAutosave } from "./works/pages/desk/autosaves/take-in-handler.ts";
import { handleOwnWorks, showOwnWorks } from "./works/pages/desk/bulk/bulk-handlers.tsx";
import {
  handleEditChapter,
  handleNewChapter,
  showEditChapter,
  showNewChapter,
} from "./works/pages/desk/chapter-handlers.tsx";
import { handleChapterJoining, showChapterJoining } from "./works/pages/desk/chapter-joining-handlers.tsx";
import { handleChapterOrder } from "./works/pages/desk/chapter-order-handler.ts";
import {
  handleChapterRemoval,
  handleChapterReturn,
  showChapterRemoval,
} from "./works/pages/desk/chapter-removal-handlers.tsx";
import {
  handleChapterSplitting,
  showChapterSplitting,
} from "./works/pages/desk/chapter-splitting-handlers.tsx";
import { showDesk } from "./works/pages/desk/desk-handler.tsx";
import { handleEditWork, showEditWork } from "./works/pages/desk/edit-work-handlers.tsx";
import { handleGift, showGifts } from "./works/pages/desk/gifts/gift-handlers.tsx";
import { handleInvitation, showInvitations } from "./works/pages/desk/names/invitation-handlers.tsx";
import { handleLeaving, showLeaving } from "./works/pages/desk/names/leaving-handlers.tsx";
import { handlePseudRemoval, showPseudRemoval } from "./works/pages/desk/names/pseud-removal-handlers.tsx";
import { handleNewWork, showNewWork } from "./works/pages/desk/new-work-handlers.tsx";
import {
  handleEditNews,
  handleNewNews,
  handleNewsRemoval,
  showEditNews,
  showNewNews,
  showNewsRemoval,
} from "./works/pages/desk/news/news-handlers.tsx";
import { sendOriginal } from "./works/pages/desk/original-handler.ts";
import { handleOriginalRemoval, showOriginalRemoval } from "./works/pages/desk/original-removal-handlers.tsx";
import { showPreview } from "./works/pages/desk/preview-handler.tsx";
import { handleChapterPublication, handlePublication } from "./works/pages/desk/publication-handlers.tsx";
import { handleRelated, showRelated } from "./works/pages/desk/related/related-handlers.tsx";
import { handlePause, handlePlan, showPlan } from "./works/pages/desk/releases/plan-handlers.tsx";
import {
  handleRelease,
  handleReleaseRemoval,
  showRelease,
} from "./works/pages/desk/releases/release-handlers.tsx";
import { handleRestoration, showRevisions } from "./works/pages/desk/revisions/revision-handlers.tsx";
import {
  handleEditSeries,
  handleSeriesOrder,
  handleSeriesRemoval,
  handleSeriesReturn,
  showEditSeries,
  showSeriesRemoval,
} from "./works/pages/desk/series/series-handlers.tsx";
import {
  handleChapterForgetting,
  handleSeriesForgetting,
  handleWorkForgetting,
  showChapterForgetting,
  showSeriesForgetting,
  showTrash,
  showWorkForgetting,
} from "./works/pages/desk/trash/trash-handlers.tsx";
import {
  handleWorkRemoval,
  handleWorkReturn,
  showWorkRemoval,
} from "./works/pages/desk/work-removal-handlers.tsx";
import { showAbout } from "./works/pages/lists/about-handler.tsx";
import { showHome } from "./works/pages/lists/home-handler.tsx";
import { showMadeOf } from "./works/pages/lists/made-of-handler.tsx";
import { showNewest } from "./works/pages/lists/newest-handler.tsx";
import { showRobots } from "./works/pages/lists/robots-handler.ts";
import { showSeries } from "./works/pages/lists/series-handler.tsx";
import { showWriter } from "./works/pages/lists/writer-handler.tsx";
import { showChapter } from "./works/pages/reading/chapter-handler.tsx";
import { showChapterIndex } from "./works/pages/reading/chapter-index-handler.tsx";
import { showKeptWork } from "./works/pages/reading/kept-work-handler.tsx";
import { sendPicture } from "./works/pages/reading/picture-handler.ts";
import { showWholeWork } from "./works/pages/reading/whole-work-handler.tsx";
import { sendWorkFeed } from "./works/pages/reading/work-feed-handler.tsx";
import { showWork } from "./works/pages/reading/work-handler.tsx";
import { handleHideLike, showHideLike } from "./works/pages/rules/hide-like-handlers.tsx";
import {
  handleNewRule,
  handleRule,
  handleRuleRemoval,
  handleRuleSwitch,
  handleRulesFile,
  sendRulesFile,
  showNewRule,
  showRule,
  showRules,
} from "./works/pages/rules/rule-handlers.tsx";
import { seriesAsBook } from "./works/series-as-book.ts";
import { volumeAsked } from "./works/volumes.ts";
import { handleBringIn, showBringIn } from "./wrangling/pages/bring-in-handlers.tsx";
import { handleDesk, showDesk as showWranglersDesk } from "./wrangling/pages/desk-handlers.tsx";
import { handleUndo, showLog } from "./wrangling/pages/log-handlers.tsx";
import { sendTagSheet } from "./wrangling/pages/sheet-handler.ts";
import { handleWrangledTag, showWrangledTag } from "./wrangling/pages/tag-handlers.tsx";
import type { CatalogueKeeper } from "./wrangling/tag-catalogue.ts";

/** Everything an archive is made of, opened. Handlers get only the parts they name. */
export type Archive = {
  database: Database;
  files: FileStore;
  post: Post;
  library: SignInLibrary;
  settings: SettingsKeeper;
  assets: Assets;
  visitorPages: VisitorPages;
  readings: Readings;
  endings: Endings;
  archiveCounts: ArchiveCountsKeeper;
  ownerCode: OwnerCode;
  downloads: Downloads;
  importer: Importer;
  tidier: Tidier;
  /** Brings in copies that members took from other archives. */
  bringer: Bringer;
  finder: Finder;
  nameLists: NameLists;
  textSearch: TextSearch;
  /** Every tag's name, while somebody wrangles. */
  catalogue: CatalogueKeeper;
  /** The file of the script that keeps stories for reading without a network. */
  offlineWorker: string;
  /** The file of the small set of tags an owner may begin with. */
  startingTags: string;
  /** Where the archive is, for letters; without a slash at the end. */
  address: string;
  /** The archive's address as its readers know it, without a slash at the end; null: as each request says. */
  publicAddress: string | null;
  overHttps: boolean;
  trustedProxies: number;
  log: ErrorLog;
};

export type App = Hono<ArchiveEnvironment>;

/** Every URL of the archive and who answers it. */
export function createApp(archive: Archive): App {
  const { database, library, settings, post } = archive;
  const app: App = new Hono<ArchiveEnvironment>();

  app.get(patterns.asset, securityHeaders(archive.overHttps), archive.assets.handler);

  // feeds; before anybody asks who is there: they are the same for all who know their address
  app.get(urls.worksFeed(), securityHeaders(archive.overHttps), sendWorksFeed(archive, "atom"));
  app.get(urls.worksJsonFeed(), securityHeaders(archive.overHttps), sendWorksFeed(archive, "json"));
  app.get(patterns.savedFilterFeed, securityHeaders(archive.overHttps), sendSavedFilterFeed(archive, "atom"));
  app.get(
    patterns.savedFilterJsonFeed,
    securityHeaders(archive.overHttps),
    sendSavedFilterFeed(archive, "json"),
  );
  app.get(patterns.shelfFeed, securityHeaders(archive.overHttps), sendShelfFeed(archive, "atom"));
  app.get(patterns.shelfJsonFeed, securityHeaders(archive.overHttps), sendShelfFeed(archive, "json"));
  app.get(patterns.ownShelfFeed, securityHeaders(archive.overHttps), sendOwnShelfFeed(archive, "atom"));
  app.get(patterns.ownShelfJsonFeed, securityHeaders(archive.overHttps), sendOwnShelfFeed(archive, "json"));

  const ownFeed = { ...archive, rooms: noticeRooms };
  app.get(patterns.ownFeed, securityHeaders(archive.overHttps), sendOwnFeed(ownFeed, "atom"));
  app.get(patterns.ownJsonFeed, securityHeaders(archive.overHttps), sendOwnFeed(ownFeed, "json"));

  app.use(headWithoutBody);
  app.use(keepVisitorPages(archive.visitorPages));
  app.use(securityHeaders(archive.overHttps));
  app.use(prepareRequest(archive, archive.trustedProxies));
  app.use(countOpenings(archive, archive.trustedProxies));
  app.use(tellHowMany(database, noticeRooms));
  // Before posts from elsewhere are refused: a mail program's server sends one press by itself.
  app.post(patterns.letterLeaving, limitRequestSize(settings), handleStop(database));
  app.use(refuseCrossSite());
  app.onError(answerRefusals(archive.log));
  // A copy is larger than any form, and is written to disk as it comes in.
  app.post(urls.broughtCopies(), takeInCopy(archive));
  app.use(limitRequestSize(settings));
  app.use(withoutNul());
  app.notFound(answerNotFound);

  // people
  const joining = archive;
  app.get(urls.setUp(), showSetUp(joining)).post(handleSetUp(joining));
  app.get(urls.register(), showRegister(joining)).post(handleRegister(joining));
  app
    .get(urls.signIn(), showSignIn)
    .post(handleSignIn(library, database, (request, environment) => app.fetch(request, environment)));
  app.post(urls.signOut(), handleSignOut(library));
  app.get(urls.forgottenPassword(), showForgottenPassword).post(handleForgottenPassword(library, post));
  app.get(patterns.newPassword, showNewPassword).post(handleNewPassword(library));
  app.get(urls.account(), showAccount(database));
  app.post(urls.accountPseuds(), handleNewPseud(database));
  app.get(patterns.accountPseud, showPseud(archive)).post(handlePseudForm(archive));
  app.get(patterns.pseudIcon, sendIcon(database, archive.files));
  app.post(urls.accountPassword(), handleOwnPassword(library, database, takeKeysBack));
  app.get(urls.preferences(), showPreferences(database)).post(handlePreferences(database));

  // how pages look
  app.get(urls.comfort(), showComfort(archive)).post(handleComfort(archive));

  // being told
  app.get(urls.notices(), showNotices(database, noticeRooms)).post(handleNotices(database));
  app.get(urls.telling(), showTelling(archive)).post(handleTelling(archive));
  app.get(patterns.letterLeaving, showStop(database));
  app.post(urls.ownFeedKey(), handleOwnFeedKey(archive));
  const following = { ...archive, elsewhere: { findTagNames, findShelfNames, findFilterNames } };
  app.get(urls.subscriptions(), showSubscriptions(following)).post(handleSubscriptions(following));
  const follow = showFollow(archive);

  app.get(urls.keptAway(), showKeptAway(database)).post(handleKeptAway(database));
  app.get(patterns.keepAway, showKeepAway(database)).post(handleKeepAway(database));

  // a reader's own rules
  const rules = { database, findTags: findVisibleTags };
  app.get(urls.readerRules(), showRules(rules));
  app.get(urls.newReaderRule(), showNewRule(rules)).post(handleNewRule(rules));
  app.get(urls.readerRulesFile(), sendRulesFile(rules)).post(handleRulesFile(rules));
  app.get(patterns.readerRule, showRule(rules)).post(handleRule(rules));
  app.post(patterns.readerRuleSwitch, handleRuleSwitch(rules));
  app.post(patterns.readerRuleRemoval, handleRuleRemoval(rules));
  app.get(patterns.hideLike, showHideLike(rules)).post(handleHideLike(rules));

  // the owner's room
  app.get(urls.settings(), showSettings(archive)).post(handleSettings(archive));
  app.get(patterns.settingsList, showList(database)).post(handleList(database));
  app.get(urls.outbox(), showOutbox(post));
  app.get(urls.helpers(), showHelpers(database)).post(handleHelpers(database));

  // the wranglers' desk
  const wranglers = { ...archive, countTags: archive.finder.countEveryTag };
  app.get(urls.wrangling(), showWranglersDesk(wranglers)).post(handleDesk(wranglers));
  app.get(urls.wranglingLog(), showLog(wranglers));
  app.get(urls.wranglingSheet(), sendTagSheet(wranglers));
  app.get(urls.wranglingImport(), showBringIn()).post(handleBringIn(wranglers));
  app.post(patterns.wranglingUndo, handleUndo(wranglers));
  app.get(patterns.wrangledTag, showWrangledTag(wranglers)).post(handleWrangledTag(wranglers));

  // bringing stories in
  app.get(urls.newImport(), showUpload(archive));
  app.post(urls.imports(), handleUpload(archive));
  app.get(patterns.importReview, showReview(archive)).post(handleReview(archive));
  app.get(patterns.importProgress, sendImportProgress(archive));
  app.get(patterns.importOriginal, sendImportOriginal(database, archive.files));
  app.post(patterns.importRemoval, handleImportRemoval(database, archive.files));

  // carrying away
  app.get(patterns.download, sendDownload(archive, archive.publicAddress));
  app.get(patterns.seriesDownload, sendSeriesDownload(archive, archive.publicAddress));
  app.get(
    patterns.seriesBook,
    sendBook(archive, ({ req }, person) =>
      seriesAsBook(database.reading, person, req.param("seriesId") ?? "", volumeAsked(req.query("volume"))),
    ),
  );
  app.get(
    patterns.shelfBook,
    sendBook(archive, ({ req }, person) =>
      shelfAsBook(database.reading, person, req.param("shelfId") ?? "", volumeAsked(req.query("volume"))),
    ),
  );

  // e-readers
  app.get(urls.devices(), showDevices(archive)).post(handleNewDevice(archive));
  app.post(patterns.deviceRemoval, handleDeviceRemoval(archive));
  app.get(
    patterns.catalogue,
    sendCatalogue({
      ...archive,
      sources: catalogueSources(archive),
      picture: archive.assets.addressOf("book.png"),
    }),
  );

  // the writer's desk
  app.get(urls.desk(), showDesk({ ...archive, listImports, countHeld }));
  app.get(urls.ownWorks(), showOwnWorks(database)).post(handleOwnWorks(database));
  app.get(patterns.editSeries, showEditSeries(database)).post(handleEditSeries(archive));
  app.post(patterns.seriesOrder, handleSeriesOrder(database));
  app.get(patterns.seriesRemoval, showSeriesRemoval(archive)).post(handleSeriesRemoval(database));
  app.post(patterns.seriesReturn, handleSeriesReturn(database));
  app.get(urls.newWork(), showNewWork(archive)).post(handleNewWork(archive));
  app.post(urls.storySource(), sendStorySource(archive.tidier));
  app.post(urls.pastedStory(), sendPastedStory(archive));
  app.get(urls.pictures(), showPictures(archive)).post(handlePictures(archive));
  app.get(patterns.editWork, showEditWork(archive)).post(handleEditWork(archive));
  app.get(patterns.previewWork, showPreview(database));
  app.post(patterns.publication, handlePublication(database));
  app.get(patterns.workRemoval, showWorkRemoval(archive)).post(handleWorkRemoval(database));
  app
    .get(patterns.pseudRemoval, showPseudRemoval(database))
    .post(handlePseudRemoval(database, archive.files));
  app.get(urls.invitations(), showInvitations(database)).post(handleInvitation(database));
  app.get(urls.gifts(), showGifts(database)).post(handleGift(database));
  app.get(urls.relatedToOwn(), showRelated(database)).post(handleRelated(database));
  app.get(patterns.leaving, showLeaving(database)).post(handleLeaving(database, archive.files));
  // leaving
  const leaving = {
    ...archive,
    rooms: { takeNameFromTalk, takeWordsFromTalk, countWords, forgetAnswers },
  };
  const counted = { kudos: kudosByDay, comments: commentsByDay, subscribers: subscribersByDay };
  app.get(patterns.orphaning, showOrphaning(leaving)).post(handleOrphaning(leaving));
  app.get(
    urls.copy(),
    sendCopy(archive, {
      commentsWritten: commentsWrittenBy,
      commentsReceived: commentsReceivedBy,
      statistics: statisticsOf(counted),
    }),
  );
  app.get(urls.broughtCopies(), showBroughtCopies(archive));
  app.get(urls.keptParts(), showKeptParts(database));
  app.get(patterns.broughtCopy, showBroughtCopy(archive)).post(handleBroughtCopy(archive));
  app.post(patterns.broughtCopyRemoval, handleCopyRemoval(archive));
  app.get(urls.closing(), showClosing(leaving)).post(handleClosing(leaving));
  app.get(patterns.withdrawal, showWithdrawal(leaving)).post(handleWithdrawal(leaving));

  app.post(patterns.workReturn, handleWorkReturn(database));
  app.get(urls.trash(), showTrash(archive));
  app
    .get(patterns.workForgetting, showWorkForgetting(database))
    .post(handleWorkForgetting(archive, letImportsOutlive));
  app.get(patterns.seriesForgetting, showSeriesForgetting(database)).post(handleSeriesForgetting(database));
  app
    .get(patterns.chapterForgetting, showChapterForgetting(database))
    .post(handleChapterForgetting(database));
  app.get(patterns.newChapter, showNewChapter(archive)).post(handleNewChapter(archive));
  app.post(patterns.chapterOrder, handleChapterOrder(database));
  app.get(patterns.editChapter, showEditChapter(archive)).post(handleEditChapter(archive));
  app.post(patterns.chapterPublication, handleChapterPublication(database));
  app.get(patterns.chapterRemoval, showChapterRemoval(archive)).post(handleChapterRemoval(database));
  app.post(patterns.chapterReturn, handleChapterReturn(database));
  app.get(patterns.releasePlan, showPlan(database)).post(handlePlan(database));
  app.post(patterns.releasePause, handlePause(database));
  app.get(patterns.chapterRelease, showRelease(database)).post(handleRelease(database));
  app.post(patterns.chapterReleaseRemoval, handleReleaseRemoval(database));
  app.get(patterns.newNews, showNewNews(archive)).post(handleNewNews(archive));
  app.get(patterns.editNews, showEditNews(archive)).post(handleEditNews(archive));
  app.get(patterns.newsRemoval, showNewsRemoval(archive)).post(handleNewsRemoval(archive));
  app.get(patterns.chapterJoining, showChapterJoining(archive)).post(handleChapterJoining(archive));
  app.get(patterns.chapterSplitting, showChapterSplitting(database)).post(handleChapterSplitting(database));
  app.get(patterns.chapterRevisions, showRevisions(database));
  app.post(patterns.chapterRestoration, handleRestoration(database));
  app.post(urls.autosaves(), takeInAutosave(archive));
  app.get(patterns.autosave, showAutosave(archive));
  app.post(patterns.autosaveLeaving, handleAutosaveLeaving(archive));
  app.post(patterns.autosaveRemoval, handleAutosaveRemoval(archive));
  app.get(patterns.original, sendOriginal(database, archive.files));
  app
    .get(patterns.originalRemoval, showOriginalRemoval(database))
    .post(handleOriginalRemoval(database, archive.files));

  // finding; kept for nobody: the index learns of a change a moment after the kept pages are forgotten
  app.get(urls.works(), compress({ encoding: "gzip" }), showFound(archive));
  app.get(urls.tagSuggestions(), sendSuggestions(database, archive.finder));
  app.get(urls.tagChooser(), showChooser(database, archive.finder));
  app.get(patterns.workSearch, showWorkSearch(database, archive.textSearch));
  app.get(patterns.tag, showTag(database, settings, archive.finder, follow));

  // saying thanks
  const afterStory = inTurn(
    markEnd(archive),
    showKudos(database),
    showBookmark(database),
    showFollowWork(archive),
    showTalkLink(archive),
  );
  app.post(patterns.kudos, handleKudos(archive));

  // the ledger
  app.get(urls.ledger(), showLedger(archive)).post(handleLedger(archive));
  app.post(urls.ledgerFollowing(), handleLedgerWishes(archive));
  app.post(urls.ledgerElsewhere(), handleElsewhere(archive));
  app.post(patterns.ledgerEntry, handleLedgerEntry(archive));
  app.get(urls.ledgerSheet(), sendLedgerSheet(archive));
  app.get(urls.ledgerImport(), showLedgerImport()).post(handleLedgerImport(archive));

  // keeping one's place
  const aid = aidReading(archive);
  app.post(urls.readingPlace(), takeInPlace(archive));
  app.post(urls.placesForgetting(), handlePlacesForgetting(archive));

  // keeping
  app.get(urls.bookmarks(), showBookmarks(archive)).post(handleBookmarks(archive));
  app.post(patterns.bookmark, handleBookmark(archive));
  const afterShelf = showSending(database);
  app.get(urls.shelves(), showShelves(archive)).post(handleNewShelf(archive));
  app.get(patterns.shelf, showShelf(archive, afterShelf, follow));
  app
    .get(patterns.editShelf, showEditShelf(archive, archive.publicAddress))
    .post(handleEditShelf(archive, archive.publicAddress));
  app.post(patterns.shelfFeedKey, handleShelfFeedKey(archive));
  app.post(patterns.shelvedWork, handleShelvedWork(archive, afterShelf));
  app.post(patterns.shelfOrder, handleShelfOrder(archive));
  app.get(patterns.shelfRemoval, showShelfRemoval(archive)).post(handleShelfRemoval(archive));
  app.post(patterns.shelfHiding, handleShelfHiding(archive));
  app.get(urls.offline(), showOffline(archive));
  app.get(urls.offlineWorker(), sendOfflineWorker(archive.offlineWorker));
  app.post(urls.offlineCheck(), checkOffline(archive));
  app.get(patterns.keepWork, showKeepWork(archive));
  app.get(patterns.keepShelf, showKeepShelf(archive));
  app.post(
    patterns.shelfSending,
    handleSending(
      database,
      async ({ var: { person } }, id) => (await findShelf(database.reading, person, id))?.mine ?? false,
    ),
  );
  app.get(patterns.workShelves, showWorkShelves(archive)).post(handleWorkShelves(archive));

  // counting, gently
  const statistics = { ...archive, counted };
  app.post(patterns.chapterEnd, handleChapterEnd(database));
  app.get(urls.counting(), showCounting(archive)).post(handleCounting(archive.overHttps));
  app.get(urls.ownStatistics(), showOwnStatistics(statistics));
  app.get(urls.ownStatisticsSheet(), sendOwnStatistics(statistics));
  app.get(patterns.statistics, showStatistics(statistics));
  app.get(patterns.statisticsSheet, sendStatistics(statistics));

  // talk
  const spendComment = limitComments();
  const takeComment = handleTalk(archive, spendComment);
  app.get(patterns.comments, showTalk(archive)).post(takeComment);
  app.get(patterns.chapterComments, showTalk(archive)).post(takeComment);
  app.get(patterns.comment, showComment(archive)).post(takeComment);
  app.get(patterns.editComment, showEditComment(archive)).post(handleEditComment(archive, spendComment));
  app.get(patterns.commentRemoval, showCommentRemoval(archive)).post(handleCommentRemoval(archive));
  app.post(patterns.commentReturn, handleCommentReturn(archive));
  app.post(patterns.commentScreening, handleScreening(archive));
  app.get(patterns.commentVersions, showVersions(archive));
  app.get(patterns.quoting, showQuoting(archive)).post(handleQuoting(archive));
  app.get(urls.ownComments(), showOwnComments(archive));
  app.get(urls.heldComments(), showHeld(archive)).post(handleHeld(archive));
  app.get(urls.removedComments(), showRemovedComments(archive));
  app.get(urls.commentHelpers(), showCommentHelpers(database)).post(handleCommentHelpers(database));

  // a reader's own filters
  app.get(urls.savedFilters(), showFilters(archive)).post(handleNewFilter(archive));
  app.get(urls.newSavedFilter(), showNewFilter(archive));
  app
    .get(patterns.savedFilter, showFilter({ ...archive, follow }))
    .post(handleFilter({ ...archive, follow }));
  app.get(patterns.savedFilterRemoval, showFilterRemoval(database)).post(handleFilterRemoval(database));
  app.post(patterns.savedFilterFeedKey, handleFeedKey(database));
  app.post(patterns.fandomFilter, handleFandomFilter(database));

  // reading
  const findNewest = newestFrom(database.reading, archive.finder);
  app.get(
    urls.home(),
    sameForVisitors,
    showHome({
      ...archive,
      listKept: keptLinks,
      findFandoms: (person, locale) => findFrontFandoms(archive, person, locale),
      findNewest,
    }),
  );
  app.get(urls.newest(), sameForVisitors, showNewest(database, settings, findNewest));
  app.get(urls.fandoms(), sameForVisitors, showFandoms(archive));
  app.get(patterns.tagsOfKind, sameForVisitors, showKind(archive));
  app.get(urls.about(), sameForVisitors, showAbout(settings));
  app.get(urls.robots(), sameForVisitors, showRobots(database, settings));
  app.get(patterns.series, sameForVisitors, showSeries(database, settings, formats, follow));
  app.get(
    patterns.writer,
    sameForVisitors,
    showWriter(database, settings, shelvesOfWriter(database), follow),
  );
  // After the desk: "new" is no work and no chapter.
  app.get(patterns.work, sameForVisitors, showWork(database, formats, afterStory));
  app.get(patterns.wholeWork, sameForVisitors, showWholeWork(database, afterStory, aid));
  app.get(patterns.keptWork, showKeptWork(database));
  app.get(patterns.madeOfWork, sameForVisitors, showMadeOf(database));
  app.get(patterns.workFeed, sendWorkFeed(archive, "atom"));
  app.get(patterns.workJsonFeed, sendWorkFeed(archive, "json"));
  app.get(patterns.chapterIndex, sameForVisitors, showChapterIndex(database));
  app.get(patterns.chapter, sameForVisitors, showChapter(database, afterStory, aid));
  app.get(patterns.picture, sendPicture(database, archive.files));

  return app;
}

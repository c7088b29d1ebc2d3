import assert from "node:assert/strict";
import { addPseud } from "../src/people/add-pseud.ts";
import { keepIcon } from "../src/people/keep-icon.ts";
import { followFacts } from "../src/plumbing/events/follow-facts.ts";
import { tinyPng } from "../src/plumbing/pictures/for-tests/tiny-pictures.ts";
import { reactions } from "../src/reactions.ts";
import { bringStatistics } from "../src/reading/carry-statistics.ts";
import { isoMonth, monthOf } from "../src/reading/months.ts";
import type { Deed } from "../src/tags/deed.ts";
import { doDeeds } from "../src/tags/do-deeds.ts";
import { tagFor } from "../src/tags/tags.ts";
import { randomLetters } from "../src/vocabulary/ids.ts";
import { patterns, urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { acceptInvitation } from "../src/works/answer-invitation.ts";
import { answerRelated } from "../src/works/answer-related.ts";
import { keepAutosave } from "../src/works/autosaves/keep-autosave.ts";
import { leaveAutosave } from "../src/works/autosaves/leave-autosave.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { addRules } from "../src/works/change-rules.ts";
import { removeSeries } from "../src/works/change-series.ts";
import { removeChapter } from "../src/works/chapters/remove-chapter.ts";
import type { FormPlace } from "../src/works/form/form-place.ts";
import { postNews } from "../src/works/news/post-news.ts";
import { attachOriginal, keepOriginal } from "../src/works/originals.ts";
import { publishWork } from "../src/works/publish-work.ts";
import { putInSeries } from "../src/works/put-in-series.ts";
import { noParts, type RuleParts } from "../src/works/reader-rules.ts";
import { planQueue, planRelease } from "../src/works/releases/plan-release.ts";
import { removeWork } from "../src/works/remove-work.ts";
import { saveDraft } from "../src/works/save-draft.ts";
import type { ChapterFields, WorkFields } from "../src/works/work-fields.ts";
import type { CastMember, TestArchive } from "./archive.ts";
import { smallCopy, smallWork } from "./small-copy.ts";

/** A page to look at: where it is, who opens it, and what is sent when it is the answer to a refused form. */
export type PageToSee = {
  path: string;
  as: CastMember | null;
  /** The router's pattern it stands for, so that a page nobody looks at is noticed. */
  pattern: string;
  sends?: Record<string, string>;
};

/** Words of our own in Greek, so that any Latin letter on a page comes from the interface. */
const greek = {
  title: "Η βάρκα και το φανάρι",
  note: "<p>Ένα μικρό δώρο.</p>",
  story: '<p>Η νύχτα ήταν ήσυχη.</p>\n<hr class="scene" data-ornament="***">\n<p><em>Γύρνα πίσω.</em></p>',
  // Words without an end must not push a page past the edge of a phone.
  fandom: `Οδύσσει${"α".repeat(200)}`,
  character: "Πηνελόπη",
  friend: "Ευρύκλεια",
  series: "Τα φανάρια",
};

/** Fills an archive with a little of everything, and lists every page there is, each as somebody who may open it. */
export async function everyPage(archive: TestArchive): Promise<PageToSee[]> {
  const owner = await archive.join("Ναυσικά", "owner");
  const author = await archive.join("Καλυψώ");
  const reader = await archive.join("Τηλέμαχος");
  const work = await publishedWork(archive, author);
  await archive.textIndex.learnMissing();
  await readForMonths(archive, work);
  for (const giver of [reader, null]) await archive.send(urls.kudos(work.id), {}, giver);
  await archive.send(urls.bookmark(work.id), { keeps: "yes" }, reader);
  const shelf = await shelfOf(archive, reader, work.id);
  await archive.send(urls.ledgerEntry(work.id), { state: "reading" }, reader);
  const elsewhere = [greek.title, `"${"ψ".repeat(90)}"`, greek.fandom, "read", "παλιά", greek.note].join(",");
  const sheet = `title,authors,url,status,date read,note\n${elsewhere}`;
  await archive.send(urls.ledgerImport(), { sheet }, reader);
  const talk = await talkUnder(archive, work, author, reader);
  const draft = await draftWork(archive, author);
  const removed = await removedWork(archive, author);
  const unsaved = await typedAndNotSaved(archive, author, work);
  await worksMadeOf(archive, author, reader, work.id);
  const sharedId = await sharedWork(archive, author, reader);
  const second = await secondName(archive, author);
  const filterId = await keptFilter(archive, author, work);
  const quiet = await wantsQuiet(archive, reader, work);
  const review = await bringIn(archive, author);
  const copies = await bringCopies(archive, author, reader);
  const wrangled = await wrangle(archive, owner, work.fandomId);
  const told = await tellAll(
    archive,
    reader,
    { authorId: author.pseudId, workId: work.id, filterId },
    author,
  );
  const tagId = await archive.database.write((writer) => tagFor(writer, "fandom", greek.fandom, Date.now()));
  const lists = ["ratings", "warnings", "categories", "permissions", "tag-kinds", "media", "abbreviations"];
  await archive.send(urls.forgottenPassword(), { email: author.email });
  const page = (pattern: string, path: string, as: CastMember | null, sends?: Record<string, string>) => ({
    pattern,
    path,
    as,
    ...(sends ? { sends } : {}),
  });
  return [
    page("/", urls.home(), null),
    page("/", urls.home(), author),
    page("/newest", urls.newest(), null),
    page("/fandoms", urls.fandoms(), null),
    page("/about", urls.about(), null),
    page("/tags/:tagId", urls.tag(tagId), null),
    page("/tags/:tagId", urls.tag(work.fandomId), author),
    page("/tags/:tagId", urls.tag(work.fandomId, "all=1"), author),
    page("/series/:seriesId", urls.series(work.seriesId), null),
    page("/series/:seriesId", urls.series(work.seriesId), author),
    page("/series/:seriesId/edit", urls.editSeries(work.seriesId), author),
    page("/series/:seriesId/edit", urls.editSeries(work.seriesId), author, { title: "", expected: "ψ" }),
    page("/series/:seriesId/removal", urls.seriesRemoval(work.seriesId), author),
    page("/writers/:pseudId", urls.writer(author.pseudId), null),
    page("/fandoms", urls.fandoms({ typed: "ο" }), author),
    page("/fandoms", urls.fandoms({ medium: "-", letter: "Ο" }), null),
    page("/tag-kinds/:kindId", urls.tagsOfKind("character"), null),
    page("/tag-kinds/:kindId", urls.tagsOfKind("additional", { typed: "nothing" }), null),
    page("/tags/choose", urls.tagChooser(["character"]), null),
    page("/tags/choose", urls.tagChooser([], "typed=ν"), author),
    page("/tags/choose", urls.tagChooser(["fandom", "character"], `typed=ν&add=with&with=${tagId}`), null),
    page("/works", urls.works(), null),
    page("/works", urls.works(), author),
    page("/works", `${urls.worksUnder(work.fandomId)}&without=${work.tagId}&rating=general&words=1..`, null),
    page("/works", urls.works("more=tag:additional&typed=ψ"), null),
    page("/works", urls.works("q=-words:5k+fandm:x+(writer:%22ψ&colour=x&with=0000000000"), null),
    page("/works", urls.works(`q=${encodeURIComponent("ύ")}`), author),
    page("/works", urls.works(`main=${tagId}&not-mention=${work.tagId}&series=${work.seriesId}`), null),
    page("/works", urls.works("text=ησυχη+*&posted=2w&pictures=no&sort=kudos"), author),
    page("/works", urls.works(`q=${encodeURIComponent('ησυχη -"ψ" gift:ψ')}`), null),
    page("/works/:workId", urls.work(work.id), null),
    page("/works/:workId", urls.work(work.id), author),
    page("/works/:workId", urls.work(work.id), reader),
    page("/works/:workId", urls.work(draft.id), author),
    page("/works/:workId/search", urls.workSearch(work.id), null),
    page("/works/:workId/search", urls.workSearch(work.id, "ησυχη * γυρνα"), null),
    page("/works/:workId/whole", urls.wholeWork(work.id), null),
    page("/works/:workId/chapters", urls.chapterIndex(work.id), author),
    page("/works/:workId/chapters/:chapterId", urls.chapter(work.id, work.chapterId), null),
    page("/works/:workId/comments", urls.comments(work.id), null),
    page("/works/:workId/comments", urls.comments(work.id), author),
    page("/works/:workId/comments", urls.comments(work.id), null, { name: author.name, comment: "" }),
    page("/works/:workId/comments", urls.comments(work.id), reader, { comment: "", quoted: greek.title }),
    page("/works/:workId/chapters/:chapterId/comments", urls.comments(work.id, work.chapterId), reader),
    page(
      "/works/:workId/chapters/:chapterId/comments",
      `${urls.comments(work.id, work.chapterId)}?quote=1`,
      null,
    ),
    page("/works/:workId/comments/:commentId", urls.comment(work.id, talk.rootId), null),
    page("/works/:workId/comments/:commentId", urls.comment(work.id, talk.deepId, { reply: true }), reader),
    page("/works/:workId/comments/:commentId", urls.comment(work.id, talk.rootId), author),
    page("/works/:workId/comments/:commentId", urls.comment(work.id, talk.heldId), author),
    page("/works/:workId/comments/:commentId/edit", urls.editComment(work.id, talk.deepId), reader),
    page("/works/:workId/comments/:commentId/edit", urls.editComment(work.id, talk.deepId), reader, {
      comment: "",
    }),
    page("/works/:workId/comments/:commentId/removal", urls.commentRemoval(work.id, talk.deepId), reader),
    page("/works/:workId/comments/:commentId/versions", urls.commentVersions(work.id, talk.deepId), reader),
    page("/works/:workId/chapters/:chapterId/quote", urls.quoting(work.id, work.chapterId), null),
    page("/works/:workId/chapters/:chapterId/quote", urls.quoting(work.id, work.chapterId), reader),
    page("/comments/mine", urls.ownComments(), reader),
    page("/comments/held", urls.heldComments(), author),
    page("/comments/held", urls.heldComments({ of: "all", words: "ψ" }), owner),
    page("/comments/removed", urls.removedComments(), reader),
    page("/comments/removed", urls.removedComments(), owner),
    page("/works/:workId/comments/:commentId", urls.comment(work.id, talk.goneId), reader),
    page("/comments/helpers", urls.commentHelpers(), author),
    page("/comments/helpers", urls.commentHelpers(), reader),
    page("/comments/helpers", urls.commentHelpers(), author, { name: "", pseud: author.pseudId }),
    page("/sign-in", urls.signIn(), null),
    page("/sign-in", urls.signIn(), null, { email: "nobody", password: "" }),
    page("/register", urls.register(), null),
    page("/register", urls.register(), null, { email: "", name: "", password: "" }),
    page("/forgotten-password", urls.forgottenPassword(), null),
    page("/forgotten-password", urls.forgottenPassword(), null, { email: "nobody@example.org" }),
    page("/new-password/:token", urls.newPassword("spent"), null),
    page("/new-password/:token", urls.newPassword("spent"), null, { password: "four ordinary words" }),
    page("/account", urls.account(), author),
    page("/bookmarks", urls.bookmarks(), reader),
    page(urls.offline(), urls.offline(), null),
    page("/works/:workId/kept", urls.keptWork(work.id), reader),
    page(patterns.keepWork, urls.keepWork(work.id), null),
    page(patterns.keepShelf, urls.keepShelf(shelf.id), reader),
    page(urls.devices(), urls.devices(), reader),
    page(urls.devices(), urls.devices(), reader, { name: "" }),
    page(urls.devices(), urls.devices(), reader, { name: "ψ".repeat(90) }),
    page("/shelves", urls.shelves(), reader),
    page("/shelves", urls.shelves(), author),
    page("/shelves", urls.shelves(), reader, { name: "", visibility: "ψ" }),
    page(patterns.shelf, urls.shelf(shelf.id), reader),
    page(patterns.shelf, urls.shelf(shelf.id), null),
    page(patterns.shelf, urls.shelf(shelf.id), owner),
    page(patterns.editShelf, urls.editShelf(shelf.id), reader),
    page(patterns.editShelf, urls.editShelf(shelf.id), reader, { name: "", text: "ψ".repeat(300) }),
    page(patterns.shelfRemoval, urls.shelfRemoval(shelf.id), reader),
    page(patterns.workShelves, urls.workShelves(work.id), reader),
    page(patterns.workShelves, urls.workShelves(work.id), reader, { name: "α".repeat(300) }),
    page("/account/gifts", urls.gifts(), author),
    page("/account/gifts", urls.gifts(), reader),
    page("/account/related", urls.relatedToOwn(), author),
    page("/account/related", urls.relatedToOwn(), reader),
    page("/works/:workId/related", urls.madeOfWork(work.id), null),
    page("/account/invitations", urls.invitations(), author),
    page("/account/invitations", urls.invitations(), reader),
    page("/works/:workId/leaving", urls.leaving(sharedId), reader),
    page("/works/:workId/leaving", urls.leaving(sharedId), author),
    page(urls.preferences(), urls.preferences(), author),
    page("/comfort", urls.comfort(), null),
    page("/ledger", urls.ledger(), reader),
    page("/ledger", urls.ledger({ words: "ψ", order: "title" }), author),
    page("/ledger", urls.ledger(), reader, { work: work.id, [`note-${work.id}`]: "ψ".repeat(20_001) }),
    page("/ledger", urls.ledger({ state: "elsewhere" }), reader),
    page("/ledger/bring-in", urls.ledgerImport(), reader),
    page("/ledger/bring-in", urls.ledgerImport(), reader, { sheet: "ψ" }),
    page("/ledger/bring-in", urls.ledgerImport(), reader, { sheet: "title\nψ" }),
    page(
      "/comfort",
      urls.comfort(urls.chapter(work.id, work.chapterId), "face-dyslexic.size-200.theme-contrast-dark"),
      reader,
    ),
    page(urls.notices(), urls.notices(), author),
    page(urls.notices(), urls.notices(), reader),
    page(urls.telling(), urls.telling(), reader),
    page("/account/rules", urls.readerRules(), reader),
    page("/account/rules", `${urls.readerRules()}?words=${"ψ".repeat(90)}`, author),
    page("/account/rules/new", urls.newReaderRule(), reader),
    page("/account/rules/new", urls.newReaderRule(), reader, {
      ...{ name: "ψ".repeat(90), tags: "ψ", writers: "ψ", "fewer-words": "ψ", "unless-tags": "ψ" },
      ...{ works: work.id, languages: "el", unsaid: "underage" },
    }),
    page("/account/rules/:ruleId", urls.readerRule(quiet.ruleId), reader),
    page("/account/rules.json", urls.readerRulesFile(), reader, { pasted: "ψ" }),
    page("/account/rules.json", urls.readerRulesFile(), quiet.folds, { pasted: quiet.file }),
    page("/account/blocked", urls.keptAway(), reader),
    page("/account/blocked", urls.keptAway(), quiet.folds, { name: "ψ" }),
    page("/account/blocked/:pseudId", urls.keepAway(owner.pseudId), reader),
    page("/account/blocked/:pseudId", urls.keepAway(reader.pseudId), reader, { muted: "yes" }),
    page("/works/:workId/hiding", urls.hideLike(work.id, urls.newest()), reader),
    page("/works/:workId/hiding", urls.hideLike(work.id), quiet.folds, { name: "ψ" }),
    page("/works", urls.works(), quiet.folds),
    page("/works", urls.works(`show=${work.id}`), quiet.folds),
    page("/newest", `${urls.newest()}?quiet=off`, quiet.folds),
    page("/newest", `${urls.newest()}?quiet=read`, quiet.folds),
    page("/works/:workId", urls.work(work.id), quiet.folds),
    page("/works/:workId/comments", urls.comments(work.id), quiet.folds),
    page(urls.subscriptions(), urls.subscriptions(), reader),
    page(urls.subscriptions(), urls.subscriptions(), author),
    page(patterns.letterLeaving, urls.letterLeaving(told.leaveKey), null),
    page("/account", urls.accountPseuds(), author, { name: "" }),
    page("/account/pseuds/:pseudId", urls.accountPseud(author.pseudId), author),
    page("/account/pseuds/:pseudId", urls.accountPseud(author.pseudId), author, { name: "", alt: "" }),
    page("/account/pseuds/:pseudId/removal", urls.pseudRemoval(author.pseudId), author),
    page("/account/pseuds/:pseudId/removal", urls.pseudRemoval(second.id), author),
    page("/account/pseuds/:pseudId/removal", urls.pseudRemoval(reader.pseudId), reader),
    page(urls.broughtCopies(), urls.broughtCopies(), author),
    page(urls.broughtCopies(), urls.broughtCopies(), author, { file: "" }),
    page(patterns.broughtCopy, copies.done, author),
    page(patterns.broughtCopy, copies.waiting, author),
    page(urls.keptParts(), urls.keptParts(), author),
    page(urls.keptParts(), urls.keptParts("bookmark"), author),
    page("/filters", urls.savedFilters(), author),
    page("/filters", urls.savedFilters(), owner),
    page("/filters/new", urls.newSavedFilter(`with=${work.fandomId}&words=1..`), author),
    page("/filters/new", urls.savedFilters(), author, { name: "", query: `with=${work.fandomId}` }),
    page("/filters/:filterId", urls.savedFilter(filterId), author),
    page("/filters/:filterId", urls.savedFilter(filterId), author, { name: "" }),
    page("/filters/:filterId/removal", urls.savedFilterRemoval(filterId), author),
    page("/desk", urls.desk(), author),
    page("/desk/works", urls.ownWorks("all"), author),
    page("/desk/works", urls.ownWorks(), author, { step: "tell", visibility: "" }),
    page("/desk/works", urls.ownWorks(), author, {
      ...{ step: "tell", work: work.id, visibility: "private", "comments-from": "nobody" },
      ...{ "add-fandom": "ψ", "remove-fandom": greek.fandom },
    }),
    page("/desk/statistics", urls.ownStatistics(), author),
    page("/desk/statistics", urls.ownStatistics({ all: true }), reader),
    page("/works/:workId/statistics", urls.statistics(work.id), author),
    page(
      "/works/:workId/statistics",
      urls.statistics(work.id, { chapter: work.chapterId, all: true }),
      author,
    ),
    page("/works/:workId/statistics", urls.statistics(draft.id), author),
    page("/about/counting", urls.counting(), null),
    page("/about/counting", urls.counting(), author),
    page("/desk", urls.desk(), owner),
    page("/desk/pictures", urls.pictures(), author),
    page("/desk/pictures", urls.pictures(), author, { picture: "" }),
    page("/works/new", urls.newWork(), author),
    page("/works/new", urls.newWork(), null, { title: greek.title, story: greek.note.repeat(9) }),
    page("/works/:workId/edit", urls.editWork(work.id), author),
    page("/works/:workId/edit", urls.editWork(work.id), author, { title: "α".repeat(9_999), version: "0" }),
    page("/works/:workId/preview", urls.previewWork(draft.id), author),
    page("/works/:workId/removal", urls.workRemoval(work.id), author),
    page(urls.closing(), urls.closing(), author),
    page(urls.closing(), urls.closing(), owner),
    page(urls.closing(), urls.closing(), owner, {}),
    page(urls.closing(), urls.closing(), reader, { [`fate-${sharedId}`]: "hand-over" }),
    page(urls.closing(), urls.closing(), author, { step: "close" }),
    page(patterns.orphaning, urls.orphaning(work.id), author),
    page(patterns.withdrawal, urls.withdrawal(work.id), author),
    page(patterns.withdrawal, urls.withdrawal(draft.id), author),
    page(
      "/works/:workId/originals/:originalId/removal",
      urls.originalRemoval(work.id, work.originalId),
      author,
    ),
    page("/works/:workId/chapters/new", urls.newChapter(work.id), author),
    page("/works/:workId/chapters/:chapterId/edit", urls.editChapter(work.id, work.chapterId), author),
    page(
      "/works/:workId/chapters/:chapterId/edit",
      urls.editChapterInMarkdown(work.id, work.chapterId),
      author,
    ),
    page(
      "/works/:workId/chapters/:chapterId/splitting",
      urls.chapterSplitting(work.id, work.chapterId),
      author,
    ),
    page(
      "/works/:workId/chapters/:chapterId/splitting",
      urls.chapterSplitting(work.id, work.chapterId, 1),
      author,
      { place: "" },
    ),
    page("/works/:workId/chapters/:chapterId/joining", urls.chapterJoining(work.id, work.chapterId), author),
    page("/works/:workId/chapters/:chapterId/joining", urls.chapterJoining(work.id, work.chapterId), author, {
      next: "",
    }),
    page(
      "/works/:workId/chapters/:chapterId/revisions",
      urls.chapterRevisions(work.id, work.chapterId),
      author,
    ),
    page(
      "/works/:workId/chapters/:chapterId/revisions",
      urls.chapterRevisions(work.id, work.chapterId, { before: 1, after: 1 }),
      author,
    ),
    page("/works/:workId/chapters/:chapterId/revisions", urls.chapterRevisions(work.id, work.last), author),
    page(
      "/works/:workId/chapters/:chapterId/revisions",
      urls.chapterRestoration(work.id, work.chapterId),
      author,
      { version: "0", revision: "1" },
    ),
    page("/works/new", urls.newWork(unsaved.newWork), author),
    page("/works/:workId/edit", urls.editWork(work.id, unsaved.work), author),
    page(
      "/works/:workId/chapters/:chapterId/edit",
      urls.editChapter(work.id, work.chapterId, unsaved.chapter),
      author,
    ),
    page("/works/:workId/chapters/:chapterId/edit", urls.editChapter(work.id, work.chapterId), author, {
      version: "0",
      "chapter-title": greek.friend,
      story: `${"ψ".repeat(300)}\n\n<em>ω</em>`,
    }),
    page("/autosaves/:autosaveId", urls.autosave(unsaved.newWork), author),
    page("/autosaves/:autosaveId", urls.autosave(unsaved.work), author),
    page("/autosaves/:autosaveId", urls.autosave(unsaved.chapter), author),
    page("/autosaves/:autosaveId", urls.autosave(unsaved.left), author),
    page(urls.trash(), urls.trash(), author),
    page(urls.trash(), urls.trash(), owner),
    page(patterns.workForgetting, urls.workForgetting(removed.id), author),
    page(patterns.seriesForgetting, urls.seriesForgetting(removed.seriesId), author),
    page("/works/:workId/chapters/:chapterId/edit", urls.editChapter(work.id, work.removed), author, {
      story: greek.story,
    }),
    page(patterns.chapterForgetting, urls.chapterForgetting(work.id, work.removed), author),
    page(patterns.releasePlan, urls.releasePlan(work.id), author),
    page(patterns.releasePlan, urls.releasePlan(draft.id), author),
    page(patterns.releasePlan, urls.releasePlan(work.id), author, { every: "ψ", rhythm: "days" }),
    page(patterns.chapterRelease, urls.chapterRelease(work.id, work.last), author),
    page(patterns.chapterRelease, urls.chapterRelease(work.id, work.last), author, {
      date: "2030-10-27",
      time: "02:30",
      "time-zone": "Europe/Berlin",
    }),
    page(patterns.newNews, urls.newNews(work.id), author),
    page(patterns.newNews, urls.newNews(work.id), author, { text: "" }),
    page(patterns.editNews, urls.editNews(work.id, work.newsId), author),
    page(patterns.editNews, urls.editNews(work.id, work.newsId), author, { text: "ψ", version: "0" }),
    page(patterns.newsRemoval, urls.newsRemoval(work.id, work.newsId), author),
    page("/works/:workId/chapters/:chapterId/removal", urls.chapterRemoval(work.id, work.chapterId), author),
    page("/imports/new", urls.newImport(), author),
    page("/imports/new", urls.newImport(work.id), author),
    page("/imports/new", urls.imports(), author, { text: "" }),
    page("/imports/:importId", review, author),
    page("/owner/settings", urls.settings(), owner),
    page("/owner/settings", urls.settings(), owner, { archiveName: "" }),
    ...lists.map((list) => page("/owner/lists/:list", urls.settingsList(list), owner)),
    page("/owner/outbox", urls.outbox(), owner),
    page("/owner/helpers", urls.helpers(), owner),
    page("/owner/helpers", urls.helpers(), owner, { name: "", role: "" }),
    page("/wrangling", urls.wrangling(), owner),
    page("/wrangling", urls.wrangling({ name: "ύ", kind: "character", order: "used" }), owner),
    page("/wrangling", urls.wrangling(), owner, { do: "merge", tag: wrangled.tagId, with: "ώ" }),
    page("/wrangling", urls.wrangling({ fandom: "ώ", kind: "fandom" }), owner),
    page("/wrangling", urls.wrangling(), owner, { press: "make", "new-kind": "ώ", "new-name": "ώ" }),
    page("/wrangling", urls.wrangling(), owner, { press: "", do: "media", medium: "" }),
    page("/wrangling/log", urls.wranglingLog(), owner),
    page("/wrangling/log", urls.wranglingUndo(wrangled.blockedId), owner, { back: "" }),
    page("/wrangling/bring-in", urls.wranglingImport(), owner),
    page("/wrangling/bring-in", urls.wranglingImport(), owner, {
      press: "look",
      sheet: hostileSheet,
    }),
    page("/wrangling/bring-in", urls.wranglingImport(), owner, { press: "look", sheet: "ψ" }),
    page("/wrangling/bring-in", urls.wranglingImport(), owner, { press: "look", sheet: "" }),
    page("/wrangling/bring-in", urls.wranglingImport(), owner, {
      press: "do",
      seen: "ψ",
      sheet: longSheet,
    }),
    page("/wrangling/tags/:tagId", urls.wrangledTag(wrangled.tagId), owner),
    page("/wrangling/tags/:tagId", urls.wrangledTag(wrangled.fandomId), owner),
    page("/wrangling/tags/:tagId", urls.wrangledTag(wrangled.fandomId), owner, { do: "rename", rename: "" }),
    page("/wrangling/tags/:tagId", urls.wrangledTag(wrangled.fandomId), owner, {
      do: "take-in",
      "take-in": "ψ".repeat(300),
    }),
    page("/wrangling/tags/:tagId", urls.wrangledTag(wrangled.newId), owner),
    page("*", "/nothing-here", null),
    page("*", "/nothing-here", author),
  ];
}

/** Lets a reader follow this and that, and everything that was done be told to whom it concerns. */
async function tellAll(
  archive: TestArchive,
  reader: CastMember,
  { authorId, workId, filterId }: { authorId: string; workId: string; filterId: string },
  author: CastMember,
): Promise<{ leaveKey: string }> {
  const follow = async (as: CastMember, kind: string, target: string, rhythm: string) => {
    const answer = await archive.send(urls.subscriptions(), { kind, target, rhythm }, as);
    assert.equal(answer.status, 303);
  };
  await follow(reader, "author", authorId, "daily");
  await follow(reader, "work", workId, "site");
  await follow(author, "filter", filterId, "feed");
  const follower = followFacts(archive.database, "every page", reactions(archive), assert.fail);
  await follower.caughtUp();
  await follower.stop();
  const { leaveKey } = await archive.database.reading
    .selectFrom("tellings")
    .select("leave_key as leaveKey")
    .where("account_id", "=", reader.member.accountId)
    .executeTakeFirstOrThrow();
  return { leaveKey };
}

/** A deep thread with something of everything: quoted, changed, removed, frozen, held. */
async function talkUnder(
  archive: TestArchive,
  work: { id: string; chapterId: string },
  author: CastMember,
  reader: CastMember,
) {
  const say = async (path: string, comment: string, as: CastMember | null) => {
    const fields = as ? { pseud: as.pseudId, comment } : { name: "Εὐρύκλεια", comment };
    const answer = await archive.send(path, fields, as);
    assert.equal(answer.status, 303, await answer.text());
    return answer.headers.get("location")?.split("/").at(-1)?.split("?")[0] ?? "";
  };
  const talk = urls.comments(work.id, work.chapterId);
  const rootId = await say(
    talk,
    `> ${"ψ".repeat(200)}\n\nΤι ωραία! <a href="https://example.org">ψ</a>`,
    reader,
  );
  let deepId = rootId;
  for (let depth = 1; depth < 8; depth++)
    deepId = await say(
      urls.comment(work.id, deepId),
      `Ναι ${"α".repeat(depth * 20)}`,
      depth % 2 ? author : reader,
    );
  deepId = await say(urls.comment(work.id, deepId), "Καλά.", reader);
  await archive.send(urls.editComment(work.id, deepId), { comment: "Καλύτερα.", version: "1" }, reader);
  const goneId = await say(urls.comments(work.id), "Άλλο.", reader);
  await say(urls.comment(work.id, goneId), "Ευχαριστώ.", author);
  await archive.send(urls.commentRemoval(work.id, goneId), {}, reader);
  await say(talk, "Ποια είναι;", null);
  const { id: heldId } = await archive.database.reading
    .selectFrom("comments")
    .select("id")
    .where("status", "=", "held")
    .executeTakeFirstOrThrow();
  const helping = { name: reader.name, pseud: author.pseudId };
  assert.equal((await archive.send(urls.commentHelpers(), helping, author)).status, 303);
  await archive.send(urls.quoting(work.id, work.chapterId), { quote: ["1", "3"], press: "more" }, reader);
  return { rootId, deepId, heldId, goneId };
}

/** A sheet with every mistake there is. */
const hostileSheet = [
  "kind,name,synonym of,parents,media",
  "fandom,Ὀδύσσεια,,Ὅμηρος,books",
  `fandom,${"ψ".repeat(240)},Ὀδύσσεια,,`,
  "fandom,Ὅμηρος,,Ὀδύσσεια,",
  "ψ,ψ",
  "fandom,",
  "fandom,φ,,,ψ",
  "fandom,χ,ψ,Ὅμηρος,",
  "fandom,χ,ψ,,books",
  "character,ω,ω",
  "character,ω,,,books",
  "character,Πηνελόπη,,,",
  'character,"ψ',
].join("\n");

/** A sheet of more lines than are told at once. */
const longSheet = `kind,name\n${Array.from({ length: 230 }, (_, index) => `fandom,ψ${index}`).join("\n")}`;

/** Opens a page as the person it is for. */
export function open(archive: TestArchive, page: PageToSee, headers: Record<string, string> = {}) {
  return page.sends
    ? archive.send(page.path, page.sends, page.as, headers)
    : archive.get(page.path, page.as, headers);
}

/** A copy that came in, with what can be said of it, and one that waits with works, names and remarks. */
async function bringCopies(
  archive: TestArchive,
  as: CastMember,
  other: CastMember,
): Promise<{ done: string; waiting: string }> {
  const [workId, commentId] = [randomLetters(10), randomLetters(10)];
  const unsaid = { warnings: [{ warning_id: "spiders", answer: "yes" }], kept: false };
  const works = [
    smallWork({}, { status: "draft" }),
    smallWork(unsaid, { title: greek.fandom, status: "draft" }),
  ];
  const about = { workId, workTitle: greek.title, createdAt: 1, text: greek.note };
  const received = [{ ...about, id: commentId, speaker: { kind: "guest", name: greek.friend } }];
  const pseuds = [{ id: randomLetters(10), name: other.name, about: "", created_at: 1 }];
  const bookmarks = [
    { work_id: workId, note: greek.title, kept_at: 1, title: greek.fandom, names: [greek.friend] },
  ];
  const files = { "comments/received.json": JSON.stringify(received), "works/x": null };
  const bytes = smallCopy(works, files, { pseuds, bookmarks });
  const send = async () => {
    const file = new File([bytes], "pressie-copy.zip");
    return (await archive.send(urls.broughtCopies(), { file }, as)).headers.get("location") ?? "";
  };
  const done = await send();
  await archive.send(done, { work: [works[1]?.id ?? ""] }, as);
  await archive.bringer.settled();
  return { done, waiting: await send() };
}

/** The GET addresses of the archive that give a page, as the router knows them. */
export function pagePatterns(archive: TestArchive): string[] {
  const notPages = [
    "/wrangling/tags.csv",
    "/ledger.csv",
    "/desk/statistics.csv",
    "/works/:workId/statistics.csv",
    patterns.workFeed,
    patterns.workJsonFeed,
    "/assets/:name",
    "/pictures/:name",
    patterns.pseudIcon,
    "/imports/:importId/progress",
    "/robots.txt",
    urls.copy(),
    "/tag-suggestions",
    urls.readerRulesFile(),
    urls.worksFeed(),
    patterns.savedFilterFeed,
    urls.worksJsonFeed(),
    patterns.savedFilterJsonFeed,
    patterns.ownFeed,
    patterns.ownJsonFeed,
    patterns.shelfFeed,
    patterns.shelfJsonFeed,
    patterns.ownShelfFeed,
    patterns.ownShelfJsonFeed,
    patterns.shelfBook,
    patterns.catalogue,
    urls.offlineWorker(),
    patterns.seriesBook,
  ];
  const files = /downloads|\/originals\/:originalId$|\/original$/;
  const onlyOnce = ["/set-up"];
  return [
    ...new Set(
      archive.app.routes
        .filter(({ method, path }) => method === "GET" && !files.test(path))
        .map(({ path }) => path)
        .filter((path) => !notPages.includes(path) && !onlyOnce.includes(path)),
    ),
  ];
}

/** A shelf that everybody finds, with a work that is there and one that is gone. */
async function shelfOf(archive: TestArchive, reader: CastMember, workId: string): Promise<{ id: string }> {
  const fields = { name: `Φανάρι${"α".repeat(150)}`, visibility: "public", text: greek.note };
  const made = await archive.send(urls.shelves(), fields, reader);
  const id = made.headers.get("location")?.split("/").at(-1) ?? "";
  assert.equal((await archive.send(urls.workShelves(workId), { shelf: id }, reader)).status, 303);
  await archive.send(urls.shelvedWork(id), { work: workId, [`note-${workId}`]: greek.note }, reader);
  await archive.database.write((writer) =>
    writer
      .insertInto("shelf_works")
      .values({ shelf_id: id, work_id: "0000000000", position: 9, note: greek.note, added_at: 0 })
      .execute(),
  );
  return { id };
}

/** Words in every form of the desk that nobody saved, some of them put aside. */
async function typedAndNotSaved(
  archive: TestArchive,
  author: CastMember,
  work: { id: string; chapterId: string },
) {
  const keep = async (place: FormPlace, fields: [string, string][]) => {
    const [id, stamp] = [randomLetters(20), randomLetters(20)];
    const sent = { id, stamp, after: [], version: 0, fields: { whole: JSON.stringify(fields) } };
    const limits = { autosavesKept: 200, autosaveMegabytes: 50 };
    await archive.database.write((writer) =>
      keepAutosave(writer, author.member, place, sent, limits, Date.now()),
    );
    return id;
  };
  const chapter: FormPlace = { form: "chapter", workId: work.id, chapterId: work.chapterId };
  const left = await keep(chapter, [["story", `${"ψ".repeat(300)} <q>`]]);
  await archive.database.write((writer) => leaveAutosave(writer, author.member, left, Date.now()));
  return {
    left,
    chapter: await keep(chapter, [
      ["chapter-title", greek.friend],
      ["story", "Η νύχτα ήταν μεγάλη.\n\n***\n\n<em>Γύρνα</em> πίσω."],
      ["chapter-notes", "ω"],
    ]),
    work: await keep({ form: "work", workId: work.id }, [
      ["title", "α".repeat(400)],
      ["summary", "<em>ω"],
    ]),
    newWork: await keep({ form: "new-work" }, [
      ["title", greek.title],
      ["story", greek.friend],
    ]),
    newChapter: await keep({ form: "new-chapter", workId: work.id }, [["chapter-title", greek.friend]]),
  };
}

const fieldsOf = (author: CastMember): WorkFields => ({
  title: greek.title,
  summary: greek.note,
  notes: greek.note,
  endNotes: greek.note,
  disclaimer: greek.note,
  dedication: greek.note,
  conventions: greek.note,
  ratingId: "general",
  language: "el",
  expectedChapters: 3,
  visibility: "everyone",
  searchable: true,
  series: { title: greek.series, number: 3 },
  authorPseudIds: [author.pseudId],
  credits: [
    { role: "beta", name: greek.friend },
    { role: "artist", name: greek.friend },
    { role: "translator", name: greek.friend },
  ],
  gifts: [{ name: greek.friend, addressedAs: greek.character }],
  tags: [
    { kindId: "fandom", name: greek.fandom },
    { kindId: "character", name: greek.character },
    { kindId: "character", name: greek.friend, weight: "side" },
    { kindId: "relationship", name: `${greek.character} & ${greek.friend}`, weight: "mention" },
    { kindId: "fandom", name: "Ἰλιάς", weight: "side" },
    { kindId: "fandom", name: "Θεογονία", weight: "mention" },
    { kindId: "additional", name: "θάλασσα" },
    { kindId: "additional", name: "ψ".repeat(200) },
  ],
  warnings: [
    { warningId: "graphic-violence", answer: "yes" },
    { warningId: "underage", answer: "no" },
    { warningId: "non-consent", answer: "unsaid" },
  ],
  categoryIds: ["gen", "f-f"],
  related: [
    { kind: "translation", title: greek.title, author: greek.friend, language: "he", ...elsewhere },
    { kind: "podfic", title: "ψ".repeat(90), author: "", language: "", ...elsewhere, address: "" },
  ],
});

const elsewhere = { workId: null, ownTitle: "", address: `https://example.org/${"a".repeat(90)}?b&c` };

const chapterFields: ChapterFields = {
  title: greek.title,
  summary: greek.note,
  notes: greek.note,
  endNotes: greek.note,
  story: greek.story,
};

/** The same chapter with something of every kind of change: words, a line that came, how words are set. */
const changedFields: ChapterFields = {
  ...chapterFields,
  title: greek.character,
  notes: "",
  story: [
    "<p>Η νύχτα ήταν <strong>ήσυχη</strong> και μεγάλη.</p>",
    `<h3>${greek.friend}</h3>`,
    '<hr class="scene" data-ornament="~*~">',
    "<p><em>Γύρνα πίσω.</em></p>",
  ].join("\n"),
};

/** Two years of readers of a chapter: more months than a page tells at first. */
async function readForMonths(archive: TestArchive, work: { id: string; chapterId: string }): Promise<void> {
  const months = Array.from({ length: 24 }, (_, back) => isoMonth(monthOf(Date.now()) - back - 1));
  const readings = months.map((month, index) => ({
    ...{
      chapterId: work.chapterId,
      month,
      finished: index * 77_777,
      words: index * 999_999,
      workFinished: 1,
    },
  }));
  const counts = months.map((month) => ({
    month,
    kudos: 12_345_678,
    comments: 3,
    bookmarks: 1,
    subscribers: 1,
  }));
  const ids = new Map([[work.chapterId, work.chapterId]]);
  await archive.database.write((writer) => bringStatistics(writer, work.id, { readings, counts }, ids));
}

async function publishedWork(archive: TestArchive, author: CastMember) {
  const now = Date.now();
  const given = { bytes: new Uint8Array([0x61]), fileName: "Ὀδυσσεύς.txt", mediaType: "text/plain" };
  const originalId = await keepOriginal(archive.database, archive.files, author.member, given, now);
  return archive.database.write(async (writer) => {
    const { workId, chapterId } = await saveDraft(
      writer,
      author.member,
      fieldsOf(author),
      chapterFields,
      now,
    );
    await addChapter(writer, author.member, workId, chapterFields, now);
    await publishWork(writer, author.member, workId, now);
    const last = await addChapter(writer, author.member, workId, chapterFields, now);
    const waiting = await addChapter(writer, author.member, workId, chapterFields, now);
    const removed = await addChapter(writer, author.member, workId, chapterFields, now);
    await removeChapter(writer, author.member, workId, removed, now);
    const told = { told: true, movesUp: true };
    const time = { dueAt: Date.UTC(2032, 9, 31, 17), timeZone: "Europe/Athens" };
    await planRelease(writer, author.member, workId, last, time, told, now);
    const rhythm = { kind: "weekdays" as const, days: [5], hour: 18, minute: 0 };
    const queue = { rhythm, timeZone: "Europe/Athens", announcement: told };
    await planQueue(writer, author.member, workId, queue, [waiting], now);
    await postNews(writer, author.member, workId, greek.note, now);
    const newsId = await postNews(writer, author.member, workId, greek.note, now + 1);
    await changeChapter(writer, author.member, workId, chapterId, 1, changedFields, now);
    await attachOriginal(writer, author.member, originalId, workId, chapterId);
    const fandomId = await tagFor(writer, "fandom", greek.fandom, now);
    const tagId = await tagFor(writer, "additional", "θάλασσα", now);
    const { series_id: seriesId } = await writer
      .selectFrom("series_works")
      .select("series_id")
      .where("work_id", "=", workId)
      .executeTakeFirstOrThrow();
    return { id: workId, chapterId, last, removed, newsId, originalId, fandomId, tagId, seriesId };
  });
}

/** What a reader made of a work: linked, and waiting for an answer. */
async function worksMadeOf(archive: TestArchive, author: CastMember, reader: CastMember, workId: string) {
  for (const kind of ["translation", "inspired"] as const) {
    const related = [{ kind, workId, ownTitle: "", title: "", author: "", language: "", address: "" }];
    await archive.database.write(async (writer) => {
      const fields: WorkFields = {
        ...fieldsOf(author),
        authorPseudIds: [reader.pseudId],
        series: null,
        related,
      };
      const made = await saveDraft(writer, reader.member, fields, chapterFields, Date.now());
      await publishWork(writer, reader.member, made.workId, Date.now());
      if (kind === "translation")
        await answerRelated(
          writer,
          author.member,
          { workId: made.workId, otherId: workId },
          "yes",
          Date.now(),
        );
    });
  }
}

/** Another name of an author, without end, and a picture beside the first. */
async function secondName(archive: TestArchive, author: CastMember) {
  const picture = { bytes: Uint8Array.from(tinyPng()), mediaType: "image/png", alt: greek.friend };
  await keepIcon(archive.database, archive.files, author.pseudId, picture, Date.now());
  return archive.database.write((writer) =>
    addPseud(writer, author.member.accountId, "Ω".repeat(40), Date.now()),
  );
}

/** A draft with a reader's name on it twice, once with their yes. */
async function sharedWork(archive: TestArchive, author: CastMember, reader: CastMember) {
  const { name, pseudId, member } = reader;
  const fields: WorkFields = {
    ...fieldsOf(author),
    credits: [
      { role: "author", name },
      { role: "beta", name },
    ],
  };
  return archive.database.write(async (writer) => {
    const { workId } = await saveDraft(writer, author.member, fields, chapterFields, Date.now());
    await acceptInvitation(writer, member, { workId, pseudId, role: "beta" }, Date.now());
    return workId;
  });
}

/** A fandom with a synonym, and a character that is one. */
async function wrangle(archive: TestArchive, owner: CastMember, fandomId: string) {
  const now = Date.now();
  return archive.database.write(async (writer) => {
    const tagId = await tagFor(writer, "character", greek.character, now);
    const other = await tagFor(writer, "character", `${greek.character}ς`, now);
    const above = await tagFor(writer, "fandom", "Ὅμηρος", now);
    const deeds: Deed[] = [
      { deed: "merge", tag: tagId, into: other },
      { deed: "put-under", tag: fandomId, parent: above },
      { deed: "media", tag: fandomId, media: ["books"] },
    ];
    const { wranglingId: blockedId } = await doDeeds(writer, owner.member, deeds, now);
    // What was done later stands in the way of taking the first back.
    await doDeeds(writer, owner.member, [{ deed: "media", tag: fandomId, media: ["games"] }], now + 1);
    const newId = await tagFor(writer, "additional", "θάλασσα", now);
    return { tagId, fandomId, blockedId, newId };
  });
}

async function draftWork(archive: TestArchive, author: CastMember) {
  const fields = { ...fieldsOf(author), title: "", tags: [] };
  const { workId } = await archive.database.write((writer) =>
    saveDraft(writer, author.member, fields, chapterFields, Date.now()),
  );
  return { id: workId };
}

async function removedWork(archive: TestArchive, author: CastMember) {
  const { id } = await publishedWork(archive, author);
  const { accountId } = author.member;
  return archive.database.write(async (writer) => {
    const wish = { title: greek.friend, number: null };
    await putInSeries(writer, id, accountId, wish, [], Date.now());
    const { id: seriesId } = await writer
      .selectFrom("series")
      .select("id")
      .where("title", "=", wish.title)
      .executeTakeFirstOrThrow();
    await removeSeries(writer, author.member, seriesId, Date.now());
    await removeWork(writer, author.member, id, Date.now());
    return { id, seriesId };
  });
}

/** Somebody whom rules spare something of everything, and who mutes and blocks a reader. */
async function wantsQuiet(archive: TestArchive, reader: CastMember, work: { id: string; fandomId: string }) {
  const folds = await archive.join("Κίρκη");
  const parts: RuleParts = {
    ...noParts,
    tags: [work.fandomId, "0000000000"],
    languages: ["el"],
    fewerWords: 5,
    moreFandoms: 3,
    unsaid: ["non-consent"],
    staleYears: 2,
  };
  const rule = { name: "ω".repeat(60), manner: "fold" as const, parts };
  const [ruleId = ""] = await archive.database.write((writer) =>
    addRules(writer, reader.member, [{ ...rule, name: "", parts: { ...noParts, moreWords: 900_000 } }], 0),
  );
  await archive.database.write((writer) => addRules(writer, folds.member, [rule], 0));
  await archive.send(urls.keepAway(reader.pseudId), { muted: "yes", blocked: "yes" }, folds);
  await archive.send(urls.keepAway(folds.pseudId), { blocked: "yes" }, reader);
  const file = JSON.stringify({
    form: "pressie-rules",
    version: 1,
    rules: [{ name: "ψ", tags: [{ name: "φ" }], languages: ["el"] }],
  });
  return { folds, ruleId, file };
}

/** A filter of a name without end, applied to a fandom. */
async function keptFilter(archive: TestArchive, author: CastMember, work: { fandomId: string }) {
  const fields = {
    name: "φ".repeat(80),
    query: `with=${work.fandomId}.0000000000&words=1..`,
    fandom: work.fandomId,
  };
  assert.equal((await archive.send(urls.savedFilters(), fields, author)).status, 303);
  const { id } = await archive.database.reading
    .selectFrom("saved_filters")
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Brings a text in that has something of every finding, and tells where its review is. */
async function bringIn(archive: TestArchive, author: CastMember): Promise<string> {
  const text = [
    "Название: Лодка и фонарь",
    "Автор: Калипсо",
    "Бета: Ευρύκλεια",
    "Фандом: Οδύσσεια",
    "Рейтинг: Γενικά",
    "Посвящение: Для Навсикаи > ",
    "Дисклеймер: δικό μου δεν είναι ",
    "",
    "Глава 1",
    "",
    "‘Γύρνα πίσω, αγάπη...'",
    "",
    "",
    "Η νύχτα ήταν *ήσυχη* και μεγάλη, και κανείς δεν μιλούσε πια. ",
    "",
    "",
    "* * *",
    "",
    "",
    "‘Γύρνα πίσω, αγάπη...'",
    "",
  ].join("\n");
  const answer = await archive.send(urls.imports(), { text }, author);
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get("location") ?? "";
}

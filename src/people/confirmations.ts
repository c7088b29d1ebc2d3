import type { Translate } from "../vocabulary/translate.ts";

/**
 * The one-line confirmations shown once after something was done. A cookie carries the name, never
 * the sentence: nobody can make the archive say words of theirs.
 */
export const confirmations = {
  "archive-opened": (t: Translate) => t("Your archive is open. Bring in the first story whenever you like."),
  registered: (t: Translate) => t("Welcome. Your account is ready."),
  "signed-in": (t: Translate) => t("You are signed in."),
  "signed-out": (t: Translate) => t("You are signed out."),
  "password-changed": (t: Translate) => t("Your password is changed."),
  "preferences-saved": (t: Translate) => t("Your preferences are saved."),
  "comfort-kept-here": (t: Translate) => t("Pages look like this on this device from now on."),
  "comfort-kept-for-account": (t: Translate) =>
    t("Pages look like this from now on, wherever you are signed in."),
  "comfort-forgotten": (t: Translate) => t("Nothing of its own is kept on this device any longer."),
  "places-forgotten": (t: Translate) => t("It is forgotten where you were."),
  "ledger-changed": (t: Translate) => t("Your ledger is changed."),
  "read-shown": (t: Translate) => t("What you have read stands in your lists again."),
  "read-folded": (t: Translate) => t("What you have read is folded to a line in your lists from now on."),
  "read-hidden": (t: Translate) => t("What you have read stands in none of your lists from now on."),
  "like-hidden": (t: Translate) => t("Hidden from now on. Nobody is told."),
  "ledger-found": (t: Translate) => t("Some are here by now, and stand among the others."),
  "ledger-not-found": (t: Translate) => t("None of them is here yet."),
  "rule-saved": (t: Translate) => t("Your rule is kept, and holds from now on."),
  "rule-removed": (t: Translate) => t("The rule is gone. What it hid is in your lists again."),
  "kept-away-changed": (t: Translate) => t("Kept so. Nobody is told."),
  "pseud-added": (t: Translate) => t("The new name is yours."),
  "pseud-changed": (t: Translate) => t("The name is changed everywhere it stands."),
  followed: (t: Translate) => t("You follow this now."),
  "followed-no-longer": (t: Translate) => t("You follow it no longer."),
  "telling-changed": (t: Translate) => t("From now on you are told so."),
  "bookmark-let-go": (t: Translate) => t("You keep it no longer."),
  "bookmark-noted": (t: Translate) => t("Your note is kept."),
  "gift-kept": (t: Translate) => t("The gift is yours."),
  "gift-refused": (t: Translate) => t("Your name is gone from the work, and cannot be put there again."),
  "related-linked": (t: Translate) => t("Each of the two works leads to the other now."),
  "related-unlinked": (t: Translate) => t("Neither of the two works leads to the other."),
  "invitation-accepted": (t: Translate) => t("Your name stands on the work now."),
  "invitation-declined": (t: Translate) =>
    t("Your name is off the work, and you will not be asked again for a while."),
  "work-left": (t: Translate) => t("Your name is off the work."),
  "copy-forgotten": (t: Translate) => t("The copy is forgotten here. Your file stays where you have it."),
  "work-orphaned": (t: Translate) => t("The work stays, and your name is off it everywhere."),
  "work-withdrawn": (t: Translate) =>
    t("The work is withdrawn. Its address answers as if it had never been."),
  "account-closed": (t: Translate) => t("Your account is closed. Thank you for everything you gave."),
  "pseud-removed": (t: Translate) => t("The name is given up. It is nobody’s now."),
  "original-deleted": (t: Translate) => t("The file is deleted. The story is as it was."),
  "shared-draft-saved": (t: Translate) => t("The draft is saved. Only its authors can see it."),
  "draft-saved": (t: Translate) => t("The draft is saved. Only you can see it."),
  "work-saved": (t: Translate) => t("Your changes are saved."),
  "work-published": (t: Translate) => t("The work is published. Thank you for the gift."),
  "work-removed": (t: Translate) => t("The work is taken away. You can take it back from your desk."),
  "work-returned": (t: Translate) => t("The work is back, as it was."),
  "series-saved": (t: Translate) => t("The series is saved."),
  "series-ordered": (t: Translate) => t("The works of the series have their numbers."),
  "series-shortened": (t: Translate) => t("The work is no part of the series any longer. It stays as it is."),
  "series-removed": (t: Translate) => t("The series is taken away. You can take it back from your desk."),
  "series-returned": (t: Translate) => t("The series is back, as it was."),
  "works-changed": (t: Translate) => t("The works are changed, all of those you chose."),
  "chapter-saved": (t: Translate) => t("The chapter is saved."),
  "autosave-left": (t: Translate) => t("It is put aside. You find it folded away above the form."),
  "autosave-forgotten": (t: Translate) => t("It is forgotten."),
  "typed-left": (t: Translate) =>
    t("Everything stands as it was saved. What you typed is put aside, folded away above the form."),
  "chapter-published": (t: Translate) => t("The chapter is published."),
  "chapter-removed": (t: Translate) =>
    t("The chapter is taken away. You can take it back from the work’s page on your desk."),
  "chapter-returned": (t: Translate) => t("The chapter is back where it stood."),
  "chapter-split": (t: Translate) => t("The chapter is two chapters now. Nothing of the story was lost."),
  "chapters-joined": (t: Translate) =>
    t("The two chapters are one now. The second lies among the chapters taken away, as it was."),
  "release-planned": (t: Translate) => t("The plan is kept. The chapter comes out at its time."),
  "release-cancelled": (t: Translate) => t("The chapter waits for no time any longer. It stays a draft."),
  "queue-planned": (t: Translate) => t("The plan of the queue is kept."),
  "queue-paused": (t: Translate) => t("The queue is paused. Nothing comes out of it until you let it go on."),
  "queue-resumed": (t: Translate) => t("The queue goes on."),
  "news-posted": (t: Translate) => t("Your news stands on the page of the work."),
  "news-changed": (t: Translate) => t("The news is changed."),
  "news-removed": (t: Translate) => t("The news is taken back."),
  "forgotten-for-good": (t: Translate) => t("It is deleted for good."),
  "chapters-ordered": (t: Translate) => t("The chapters stand in their new order."),
  "stories-came-in": (t: Translate) =>
    t("Your stories came in, each for itself. Look through one after the other, whenever you like."),
  "review-saved": (t: Translate) => t("Your answers are kept. Nothing is in the archive yet."),
  "import-removed": (t: Translate) => t("The import and its file are forgotten."),
  "filter-saved": (t: Translate) =>
    t("The filter is saved. It waits on the front page and under “My filters”."),
  "filter-changed": (t: Translate) => t("Your filter is changed."),
  "filter-removed": (t: Translate) => t("The filter is removed. The stories stay where they are."),
  "feed-address-changed": (t: Translate) =>
    t("The feed has a new address. Whoever had the old one finds nothing there."),
  "fandom-filter-changed": (t: Translate) => t("Your wish for this fandom is kept."),
  "device-removed": (t: Translate) => t("Its password opens nothing any more."),
  "shelf-sent-nowhere": (t: Translate) => t("The shelf stands at the top of no device."),
  "shelf-sent": (t: Translate) =>
    t("Done. On the device, the shelf stands at the top, with what is new since last time."),
  "shelf-made": (t: Translate) => t("The shelf is yours. Put stories on it from their pages and cards."),
  "shelf-saved": (t: Translate) => t("The shelf is saved."),
  "shelf-removed": (t: Translate) => t("The shelf is taken away. The stories stay where they are."),
  "shelf-ordered": (t: Translate) => t("The shelf stands in its new order."),
  "shelf-noted": (t: Translate) => t("Your note stands with the story on this shelf."),
  shelved: (t: Translate) => t("The story stands on the shelves you chose."),
  unshelved: (t: Translate) => t("It is taken off this shelf."),
  "shelf-hidden": (t: Translate) => t("Nobody but its keeper and moderators finds this shelf now."),
  "shelf-shown": (t: Translate) => t("The shelf can be found again."),
  "settings-saved": (t: Translate) => t("The settings are saved."),
  "tags-wrangled": (t: Translate) => t("Done. Works keep their own words, and you can take it back."),
  "wrangling-undone": (t: Translate) => t("Taken back. The tags stand as they did before."),
  "sheet-brought-in": (t: Translate) =>
    t("The sheet is brought in. The log has it, to be taken back as a whole."),
  "helper-changed": (t: Translate) => t("Done. It counts from the next page they open."),
  "comment-posted": (t: Translate) => t("Your comment is posted."),
  "comment-waits": (t: Translate) =>
    t("Thank you. Your comment is with the writer, and is shown as soon as it is let in."),
  "comment-saved": (t: Translate) => t("Your comment is changed."),
  "comment-removed": (t: Translate) =>
    t("The comment is removed. For a while it can be given back, under “Removed comments”."),
  "comment-returned": (t: Translate) => t("The comment is back where it stood."),
  "comment-returned-held": (t: Translate) => t("The comment is back, and waits to be let in."),
  "comment-let-in": (t: Translate) => t("The comment is let in."),
  "comment-held": (t: Translate) => t("The comment is held back. Only its writer and you see what it says."),
  "comments-screened": (t: Translate) => t("Done with the comments you chose."),
  "no-comments-chosen": (t: Translate) =>
    t("None was ticked, so all of them wait as before. Tick some first."),
  "thread-frozen": (t: Translate) => t("The thread is frozen. Everybody can read it, nobody can add to it."),
  "thread-goes-on": (t: Translate) => t("The thread goes on."),
  "quotes-kept": (t: Translate) => t("The quotes wait in your comment box under this work."),
  "comment-helpers-changed": (t: Translate) => t("Done. It counts from the next comment."),
  "list-saved": (t: Translate) => t("The list is saved."),
} satisfies Record<string, (t: Translate) => string>;

export type Confirmation = keyof typeof confirmations;

/** Whether a cookie's word names a confirmation. */
export function isConfirmation(word: string | undefined): word is Confirmation {
  return word !== undefined && Object.hasOwn(confirmations, word);
}

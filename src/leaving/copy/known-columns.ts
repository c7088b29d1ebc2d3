/** What of a table is carried away: these columns; the others are named with the reason why they are left out. */
export type Carried = { columns: readonly string[]; leftOut?: Readonly<Record<string, string>> };

const others = "the account of somebody, which is told to nobody";
const here = "counted or made by this archive from what is carried";
const lock = "a lock for forms open in this archive";

/**
 * Every table whose rows are somebody's own, and what of it they take along. A table or a column that stands neither here
 * nor in `leftOutTables` fails a test: whoever adds one says what becomes of it.
 */
export const carriedTables = {
  pseuds: {
    columns: ["id", "name", "about", "created_at"],
    leftOut: { account_id: others, name_key: here },
  },
  pseud_icons: {
    columns: ["pseud_id", "icon_id", "media_type", "alt", "created_at"],
    leftOut: { byte_size: here },
  },
  account_preferences: { columns: ["name", "value"], leftOut: { account_id: others } },
  saved_filters: {
    columns: ["id", "name", "query", "default_for", "created_at", "updated_at"],
    leftOut: { account_id: others, name_key: here, feed_key: "the key to a feed of this archive" },
  },
  subscriptions: {
    columns: ["kind", "target_id", "rhythm", "made_at"],
    leftOut: { id: here, account_id: others },
  },
  notice_choices: { columns: ["topic", "rhythm"], leftOut: { account_id: others } },
  tellings: {
    columns: ["hour", "weekday", "locale", "mail_stopped_at"],
    leftOut: {
      account_id: others,
      feed_key: "the key to a feed of this archive",
      leave_key: "the key to a page of this archive",
      next_daily_at: here,
      next_weekly_at: here,
    },
  },
  bookmarks: { columns: ["work_id", "note", "kept_at"], leftOut: { account_id: others } },
  ledger: {
    columns: [
      ...["work_id", "state", "note", "added_at", "changed_at", "started_at", "finished_at", "chapter_id"],
      "read_at",
    ],
    leftOut: { account_id: others },
  },
  ledger_elsewhere: {
    columns: ["state", "said", "kept_at"],
    leftOut: { account_id: others, digest: here },
  },
  reading_places: {
    columns: ["chapter_id", "work_id", "paragraph", "marks", "words_left", "read_at"],
    leftOut: { account_id: others },
  },
  shelves: {
    columns: ["id", "pseud_id", "name", "text", "visibility", "created_at", "updated_at", "hidden_at"],
    leftOut: { account_id: others, feed_key: "the key to a feed of this archive" },
  },
  shelf_works: { columns: ["shelf_id", "work_id", "position", "note", "added_at"] },
  devices: {
    columns: ["id", "name", "created_at", "used_on"],
    leftOut: { account_id: others, password_hash: "the key of a machine to this archive" },
  },
  device_shelves: { columns: ["device_id", "shelf_id", "sent_at"] },
  reader_rules: {
    columns: ["id", "position", "name", "is_on", "manner", "parts", "created_at", "updated_at"],
    leftOut: { account_id: others },
  },
  muted_people: { columns: ["pseud_id", "muted_at"], leftOut: { account_id: others } },
  blocked_people: {
    columns: ["id", "pseud_id", "blocked_at"],
    leftOut: { account_id: others, blocked_account_id: others },
  },
  series: {
    columns: ["id", "title", "summary", "notes", "expected_works", "created_at", "updated_at", "removed_at"],
    leftOut: { account_id: others },
  },
  series_works: { columns: ["series_id", "work_id", "position"] },
  works: {
    columns: [
      ...["id", "status", "visibility", "title", "summary", "notes", "end_notes", "disclaimer", "dedication"],
      ...["conventions", "rating_id", "language", "expected_chapters", "searchable", "search_engines"],
      ...["ai_crawlers", "comments_from", "comments_held", "anonymous", "chapter_count", "word_count"],
      ...["created_at", "updated_at", "published_at", "revised_at", "removed_at"],
    ],
    leftOut: { account_id: others, version: lock, has_pictures: here, has_audio: here },
  },
  work_creators: {
    columns: ["work_id", "position", "role", "pseud_id", "name", "accepted", "invited_at"],
  },
  work_gifts: {
    columns: ["work_id", "position", "pseud_id", "name", "addressed_as"],
    leftOut: { recipient_id: here },
  },
  work_tags: {
    columns: ["work_id", "kind_id", "position", "typed_as", "weight"],
    leftOut: { tag_id: "what this archive's wranglers made of the word" },
  },
  work_warnings: { columns: ["work_id", "warning_id", "answer"] },
  work_categories: { columns: ["work_id", "category_id"] },
  work_permissions: { columns: ["work_id", "permission_id", "answer"] },
  related_works: {
    columns: ["work_id", "position", "kind", "other_work_id", "title", "author", "language", "address"],
    leftOut: { asked_at: "when this archive asked the writers of the other" },
  },
  work_counts: {
    columns: ["work_id", "kudos", "comments", "bookmarks", "hits"],
    leftOut: { changed_at: here },
  },
  chapters: {
    columns: [
      ...[
        "id",
        "work_id",
        "position",
        "status",
        "title",
        "summary",
        "notes",
        "end_notes",
        "word_count",
        "version",
      ],
      ...["created_at", "updated_at", "published_at", "removed_at", "saved_at"],
    ],
    leftOut: { story: "a file of its own", saved_by: others },
  },
  chapter_revisions: {
    columns: [
      ...["chapter_id", "version", "title", "summary", "notes", "end_notes", "story_digest", "word_count"],
      "saved_at",
    ],
    leftOut: { saved_by: others },
  },
  revision_stories: { columns: ["chapter_id", "digest"], leftOut: { story: "a file of its own" } },
  chapter_seams: { columns: ["chapter_id", "follows_id", "seam"] },
  news: { columns: ["id", "work_id", "text", "posted_at", "edited_at"], leftOut: { version: lock } },
  releases: {
    columns: ["chapter_id", "work_id", "due_at", "time_zone", "told", "moves_up"],
    leftOut: { trouble: here, trouble_at: here, failures: here, retry_at: here },
  },
  release_queues: {
    columns: ["work_id", "rhythm", "time_zone", "told", "moves_up", "paused", "next_at"],
    leftOut: { trouble: here, failures: here, retry_at: here },
  },
  originals: {
    columns: ["id", "work_id", "chapter_id", "file_name", "media_type", "byte_size", "created_at"],
    leftOut: { account_id: others, file_key: "where this archive keeps it" },
  },
} as const satisfies Record<string, Carried>;

/** Tables of which nothing is carried as rows, each with the reason. */
export const leftOutTables: Readonly<Record<string, string>> = {
  accounts: "the address to sign in with stands in account.json; the rest is this archive's",
  sessions: "keys to this archive",
  credentials: "a password is of no use elsewhere and to nobody",
  verifications: "keys to this archive",
  events: "the archive's log; ids only",
  event_followers: "the archive's own",
  settings: "the owner's",
  tag_kinds: "the owner's list",
  tags: "the archive's; a work carries its own words",
  tag_parents: "the wranglers'",
  abbreviations: "the owner's list",
  ratings: "the owner's list",
  warnings: "the owner's list",
  categories: "the owner's list",
  media: "the owner's list",
  tag_media: "the wranglers'",
  permissions: "the owner's list",
  wranglings: "the archive's memory of what its tags mean",
  wrangling_tags: "the archive's memory of what its tags mean",
  settled_tags: "the archive's memory of what its tags mean",
  helpers: "a trust this archive gave",
  quiet_versions: "counts changes of what is carried",
  refused_credits: "for some days, who is not asked again here",
  gift_answers: "what others answered",
  related_answers: "what the writers of other works answered here",
  imports: "unfinished; the files brought in are carried",
  import_files: "unfinished; the files brought in are carried",
  import_decisions: "answers to this archive's questions about a file",
  pictures: "files of their own, carried where a story shows them",
  picture_keepers: "which pictures are carried",
  original_pictures: "found in the original itself",
  chapter_pictures: "found in the story itself",
  revision_pictures: "found in the story itself",
  chapter_forwards: "addresses of this archive",
  autosaves: "typed and not saved",
  comments: "carried as their readers see them, without ids of accounts",
  comment_versions: "what was said before stands nowhere any more",
  chapter_talk: "counted",
  quotes: "typed and not sent",
  comment_helpers: "a trust given in this archive",
  device_chapters: "what this archive has given to a machine",
  chapter_kudos: "told as a number: who gave them is nobody's",
  kudos: "told as a number: who gave them is nobody's",
  reading_days: "in statistics.json, when the day is over",
  reading_months: "in statistics.json",
  brought_counts: "in statistics.json",
  text_indexed_works: "made from stories",
  text_indexed_chapters: "made from stories",
  passages: "made from stories",
  passage_words: "made from stories",
  notices: "told by this archive of what is carried or is others'",
  letters: "on their way",
  works_to_match: "about to be asked of filters",
  kudos_told: "the archive's own",
  files_to_forget: "about to be gone",
  brought_copies: "a file that is worked on here; what came of it is carried",
  brought_works: "what the works were called elsewhere; their figures are in work.json",
  brought_series: "what the series were called elsewhere",
  brought_shelves: "what the shelves were called elsewhere",
  kept_parts: "in comments/ and among the bookmarks, as what they are",
};

import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import type { Settings } from "../../plumbing/settings/settings.ts";
import { pictureNamesIn } from "../../story-text/kept-pictures.ts";
import { storyDigest } from "../../works/keep-revision.ts";
import { oneLine } from "../../works/name-list.ts";
import type { CopiedOriginal, CopiedWork } from "./copy-shape.ts";
import { type Foreseen, foresee, lineCharacters } from "./foresee.ts";
import type { ListsHere } from "./lists-here.ts";
import type { Cleaner } from "./open-cleaner.ts";
import type { OpenCopy } from "./open-copy.ts";
import { type Remark, WorkCannotCome } from "./remarks.ts";

type ChapterTexts = { title: string; summary: string; notes: string; endNotes: string };

export type GatheredChapter = ChapterTexts & {
  source: CopiedWork["chapters"][number];
  story: string;
  words: number;
};

export type GatheredState = ChapterTexts & {
  source: CopiedWork["states"][number];
  digest: string;
  words: number;
};

/** A work of a copy, every text of it cleaned, ready to be written in one transaction. */
export type GatheredWork = {
  source: CopiedWork;
  foreseen: Foreseen;
  title: string;
  /** summary, notes, end notes, disclaimer, dedication, conventions */
  notes: Record<(typeof workNotes)[number], string>;
  chapters: GatheredChapter[];
  states: GatheredState[];
  /** Stories of earlier states, by chapter (its id there) and digest. */
  stories: { chapterId: string; digest: string; story: string }[];
  news: { source: CopiedWork["news"][number]; text: string }[];
  pictures: KeptPicture[];
  originals: CopiedOriginal[];
  remarks: Remark[];
};

const workNotes = ["summary", "notes", "end_notes", "disclaimer", "dedication", "conventions"] as const;

/** Marks count too in what is kept: so many times what may be typed. */
const roomForMarks = 4;
const mostPictureBytes = 20 * 2 ** 20;

/**
 * Reads everything of a work out of a copy, and cleans it.
 *
 * @throws WorkCannotCome; CopyRefused when the copy breaks off here
 */
export async function gatherWork(
  copy: OpenCopy,
  workId: string,
  originals: readonly CopiedOriginal[],
  lists: ListsHere,
  cleaner: Cleaner,
  settings: Settings,
): Promise<GatheredWork> {
  const source = await copy.work(workId);
  refuseContradictions(source);
  const foreseen = foresee(source, lists, settings);
  const longestNote = settings.noteCharacters * roomForMarks;
  const longestStory = settings.chapterCharacters * roomForMarks;
  const notesOf = async (texts: string[], about: string): Promise<string[]> => {
    if (texts.some((text) => text.length > longestNote)) throw new WorkCannotCome("text-too-long", about);
    const clean = texts.every((text) => text === "") ? texts : await cleaner.notes(texts);
    return clean.map((note) => note ?? fail("cannot-be-read", about));
  };
  const storyOf = async (text: string | null, about: string): Promise<{ story: string; words: number }> => {
    if (text === null) throw new WorkCannotCome("not-readable", about);
    if (text.length > longestStory) throw new WorkCannotCome("story-too-long", about);
    const [clean] = await cleaner.stories([text.replaceAll("\u0000", "\uFFFD")]);
    return clean ?? fail("cannot-be-read", about);
  };
  const textsOf = async (row: CopiedWork["states"][number] | CopiedWork["chapters"][number]) => {
    const title = line(row.title);
    const [summary = "", notes = "", endNotes = ""] = await notesOf(
      [row.summary, row.notes, row.end_notes],
      title,
    );
    return { title, summary, notes, endNotes };
  };

  const title = line(source.work.title);
  const noted = await notesOf(
    workNotes.map((field) => source.work[field]),
    title,
  );
  const notes = Object.fromEntries(workNotes.map((field, index) => [field, noted[index] ?? ""]));
  const chapters: GatheredChapter[] = [];
  for (const row of source.chapters.toSorted((one, other) => one.position - other.position)) {
    const texts = await textsOf(row);
    const story = await storyOf(await copy.story(workId, row.id), texts.title);
    chapters.push({ source: row, ...texts, ...story });
  }
  const states: GatheredState[] = [];
  const stories = new Map<
    string,
    { chapterId: string; said: string; digest: string; story: string; words: number }
  >();
  for (const row of source.states) {
    const texts = await textsOf(row);
    const key = `${row.chapter_id} ${row.story_digest}`;
    const earlier = stories.get(key);
    if (!earlier) {
      const clean = await storyOf(
        await copy.earlierStory(workId, row.chapter_id, row.story_digest),
        texts.title,
      );
      const digest = storyDigest(clean.story);
      stories.set(key, { chapterId: row.chapter_id, said: row.story_digest, digest, ...clean });
    }
    const { digest = "", words = 0 } = stories.get(key) ?? {};
    states.push({ source: row, ...texts, digest, words });
  }
  const news = [];
  for (const row of source.news) {
    const [text = ""] = await notesOf([row.text], title);
    news.push({ source: row, text });
  }
  const remarks: Remark[] = [...foreseen.remarks];
  const shown = new Set([...chapters, ...stories.values()].flatMap(({ story }) => pictureNamesIn(story)));
  const pictures: KeptPicture[] = [];
  for (const name of shown) {
    const bytes = await copy.bytes(`pictures/${name}`, mostPictureBytes);
    const picture = bytes && (await cleaner.picture(bytes));
    // Named by its bytes: another picture under its name is none that the story shows.
    if (picture?.name === name) pictures.push(picture);
    else remarks.push({ says: "picture-left", about: name });
  }
  return {
    ...{ source, foreseen, title, chapters, states, news, pictures, remarks },
    notes: {
      summary: "",
      notes: "",
      end_notes: "",
      disclaimer: "",
      dedication: "",
      conventions: "",
      ...notes,
    },
    stories: [...stories.values()].map(({ chapterId, digest, story }) => ({ chapterId, digest, story })),
    originals: originals.filter((original) => original.work_id === workId),
  };
}

/** Rows that name a chapter the work does not have, or stand twice: no archive wrote them. */
function refuseContradictions({ chapters, states, seams, releases, queues, news }: CopiedWork): void {
  const versions = new Map(chapters.map(({ id, version }) => [id, version]));
  const isOnce = (keys: string[]) => new Set(keys).size === keys.length;
  const isSound =
    isOnce(chapters.map(({ id }) => id)) &&
    isOnce(news.map(({ id }) => id)) &&
    isOnce(states.map(({ chapter_id, version }) => `${chapter_id} ${version}`)) &&
    states.every(({ chapter_id, version }) => version < (versions.get(chapter_id) ?? 0)) &&
    isOnce(releases.map(({ chapter_id }) => chapter_id)) &&
    isOnce(seams.map(({ chapter_id }) => chapter_id)) &&
    releases.every(({ chapter_id }) => versions.has(chapter_id)) &&
    queues.length <= 1;
  if (!isSound) throw new WorkCannotCome("not-readable");
}

function line(text: string): string {
  const title = oneLine(text);
  if (title.length > lineCharacters) throw new WorkCannotCome("text-too-long", `${title.slice(0, 60)}…`);
  return title;
}

function fail(obstacle: "cannot-be-read", about: string): never {
  throw new WorkCannotCome(obstacle, about);
}

import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import { cleanNote, cleanStory } from "../../story-text/clean.ts";
import { countWords } from "../../story-text/count-words.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { StoryRefused } from "../../story-text/story-refused.ts";
import type { CleanResult, CleanTask } from "./clean-tasks.ts";

/** Runs in a thread of its own pool (see open-cleaner.ts): nothing of a copy is taken at its word. */
export default function cleanInThread(task: CleanTask): CleanResult {
  switch (task.task) {
    case "stories":
      return { task: task.task, stories: task.texts.map((text) => unlessRefused(() => counted(text))) };
    case "notes":
      return { task: task.task, notes: task.texts.map((text) => unlessRefused(() => cleanNote(text))) };
    case "picture":
      return { task: task.task, picture: keepPicture(task.bytes) };
  }
}

function counted(text: string): { story: string; words: number } {
  const story = cleanStory(text);
  return { story, words: countWords(readStored(story)) };
}

function unlessRefused<Result>(clean: () => Result): Result | null {
  try {
    return clean();
  } catch (cause) {
    if (cause instanceof StoryRefused) return null;
    throw cause;
  }
}

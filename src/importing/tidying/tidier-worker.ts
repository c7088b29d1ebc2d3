import { keepPicture } from "../../plumbing/pictures/keep-picture.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { StoryRefused } from "../../story-text/story-refused.ts";
import { toMarkdown } from "../../story-text/to-markdown.ts";
import { storyFromTyped, typedFromStory } from "../../story-text/typed.ts";
import { markdownTree } from "../markdown/markdown-tree.ts";
import { inStoredForm } from "../stored-form.ts";
import type { TidierTask, TidierTaskResult } from "./tidier-tasks.ts";
import { tidyPasted } from "./tidy-pasted.ts";

/** Runs in a thread of its own pool (see open-tidier.ts). */
export default function workInThread(task: TidierTask): TidierTaskResult {
  try {
    switch (task.task) {
      case "read-markdown":
        return { task: task.task, story: serialiseStory(fromMarkdown(task.markdown)) };
      case "type-markdown":
        return { task: task.task, typed: typedFromStory(fromMarkdown(task.markdown)) };
      case "write-markdown":
        return { task: task.task, markdown: toMarkdown(storyFromTyped(task.typed)) };
      case "tidy-pasted":
        return { task: task.task, pasted: tidyPasted(task.html) };
      case "strip-picture":
        return { task: task.task, picture: keepPicture(task.bytes) };
    }
  } catch (cause) {
    if (cause instanceof StoryRefused) return { task: "refused" };
    throw cause;
  }
}

function fromMarkdown(markdown: string) {
  return inStoredForm(markdownTree(markdown.replace(/\r\n?/gu, "\n")).tree);
}

import type { Child } from "hono/jsx";
import type { ArchiveContext } from "../people/request.ts";
import type { Page } from "../ui/page.ts";
import type { Work } from "./work.ts";

/** Which page of a work: its title page, all of it on one page, or a chapter by its id. */
export type StoryPlace = "title" | "whole" | { chapterId: string };

/**
 * What other rooms put after a story, where a reader has come to its end. Must be the same for every visitor
 * (see keep-visitor-pages.ts).
 */
export type AfterStory = (context: ArchiveContext, work: Work, place: StoryPlace) => Promise<Child>;

/** Several things after a story, in their order. */
export function inTurn(...parts: AfterStory[]): AfterStory {
  return async (context, work, place) => Promise.all(parts.map((part) => part(context, work, place)));
}

/** What other rooms put on the page of a name, the same for everybody (see keep-visitor-pages.ts). */
export type OnWriterPage = (page: Page, pseudId: string) => Promise<Child>;

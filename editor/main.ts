import type { EditorSetup } from "../src/works/editor-words.ts";
import { StoryDesk } from "./story-desk.ts";

/* Lays the editor over every story field that a page says it is for. Without it the field is what it was. */
for (const desk of document.querySelectorAll<HTMLElement>("[data-editor]")) {
  const area = desk.querySelector("textarea");
  const setup: EditorSetup = JSON.parse(desk.dataset.editor ?? "null");
  if (area?.form && setup) new StoryDesk(desk, area, area.form, setup);
}

import { DOMSerializer, type Fragment } from "prosemirror-model";
import { serialiseStory } from "../src/story-text/serialise.ts";
import { piecesOf } from "./write-story.ts";

/** Lays on the clipboard what is stored, not what is shown while it is written: other programs know that. */
export class ClipboardStory extends DOMSerializer {
  override serializeFragment(fragment: Fragment): DocumentFragment {
    const template = document.createElement("template");
    // It was sanitised on its way in, and a template runs and loads nothing.
    template.innerHTML = serialiseStory({ type: "root", children: piecesOf(fragment) });
    return template.content;
  }
}

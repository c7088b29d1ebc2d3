import { type Node, Slice } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { cleanStory } from "../src/story-text/clean.ts";
import { readStored } from "../src/story-text/read-stored.ts";
import { StoryRefused } from "../src/story-text/story-refused.ts";
import { storyFromTyped, typedFromStory } from "../src/story-text/typed.ts";
import type { EditorSetup } from "../src/works/editor-words.ts";
import { reachArchive } from "./archive.ts";
import { make, newId } from "./element.ts";
import type { Workbench } from "./panels/workbench.ts";
import { pastedBy, pieceOf } from "./pasting.ts";
import { documentOf } from "./read-story.ts";
import { openShelves, type Shelves } from "./shelves.ts";
import { typedOf } from "./write-story.ts";
import { freshState, openWriting } from "./writing.ts";

/** How the story is shown: as it will look, or as its source. */
type ShownAs = "story" | "html" | "markdown";

/** Which of them a writer chose last, in this browser. */
const chosenBefore = "story-shown-as";

/** How often the field's value follows what is written, in ms: often enough to lose nothing, seldom enough to cost nothing. */
const followsAfter = 2_000;

/**
 * The editor over the field of a form. The field stays in the form and carries the value, as a writer without the
 * editor would have typed it. Whoever else sets the field and says so (`input`) is followed.
 */
export class StoryDesk {
  readonly #area: HTMLTextAreaElement;
  readonly #form: HTMLFormElement;
  readonly #source: HTMLElement;
  readonly #story: HTMLElement;
  readonly #said: HTMLElement;
  readonly #choices: HTMLInputElement[];
  readonly #bench: Workbench;
  readonly #view: EditorView;
  readonly #shelves: Shelves;
  readonly #modes: Map<ShownAs, HTMLButtonElement>;
  readonly #archive;
  #shownAs: ShownAs = "html";
  /** What the field holds of this document. */
  #written = "";
  #isBehind = false;
  #following = 0;
  /** What was copied or cut here last: when the clipboard gives it back, it is put in as it was. */
  #copied = { piece: Slice.empty, html: "" };

  constructor(desk: HTMLElement, area: HTMLTextAreaElement, form: HTMLFormElement, setup: EditorSetup) {
    const { words } = setup;
    this.#area = area;
    this.#form = form;
    this.#archive = reachArchive(setup.addresses);
    this.#choices = [...desk.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    this.#source = area.closest<HTMLElement>(".field") ?? area;
    const label = this.#source.querySelector("label");
    if (label && label.id === "") label.id = newId("label");
    const place = make("div");
    const placeId = newId("story");
    this.#said = make("p", { class: "hint writing-said", role: "status" });
    this.#story = make("div", { class: "writing", hidden: true });
    this.#view = openWriting(
      place,
      documentOf({ type: "root", children: [] }),
      {
        id: placeId,
        class: "story writing-story",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": label?.id ?? "",
        ...(area.lang && { lang: area.lang }),
        dir: area.dir || "auto",
      },
      {
        changed: () => this.#followSoon(),
        moved: () => this.#shelves?.refreshSoon(),
        pasted: (event) => this.#paste(event.clipboardData, event),
        copied: (piece, html) => {
          this.#copied = { piece, html };
        },
        dropped: (event) => this.#view.dragging === null && this.#paste(event.dataTransfer, event),
        keys: this.#keys(),
      },
    );
    this.#bench = {
      view: this.#view,
      words,
      archive: this.#archive,
      locale: setup.locale,
      run: (command) => {
        command(this.#view.state, this.#view.dispatch, this.#view);
        this.#view.focus();
      },
      leave: () => this.#shelves.leave(),
    };
    this.#shelves = openShelves(this.#bench, placeId);
    // The headings of a story come after one of the page, whatever the page.
    const heading = make("h2", { class: "visually-hidden" }, label?.textContent ?? "");
    this.#story.append(heading, this.#shelves.element, place, this.#said);
    // Who keeps what is typed looks at the field, and is told when the field has it.
    for (const sign of ["input", "change"])
      this.#story.addEventListener(sign, (event) => event.stopPropagation());
    this.#modes = this.#makeModes(desk, words);
    this.#source.after(this.#story);
    label?.addEventListener("click", (event) => {
      if (this.#shownAs !== "story") return;
      event.preventDefault();
      this.#view.focus();
    });
    this.#listen();
    for (const choice of this.#choices) {
      const field = choice.closest<HTMLElement>(".field");
      if (field) field.hidden = true;
    }
    this.#open();
  }

  /** Brings the field up to date with what was written. */
  follow(): void {
    clearTimeout(this.#following);
    this.#following = 0;
    if (!this.#isBehind || this.#shownAs !== "story") return;
    this.#isBehind = false;
    this.#written = storyIn(this.#view.state.doc);
    this.#area.value = this.#written;
    this.#area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #followSoon(): void {
    this.#isBehind = true;
    this.#following ||= window.setTimeout(() => {
      this.#following = 0;
      whenIdle(() => this.follow());
    }, followsAfter);
  }

  #listen(): void {
    const follow = () => this.follow();
    // Before whoever else looks at the form on its way.
    this.#form.addEventListener("submit", follow, { capture: true });
    this.#form.addEventListener("leaving", follow);
    addEventListener("pagehide", follow);
    document.addEventListener("visibilitychange", follow, { capture: true });
    this.#form.addEventListener("reset", () => setTimeout(() => this.#readField()));
    this.#area.addEventListener("input", () => {
      if (this.#shownAs === "story" && this.#area.value !== this.#written) this.#readField();
    });
    // A link to the field, as the list of mistakes has one, leads to what stands in its place.
    addEventListener("hashchange", () => {
      if (location.hash === `#${this.#area.id}` && this.#shownAs === "story") this.#view.focus();
    });
  }

  /** Shows the story as it was shown before; a text in Markdown stays one until its writer says otherwise. */
  #open(): void {
    const isMarkdown = this.#choices.some(({ checked, value }) => checked && value === "markdown");
    const isSource = localStorage.getItem(chosenBefore) === "html";
    if (isMarkdown) this.#show("markdown");
    else this.#show(isSource || !this.#readField() ? "html" : "story");
  }

  /** Makes the document of what stands in the field; false when it cannot be shown as one. */
  #readField(): boolean {
    try {
      const document = documentOf(storyFromTyped(this.#area.value));
      this.#written = this.#area.value;
      this.#isBehind = false;
      this.#view.updateState(freshState(document, this.#keys()));
      return true;
    } catch (cause) {
      if (!(cause instanceof StoryRefused)) throw cause;
      this.#say(this.#bench?.words.unreadable ?? "");
      return false;
    }
  }

  #keys(): Record<string, Command> {
    const opens = (name: "footnote" | "link" | "tools") => () => {
      this.#shelves.open(name);
      return true;
    };
    return { "Mod-k": opens("link"), "Mod-Shift-f": opens("footnote"), "Alt-F10": opens("tools") };
  }

  #makeModes(desk: HTMLElement, words: EditorSetup["words"]): Map<ShownAs, HTMLButtonElement> {
    const modes = new Map<ShownAs, HTMLButtonElement>();
    const group = make("div", { class: "writing-modes", role: "group", "aria-label": words.showAs });
    for (const mode of ["story", "html", "markdown"] as const) {
      const button = make(
        "button",
        { type: "button", class: "button", "aria-pressed": "false" },
        words[mode],
      );
      button.addEventListener("click", () => void this.#changeOver(mode));
      modes.set(mode, button);
      group.append(button);
    }
    desk.prepend(group);
    return modes;
  }

  #show(mode: ShownAs): void {
    this.#shownAs = mode;
    this.#story.hidden = mode !== "story";
    this.#source.classList.toggle("writing-source-away", mode === "story");
    for (const [name, button] of this.#modes) button.setAttribute("aria-pressed", String(name === mode));
    for (const choice of this.#choices)
      choice.checked = choice.value === (mode === "markdown" ? mode : "html");
  }

  /** Shows the same story another way; nothing is changed until all of it is at hand. */
  async #changeOver(mode: ShownAs): Promise<void> {
    const { words } = this.#bench;
    const before = this.#shownAs;
    if (mode === before) return;
    this.follow();
    const button = this.#modes.get(mode);
    button?.setAttribute("aria-busy", "true");
    try {
      const text = await this.#sourceAs(mode, before);
      if (text !== this.#area.value) this.#fill(text);
      if (mode === "story" && !this.#readField()) return;
      if (mode !== "markdown") localStorage.setItem(chosenBefore, mode);
      this.#show(mode);
      this.#say("");
      if (mode === "story") this.#view.focus();
      else this.#area.focus();
    } catch (cause) {
      this.#say(cause instanceof StoryRefused ? words.unreadable : words.notSwitched);
    } finally {
      button?.removeAttribute("aria-busy");
    }
  }

  async #sourceAs(mode: ShownAs, before: ShownAs): Promise<string> {
    const text = this.#area.value;
    if (text.trim() === "") return text;
    if (mode === "markdown") return this.#archive.changeOver(text, "markdown");
    if (before === "markdown") return this.#archive.changeOver(text, "html");
    return mode === "html" ? typedFromStory(storyFromTyped(text)) : text;
  }

  #fill(text: string): void {
    this.#written = text;
    this.#area.value = text;
    this.#area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #say(sentence: string): void {
    this.#said.textContent = sentence;
  }

  /** Pasted HTML is tidied by the archive; text alone, and what was copied here, need nobody. */
  #paste(carried: DataTransfer | null, event: Event): boolean {
    const html = carried?.getData("text/html") ?? "";
    if (html === "") return false;
    event.preventDefault();
    const { piece, html: own } = this.#copied;
    // Between the two, the clipboard may lay a document around it.
    if (own !== "" && html.includes(own)) {
      this.#put(piece);
      return true;
    }
    const text = carried?.getData("text/plain") ?? "";
    void pastedBy(this.#archive, this.#bench.words, html, (sentence) => this.#say(sentence)).then((story) => {
      this.#put(pieceOf(documentOf(readStored(cleanStory(story))), text));
    });
    return true;
  }

  #put(piece: Slice): void {
    const { tr } = this.#view.state;
    this.#view.dispatch(tr.replaceSelection(piece).scrollIntoView().setMeta("paste", true));
  }
}

/** What the field is to hold of a document: nothing, when nothing was written. */
function storyIn(document: Node): string {
  const isEmpty =
    document.childCount === 1 && document.firstChild?.isTextblock && document.content.size === 2;
  return isEmpty ? "" : typedOf(document);
}

function whenIdle(act: () => void): void {
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 500 });
  else act();
}

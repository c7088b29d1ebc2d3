import { make } from "./element.ts";
import { type Panel, showPanel } from "./panel.ts";
import { linkPanel } from "./panels/link-panel.ts";
import { notePanel } from "./panels/note-panel.ts";
import type { Workbench } from "./panels/workbench.ts";
import { makeToolbar, type Toolbar } from "./toolbar.ts";
import { makeTools, type ShelfName } from "./tools.ts";

/** The tools, and what opens under them: a row of more tools, a panel, the list of keys. One at a time. */
export type Shelves = {
  element: HTMLElement;
  open(name: "footnote" | "link" | "tools"): void;
  /** Closes what is open and gives the story the focus. */
  leave(): void;
  refreshSoon(): void;
};

/** @param controls the id of what the tools work on */
export function openShelves(bench: Workbench, controls: string): Shelves {
  const { words, view } = bench;
  const under = make("div", { class: "writing-under" });
  let opener: HTMLButtonElement | null = null;
  let row: Toolbar | null = null;
  const close = () => {
    under.replaceChildren();
    opener?.setAttribute("aria-expanded", "false");
    opener = null;
    row = null;
  };
  const leave = () => {
    close();
    view.focus();
  };
  const lay = (button: HTMLButtonElement | null, element: HTMLElement) => {
    close();
    opener = button;
    button?.setAttribute("aria-expanded", "true");
    under.append(element);
  };
  const toggles = (button: HTMLButtonElement, show: () => void) => {
    if (button === opener) leave();
    else show();
  };
  const panel = (button: HTMLButtonElement | null, made: Panel | null) => {
    if (made === null) return;
    const element = showPanel(made, words, leave);
    lay(button, element);
    element.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
  };
  const tools = makeTools(bench, {
    panel: (button, make) => toggles(button, () => panel(button, make())),
    shelf: (button, name) =>
      toggles(button, () => {
        const shelf = shelves[name];
        lay(button, shelf.element);
        row = shelf;
        shelf.refresh();
        if (document.activeElement === button) shelf.focus();
      }),
    keys: (button) => toggles(button, () => lay(button, keyList(bench, Object.values(tools).flat()))),
  });
  const first = makeToolbar(words.tools, tools.first, controls, leave);
  const shelfOf = (name: ShelfName, label: string) => makeToolbar(label, tools[name], controls, leave);
  const shelves: Record<ShelfName, Toolbar> = {
    paragraph: shelfOf("paragraph", words.paragraph),
    words: shelfOf("words", words.words),
    insert: shelfOf("insert", words.insert),
  };
  let asked = false;
  return {
    element: make("div", { class: "writing-head" }, first.element, under),
    open(name) {
      if (name === "tools") first.focus();
      else panel(null, name === "link" ? linkPanel(bench) : notePanel(bench));
    },
    leave,
    refreshSoon() {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        first.refresh();
        row?.refresh();
      });
    },
  };
}

/** Which keys do what, as a list to be read. */
function keyList({ words }: Workbench, tools: { word: string; keys?: string | undefined }[]): HTMLElement {
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  const rows = [...tools, { word: words.lineBreak, keys: "Shift+Enter" }].flatMap(({ word, keys }) => {
    if (keys === undefined) return [];
    const pressed = (isMac ? keys.replace("Control", "⌘") : keys.replace("Control", "Ctrl")).replaceAll(
      "+",
      " + ",
    );
    return [make("dt", {}, word), make("dd", {}, make("kbd", {}, pressed))];
  });
  return make(
    "div",
    // It may be longer than there is room for, and is moved with the keys then.
    { class: "writing-panel", role: "group", "aria-label": words.keys, tabindex: "0" },
    make("p", {}, words.keysHint),
    make("dl", { class: "writing-keys" }, ...rows),
  );
}

import { make } from "./element.ts";

/** A tool: a button with a word, which does one thing or opens more of them. */
export type Tool = {
  word: string;
  /** How the keys that do the same are told to assistive technology (aria-keyshortcuts). */
  keys?: string | undefined;
  use(button: HTMLButtonElement): void;
  /** Whether it is in force where the cursor stands; left out for what is done once. */
  isOn?: (() => boolean) | undefined;
  /** Whether it can be used just now. */
  isReady?: (() => boolean) | undefined;
  /** Whether it opens something under the tools. */
  opens?: boolean;
};

/** A row of tools. */
export type Toolbar = {
  element: HTMLElement;
  /** Says anew which tools are in force. */
  refresh(): void;
  focus(): void;
  buttonOf(tool: Tool): HTMLButtonElement | undefined;
};

/**
 * A row of buttons by the toolbar pattern (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/): one stop of the
 * tab key, arrows from button to button, Escape back to the story. What is chosen in the story stays chosen.
 */
export function makeToolbar(
  label: string,
  tools: readonly Tool[],
  controls: string,
  leave: () => void,
): Toolbar {
  const element = make("div", {
    role: "toolbar",
    class: "writing-tools",
    "aria-label": label,
    "aria-controls": controls,
  });
  const buttons = new Map(tools.map((tool) => [tool, buttonFor(tool)]));
  element.append(...buttons.values());
  const all = [...buttons.values()];
  let current = 0;
  const moveTo = (index: number, focus: boolean) => {
    current = (index + all.length) % all.length;
    for (const [at, button] of all.entries()) button.tabIndex = at === current ? 0 : -1;
    if (focus) all[current]?.focus();
  };
  moveTo(0, false);
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("focusin", () => {
    const index = all.findIndex((button) => button.contains(document.activeElement));
    if (index >= 0 && index !== current) moveTo(index, false);
  });
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forwards = getComputedStyle(element).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backwards = forwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key === forwards) moveTo(current + 1, true);
    else if (event.key === backwards) moveTo(current - 1, true);
    else if (event.key === "Home") moveTo(0, true);
    else if (event.key === "End") moveTo(all.length - 1, true);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
  });
  return {
    element,
    focus: () => all[current]?.focus(),
    buttonOf: (tool) => buttons.get(tool),
    refresh() {
      for (const [tool, button] of buttons) {
        if (tool.isOn) say(button, "aria-pressed", tool.isOn());
        // It keeps its place among the stops: a button that vanishes under a finger is worse than one that waits.
        if (tool.isReady) say(button, "aria-disabled", !tool.isReady());
      }
    },
  };
}

function say(button: HTMLButtonElement, name: string, value: boolean): void {
  if (button.getAttribute(name) !== String(value)) button.setAttribute(name, String(value));
}

function buttonFor(tool: Tool): HTMLButtonElement {
  const button = make("button", { type: "button", class: "button" }, tool.word);
  if (tool.keys !== undefined) button.setAttribute("aria-keyshortcuts", tool.keys);
  if (tool.isOn) button.setAttribute("aria-pressed", "false");
  if (tool.opens) button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    // Asked anew: what the button says is a frame behind what was done last.
    if (tool.isReady?.() ?? true) tool.use(button);
  });
  return button;
}

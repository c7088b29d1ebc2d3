import type { EditorWords } from "../src/works/editor-words.ts";
import { make, newId } from "./element.ts";

/** One thing a panel asks. */
export type Question = {
  name: string;
  label: string;
  hint?: string | undefined;
  kind?: "line" | "lines" | "number" | "tick" | "file" | "choice";
  value?: string | undefined;
  /** What may be chosen, as value and words; suggested only, where the kind is not "choice". */
  choices?: readonly (readonly [string, string])[] | undefined;
  accept?: string;
};

/** What stands under the tools until it is answered or left: no window over the page, nothing that holds the focus. */
export type Panel = {
  title: string;
  questions: Question[];
  submit: string;
  /** Does it, or says what is missing. */
  answer(answers: Map<string, string>, file: File | null): string | null | Promise<string | null>;
  /** Other things that can be done here, each by a button. */
  others?: { word: string; use(): void }[];
  /** More of the page, between the questions and the buttons. */
  more?: HTMLElement | undefined;
};

/** Lays a panel out; `leave` closes it and gives the focus back to the story. */
export function showPanel(panel: Panel, words: EditorWords, leave: () => void): HTMLElement {
  const titleId = newId("panel");
  const controls = panel.questions.map((question) => ({ question, control: controlFor(question) }));
  const problem = make("p", { class: "field-error", role: "alert" });
  problem.hidden = true;
  const submit = make("button", { type: "button", class: "button button-main" }, panel.submit);
  const cancel = make("button", { type: "button", class: "link-button" }, words.cancel);
  const others = (panel.others ?? []).map(({ word, use }) => {
    const button = make("button", { type: "button", class: "button" }, word);
    button.addEventListener("click", use);
    return button;
  });
  const element = make(
    "div",
    { class: "writing-panel", role: "group", "aria-labelledby": titleId },
    make("p", { class: "writing-panel-title", id: titleId }, panel.title),
    problem,
    ...controls.map(({ question, control }) => fieldFor(question, control)),
    ...(panel.more ? [panel.more] : []),
    make("p", { class: "writing-panel-buttons" }, submit, ...others, cancel),
  );
  const send = async () => {
    const answers = new Map(controls.map(({ question, control }) => [question.name, answerIn(control)]));
    const chosen = element.querySelector<HTMLInputElement>("input[type=radio]:checked");
    if (chosen) answers.set("chosen", chosen.value);
    const file = element.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0] ?? null;
    submit.disabled = true;
    const missing = await panel.answer(answers, file);
    submit.disabled = false;
    problem.hidden = missing === null;
    problem.textContent = missing ?? "";
    if (missing === null) leave();
  };
  submit.addEventListener("click", () => void send());
  cancel.addEventListener("click", leave);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      leave();
    }
    // Enter in a line of the panel must not send the form around it.
    const isLine = event.target instanceof HTMLInputElement && event.target.type !== "file";
    if (event.key !== "Enter" || event.isComposing || !isLine) return;
    event.preventDefault();
    void send();
  });
  return element;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlFor(question: Question): Control {
  const { kind = "line", value = "" } = question;
  const id = newId(question.name);
  if (kind === "lines") {
    const area = make("textarea", { id, rows: "4", dir: "auto" });
    area.value = value;
    return area;
  }
  if (kind === "choice") {
    const select = make("select", { id });
    for (const [choice, word] of question.choices ?? [])
      select.append(make("option", { value: choice, selected: choice === value }, word));
    return select;
  }
  if (kind === "tick") {
    const box = make("input", { id, type: "checkbox" });
    box.checked = value === "yes";
    return box;
  }
  if (kind === "file") return make("input", { id, type: "file", accept: question.accept ?? "" });
  const line = make("input", {
    id,
    type: "text",
    autocomplete: "off",
    dir: "auto",
    ...(kind === "number" && { inputmode: "numeric" }),
    ...(question.choices && { list: `${id}-list` }),
  });
  line.value = value;
  return line;
}

function answerIn(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked ? "yes" : "";
  return control.value;
}

function fieldFor({ label, hint, kind, choices }: Question, control: Control): HTMLElement {
  const name = make("label", { for: control.id }, label);
  const parts: (Node | string)[] = kind === "tick" ? [control, name] : [name];
  if (hint !== undefined) {
    const id = `${control.id}-hint`;
    control.setAttribute("aria-describedby", id);
    parts.push(make("p", { class: "hint", id }, hint));
  }
  if (kind !== "tick") parts.push(control);
  if (choices && kind !== "choice")
    parts.push(
      make(
        "datalist",
        { id: `${control.id}-list` },
        ...choices.map(([value, word]) => make("option", { value }, word)),
      ),
    );
  return make("div", { class: kind === "tick" ? "choice" : "field" }, ...parts);
}

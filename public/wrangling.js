// The wranglers' desk by keyboard alone. Every key presses a button or follows a link that stands on the page anyway.

const help = () => document.querySelector(".wrangle-keys");
const rows = () => [...document.querySelectorAll(".wrangle-row")];
const current = () => document.activeElement?.closest(".wrangle-row");
const said = document.querySelector("#said");
const keptUnder = "wrangling-keys";

/** The row that had the focus last, by its place: when it is decided, the next one stands there. */
let place = 0;
let isWorking = false;

const isOn = () => localStorage.getItem(keptUnder) !== "off";

function showHelp() {
  const box = help();
  if (!box) return;
  box.hidden = false;
  box.querySelector("input").checked = isOn();
}

function say(sentence) {
  // Said anew, also when it is the same sentence as before.
  said.textContent = "";
  requestAnimationFrame(() => {
    said.textContent = sentence;
  });
}

function focusRow(index) {
  const all = rows();
  if (all.length === 0) return document.querySelector("#main").focus();
  place = Math.max(0, Math.min(index, all.length - 1));
  all[place].focus();
  all[place].scrollIntoView({ block: "nearest" });
}

/** Goes from row to row; from outside to where one was. */
function step(by) {
  const row = current();
  focusRow(row ? rows().indexOf(row) + by : place);
}

function press(selector) {
  const row = current() ?? rows()[place];
  const button = row?.querySelector(selector);
  if (button) button.click();
  else say(help().dataset.nothing);
}

/** Chooses a deed for the ticked tags, or for this one when none is ticked, and leads to the name's field. */
function askFor(deed) {
  const row = current() ?? rows()[place];
  if (row) place = rows().indexOf(row);
  if (row && !document.querySelector(".wrangle-row input[name=tag]:checked"))
    row.querySelector("input[name=tag]").checked = true;
  document.querySelector(".wrangle-bulk").open = true;
  document.querySelector(".wrangle-bulk [name=do]").value = deed;
  const field = document.querySelector(".wrangle-bulk [name=with]");
  const ticked = rows().filter((one) => one.querySelector("input[name=tag]").checked);
  // The rows are out of sight now: the field says which tags it is about, and offers names of their kind alone.
  field.placeholder = ticked.map((one) => one.querySelector("label").textContent).join(", ");
  const kinds = new Set(ticked.map((one) => one.dataset.kind));
  const offers = new URL(field.dataset.suggest, location.href);
  if (kinds.size === 1) offers.searchParams.set("kind", [...kinds][0]);
  else offers.searchParams.delete("kind");
  field.dataset.suggest = offers.href;
  field.focus();
}

const keys = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  a: () => press("[data-suggestion]"),
  c: () => press("[data-key=c]"),
  s: () => press("[data-key=s]"),
  o: () => press("[data-key=o]"),
  x: () => press("input[name=tag]"),
  m: () => askFor("merge"),
  p: () => askFor("put-under"),
  n: () => document.querySelector("#desk a[rel=next]")?.click(),
  u: () => document.querySelector("#desk [data-key=u]")?.click() ?? say(help().dataset.nothing),
  "?": () => {
    help().open = !help().open;
    if (help().open) help().querySelector("summary").focus();
    else step(0);
  },
};
for (const number of [1, 2, 3])
  keys[number] = () => press(`.wrangle-suggestions > :nth-child(${number}) [data-suggestion]`);

/** What the key means; on keyboards of other scripts, by where it lies. */
function keyOf(event) {
  if (/^[\x20-\x7e]$/.test(event.key) || event.key.length > 1) return event.key;
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
}

const isTyping = ({ target }) =>
  target.closest("textarea, select, [contenteditable]") ||
  (target.matches("input") && !["checkbox", "radio", "button", "submit"].includes(target.type));

addEventListener("keydown", (event) => {
  if (!help() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && event.target.closest("#desk")) {
    event.preventDefault();
    step(0);
    return;
  }
  if (!isOn() || isTyping(event)) return;
  // Within the help box the arrows and letters are the browser's.
  const key = keyOf(event);
  if (event.target.closest(".wrangle-keys") && key !== "?" && key !== "j") return;
  const does = keys[key];
  if (!does) return;
  event.preventDefault();
  does();
});

addEventListener("focusin", ({ target }) => {
  const row = target.closest(".wrangle-row");
  if (row) place = rows().indexOf(row);
});

addEventListener("change", ({ target }) => {
  if (target.id === "wrangle-keys-on") localStorage.setItem(keptUnder, target.checked ? "on" : "off");
});

// What is decided is sent without leaving the page, so that the focus stays where it was.
addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("#desk")) return;
  event.preventDefault();
  if (isWorking) return;
  isWorking = true;
  const hadOpen = help()?.open ?? false;
  say(help()?.dataset.working ?? "");
  try {
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const answer = await fetch(event.submitter?.getAttribute("formaction") ?? form.action, {
      method: "POST",
      body,
    });
    const text = await answer.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const desk = page.querySelector("#desk");
    if (!desk) {
      // Another page: signed out, or a deed that cannot be taken back. It is shown as it is.
      if (answer.redirected) location.assign(answer.url);
      else document.querySelector("main").replaceWith(page.querySelector("main"));
      return;
    }
    document.querySelector("#desk").replaceWith(document.importNode(desk, true));
    showHelp();
    if (help()) help().open = hadOpen;
    const errors = document.querySelector("#errors");
    if (errors) errors.focus();
    else {
      focusRow(place);
      say(page.querySelector("#said")?.textContent ?? "");
    }
  } catch {
    say(help()?.dataset.failed ?? "");
    focusRow(place);
  } finally {
    isWorking = false;
  }
});

showHelp();
if (rows().length > 0 && location.hash === "") focusRow(0);

// Makes forms nicer. Every form works without it; nothing here is needed to read.

/* What is typed is kept in this tab until the server says it has it. */

const keptUnder = (action) => `kept:${new URL(action, location.href).pathname}`;

for (const { dataset } of document.querySelectorAll("[data-kept-clear]"))
  sessionStorage.removeItem(keptUnder(dataset.keptClear));

for (const form of document.querySelectorAll("form[data-keep]")) keepTyped(form);

function keepTyped(form) {
  const key = keptUnder(form.getAttribute("action"));
  // Named by when it was saved: another name means that the server has heard of us since. No clocks compared.
  const serverCopy = form.dataset.keep;
  // What is pasted lies in a hidden field, and is typed all the same.
  const pasted = [...form.querySelectorAll("[data-paste-into]")].map(({ dataset }) => dataset.pasteInto);
  const fields = [...form.elements].filter(
    ({ name, type }) =>
      pasted.includes(name) ||
      (name && !["file", "password", "hidden", "submit", "button", "fieldset"].includes(type)),
  );
  const stateOf = (field) =>
    "checked" in field && /radio|checkbox/.test(field.type) ? field.checked : field.value;

  // Resetting a form leaves hidden fields alone.
  const unseen = fields.filter(({ type }) => type === "hidden").map((field) => [field, field.value]);

  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(key));
  } catch {
    sessionStorage.removeItem(key);
  }
  const fits =
    kept?.serverCopy === serverCopy &&
    kept.fields.length === fields.length &&
    kept.fields.every(([name], index) => name === fields[index].name);
  if (fits) restore(kept.fields);
  else if (kept) sessionStorage.removeItem(key);

  function restore(states) {
    let changed = false;
    states.forEach(([, state], index) => {
      const field = fields[index];
      if (stateOf(field) === state) return;
      changed = true;
      if (typeof state === "boolean") field.checked = state;
      else field.value = state;
    });
    if (changed) sayRestored();
  }

  function sayRestored() {
    const line = document.createElement("p");
    line.className = "said";
    line.setAttribute("role", "status");
    form.prepend(line);
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "link-button";
    discard.textContent = form.dataset.discardLabel;
    discard.addEventListener("click", () => {
      for (const [field, value] of unseen) field.value = value;
      form.reset();
      sessionStorage.removeItem(key);
      line.remove();
      fields.find(({ type }) => type !== "hidden")?.focus();
    });
    line.append(form.dataset.keptSentence, " ", discard);
  }

  let waiting = 0;
  const keep = () => {
    clearTimeout(waiting);
    waiting = 0;
    const states = fields.map((field) => [field.name, stateOf(field)]);
    try {
      sessionStorage.setItem(key, JSON.stringify({ serverCopy, fields: states }));
    } catch {
      // The tab's store is full: the form works without this net.
    }
  };
  form.addEventListener("input", () => {
    waiting ||= setTimeout(keep, 400);
  });
  form.addEventListener("submit", keep);
  addEventListener("pagehide", () => waiting && keep());
}

/* Bold and Italic above a story's text. */

for (const area of document.querySelectorAll("form textarea[data-story]")) {
  const labels = area.form.dataset;
  if (!labels.boldLabel) continue;
  const tools = document.createElement("div");
  tools.className = "writing-tools";
  const tags = { b: ["strong", labels.boldLabel], i: ["em", labels.italicLabel] };
  for (const [tag, label] of Object.values(tags)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", () => wrap(area, tag));
    tools.append(button);
  }
  area.before(tools);
  area.addEventListener("keydown", (event) => {
    const tag = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && tags[event.key];
    if (!tag) return;
    event.preventDefault();
    wrap(area, tag[0]);
  });
}

/** Puts a tag round the selection, each paragraph on its own; takes it off where it already is. */
function wrap(area, tag) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end);
  const [open, close] = [`<${tag}>`, `</${tag}>`];
  const isWrapped = chosen.startsWith(open) && chosen.endsWith(close);
  const becomes = isWrapped
    ? chosen.replaceAll(open, "").replaceAll(close, "")
    : chosen
        .split(/(\n\s*\n)/)
        .map((part) => (part.trim() ? part.replace(part.trim(), () => open + part.trim() + close) : part))
        .join("") || open + close;
  area.focus();
  // execCommand is the only way that keeps the writer's undo.
  if (!document.execCommand("insertText", false, becomes)) {
    area.setRangeText(becomes, start, end);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (chosen === "") area.setSelectionRange(start + open.length, start + open.length);
  else area.setSelectionRange(start, start + becomes.length);
}

/* Files can be dropped on their form; what several of them are is asked when there are several. */

const mostNamed = 12;
for (const input of document.querySelectorAll("input[type=file][data-drop-label]")) takeDropped(input);

function takeDropped(input) {
  const { form } = input;
  const zone = input.closest(".field");
  zone.classList.add("drop-zone");
  const label = document.createElement("p");
  label.className = "quiet";
  label.textContent = input.dataset.dropLabel;
  input.after(label);
  const over = (isOver) => (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    zone.classList.toggle("drop-zone-over", isOver);
  };
  // The whole window takes them: a file dropped beside the zone must not replace the page.
  addEventListener("dragover", over(true));
  addEventListener("dragleave", over(false));
  addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    form.querySelector("button[type=submit]").focus();
  });
  const names = new Intl.ListFormat(document.documentElement.lang || "en");
  const several = form.querySelector('input[name="several"]')?.closest(".field");
  const show = () => {
    const files = [...input.files];
    // The browser names one file by itself; of several it only says how many.
    const named = files.slice(0, mostNamed).map(({ name }) => name);
    if (files.length > mostNamed) named.push("…");
    label.textContent = files.length > 1 ? names.format(named) : input.dataset.dropLabel;
    if (several) several.hidden = files.length < 2 && !/\.zip$/i.test(files[0]?.name ?? "");
  };
  show();
  input.addEventListener("change", show);
  // The browser gives chosen files back when one returns to the page.
  addEventListener("pageshow", show);
}

/* What is pasted keeps its italics: the clipboard's HTML goes along in a field of its own. */

for (const area of document.querySelectorAll("textarea[data-paste-into]")) keepPastedHtml(area);

function keepPastedHtml(area) {
  const { pasteInto, pasteKept, pasteAgain } = area.dataset;
  const html = area.form.elements[pasteInto];
  const asked = area.form.querySelector('input[name="pasted-as"]')?.closest(".field");
  const line = document.createElement("p");
  line.className = "said";
  line.setAttribute("role", "status");
  line.hidden = true;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "link-button";
  again.textContent = pasteAgain;
  line.append(pasteKept, " ", again);
  area.after(line);
  const show = () => {
    const isRich = html.value !== "";
    area.readOnly = isRich;
    line.hidden = !isRich;
    if (asked) asked.hidden = isRich;
  };
  again.addEventListener("click", () => {
    html.value = area.value = "";
    show();
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  });
  area.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text/html");
    // What was typed before is text, and stays text.
    if (pasted === "" || (area.value.trim() !== "" && html.value === "")) return;
    event.preventDefault();
    html.value += pasted;
    area.value += `${event.clipboardData.getData("text/plain")}\n\n`;
    show();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  area.form.addEventListener("reset", show);
  // The browser gives fields back when one returns to the page.
  addEventListener("pageshow", show);
}

/* Reviewing an import: place and finding lead to each other; a kind is decided at once. */

const wide = matchMedia("(min-width: 68rem)");

for (const finding of document.querySelectorAll(".finding[id]")) {
  const place = document.getElementById(finding.id.replace(/^finding-/, "place-"));
  if (!place) continue;
  place.addEventListener("click", () => {
    for (let fold = finding.closest("details"); fold; fold = fold.parentElement.closest("details"))
      fold.open = true;
    location.hash = finding.id;
    finding.querySelector("input")?.focus({ preventScroll: true });
  });
  finding.addEventListener("focusin", ({ target }) => {
    for (const other of document.querySelectorAll("mark.here")) other.classList.remove("here");
    place.classList.add("here");
    // For the keyboard only: a page that moves under a pressed mouse loses the click.
    if (wide.matches && target.matches(":focus-visible")) place.scrollIntoView({ block: "center" });
  });
}

/* Beside the story the findings fill what the window has left, so that their button is never below its edge. */
const findings = document.querySelector(".review-findings");
if (findings) {
  const fit = () => {
    const above = Math.max(0, findings.parentElement.getBoundingClientRect().top);
    findings.style.setProperty("--above", `${above}px`);
  };
  fit();
  for (const change of ["scroll", "resize"]) addEventListener(change, fit, { passive: true });
}

for (const list of document.querySelectorAll("[data-decide-all]")) {
  const tools = document.createElement("div");
  tools.className = "form-buttons";
  for (const [decision, label] of Object.entries(JSON.parse(list.dataset.decideAll))) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      for (const choice of list.querySelectorAll(`input[type=radio][value="${decision}"]`))
        choice.checked = true;
      list.dispatchEvent(new Event("input", { bubbles: true }));
    });
    tools.append(button);
  }
  const inOneField = list.previousElementSibling;
  if (inOneField?.matches(".decide-all")) inOneField.replaceWith(tools);
  else list.before(tools);
}

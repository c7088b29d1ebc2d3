// Makes forms nicer. Every form works without it; nothing here is needed to read.

/* What is typed is kept in this tab until the server says it has it. */

/** Of each account by itself: whoever signs in after somebody else in one window is not shown what they typed. */
const keptUnder = (action, account) => `kept:${account}:${new URL(action, location.href).pathname}`;

for (const { dataset } of document.querySelectorAll("[data-kept-clear]"))
  sessionStorage.removeItem(keptUnder(dataset.keptClear, dataset.keptFor));

for (const form of document.querySelectorAll("form[data-keep]")) keepTyped(form);

function keepTyped(form) {
  const key = keptUnder(form.getAttribute("action"), form.dataset.keptFor);
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
  if (fits) {
    const changed = restore(kept.fields);
    // For autosave.js, which goes on where this window was.
    form.dataset.keptFits = changed ? "changed" : "same";
  }
  if (kept && !fits) sessionStorage.removeItem(key);

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
    return changed;
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
  /** A novel is kept less often: nobody waits for it while typing. */
  let wait = 400;
  const keep = () => {
    clearTimeout(waiting);
    waiting = 0;
    const began = performance.now();
    const states = fields.map((field) => [field.name, stateOf(field)]);
    try {
      sessionStorage.setItem(key, JSON.stringify({ serverCopy, fields: states }));
    } catch {
      // The tab's store is full: the form works without this net.
    }
    wait = Math.max(400, 30 * (performance.now() - began));
  };
  form.addEventListener("input", () => {
    waiting ||= setTimeout(keep, wait);
  });
  form.addEventListener("submit", keep);
  addEventListener("pagehide", () => {
    // The editor brings its field up to date; a window tells its listeners in the order they came, and it came later.
    form.dispatchEvent(new Event("leaving"));
    if (waiting) keep();
  });
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

/* Reviewing an import: what came in and what it becomes lie side by side, finding and places lead to one another. */

const wide = matchMedia("(min-width: 68rem)");
const panes = [...document.querySelectorAll(".review-pane")];
const cameInFold = document.querySelector("#came-in-fold");
/** The pane that somebody scrolls by hand; the other follows. */
let following = null;

if (panes.length === 2) {
  const openWhereWide = () => {
    if (wide.matches) cameInFold.open = true;
  };
  openWhereWide();
  wide.addEventListener("change", openWhereWide);
  leadToOneAnother();
  scrollTogether(panes);
  stayInPlace();
}

/** The entry of a finding and its places, by any of their ids: `finding-…`, `place-…`, `came-…`. */
function partsOfFinding(id) {
  const [, name] = /^(?:finding|place|came)-(.+)$/.exec(id) ?? [];
  const part = (kind) => name && document.getElementById(`${kind}-${name}`);
  return { entry: part("finding"), cameIn: part("came"), story: part("place") };
}

function leadToOneAnother() {
  const links = ":is(.review-findings, .review-pane, .settle, .review-lifted) a[href^='#']";
  document.addEventListener("click", (event) => {
    const link = event.target.closest(links);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = decodeURIComponent(link.hash.slice(1));
    const { entry, cameIn, story } = partsOfFinding(id);
    const target = document.getElementById(id);
    if (!entry || !target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details"))
      fold.open = true;
    for (const marked of document.querySelectorAll(".here")) marked.classList.remove("here");
    for (const part of [entry, cameIn, story]) part?.classList.add("here");
    if (!wide.matches) return;
    event.preventDefault();
    history.replaceState(history.state, "", link.hash);
    for (const place of [cameIn, story]) showInItsPane(place);
    // The window moves only as far as it must for what was asked for.
    const box = target.closest(".review-pane") ?? target;
    box.scrollIntoView({ block: "nearest" });
    const answer = entry.querySelector("input, a");
    const next =
      target === entry ? (entry.querySelector("input:checked") ?? answer) : target.querySelector("a");
    next?.focus({ preventScroll: true });
  });
  for (const entry of document.querySelectorAll(".finding[id]"))
    entry.addEventListener("focusin", () => {
      const { cameIn, story } = partsOfFinding(entry.id);
      for (const marked of document.querySelectorAll(".here")) marked.classList.remove("here");
      for (const part of [entry, cameIn, story]) part?.classList.add("here");
      if (wide.matches) for (const place of [cameIn, story]) showInItsPane(place);
    });
}

/** Brings a place to the upper third of its pane, without moving the window. */
function showInItsPane(place) {
  const pane = place?.closest(".review-pane");
  if (!pane) return;
  following = null;
  pane.scrollTop += offsetIn(pane, place) - pane.scrollTop - pane.clientHeight / 3;
}

function offsetIn(pane, place) {
  return place.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
}

/** Scrolls the other pane along: the places that both have stay level, what lies between goes in proportion. */
function scrollTogether([first, second]) {
  let pairs = null;
  const measure = () => {
    const levels = [...second.querySelectorAll("[id^='place-']")].flatMap((story) => {
      const { cameIn } = partsOfFinding(story.id);
      return cameIn ? [[offsetIn(first, cameIn), offsetIn(second, story)]] : [];
    });
    levels.push([first.scrollHeight, second.scrollHeight]);
    levels.sort(([one], [other]) => one - other);
    pairs = [[0, 0]];
    for (const level of levels)
      if (level[1] >= pairs.at(-1)[1] && level[0] > pairs.at(-1)[0]) pairs.push(level);
  };
  addEventListener("resize", () => {
    pairs = null;
  });
  for (const [mine, pane] of [first, second].entries()) {
    const other = mine === 0 ? second : first;
    const lead = () => {
      following = pane;
    };
    for (const sign of ["wheel", "touchstart", "keydown", "pointerdown"])
      pane.addEventListener(sign, lead, { passive: true });
    pane.addEventListener(
      "scroll",
      () => {
        if (following !== pane || !wide.matches) return;
        if (!pairs) measure();
        const middle = pane.clientHeight / 3;
        const at = pane.scrollTop + middle;
        const next = Math.max(
          1,
          pairs.findIndex((pair) => pair[mine] > at),
        );
        const [from, to] = [pairs[next - 1], pairs[next] ?? pairs.at(-1)];
        const part = Math.min(1, (at - from[mine]) / Math.max(1, to[mine] - from[mine]));
        const level = from[1 - mine] + part * (to[1 - mine] - from[1 - mine]);
        other.scrollTop = pane.scrollTop === 0 ? 0 : level - middle;
      },
      { passive: true },
    );
  }
}

/** What is open and where one looks stay when an answer is sent and the page comes back. */
function stayInPlace() {
  const key = `review:${location.pathname}`;
  const form = document.querySelector(".review").closest("form");
  const shown = () => [form.elements.chapter.value, form.elements.part.value].join();
  const folds = () => [...document.querySelectorAll("details[id]")];
  try {
    const kept = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
    if (kept && kept.shown === shown() && !document.querySelector("#errors")) {
      for (const fold of folds()) fold.open = kept.folds[fold.id] ?? fold.open;
      const look = () => {
        scrollTo(0, kept.top);
        panes.forEach((pane, index) => {
          pane.scrollTop = kept.panes[index];
        });
      };
      look();
      // The browser itself goes to the address's place once all is loaded.
      addEventListener("load", () => requestAnimationFrame(look));
    }
  } catch {
    sessionStorage.removeItem(key);
  }
  form.addEventListener("submit", ({ submitter }) => {
    if (/^(?:save|chapter:|part:)/.test(submitter?.value ?? "")) return;
    const place = {
      shown: shown(),
      top: scrollY,
      panes: panes.map(({ scrollTop }) => scrollTop),
      folds: Object.fromEntries(folds().map(({ id, open }) => [id, open])),
    };
    if (submitter?.value.startsWith("all:")) place.folds[`group-${submitter.value.slice(4)}`] = true;
    sessionStorage.setItem(key, JSON.stringify(place));
  });
}

/* While a story is read, the bar says how far that is; when it is done, the page moves on by itself. */

const bar = document.querySelector("[data-progress]");
if (bar) {
  const stage = document.querySelector("[data-stages]");
  const stages = JSON.parse(stage.dataset.stages);
  const look = async () => {
    try {
      const answer = await fetch(bar.dataset.progress, { headers: { accept: "application/json" } });
      if (answer.redirected || !answer.ok) return location.reload();
      const progress = await answer.json();
      if (progress.done) return location.reload();
      bar.value = Math.round(progress.part * 100);
      // Said aloud only when it changes.
      if (stage.textContent !== stages[progress.stage]) stage.textContent = stages[progress.stage];
    } catch {
      // No net for a moment: it is asked again.
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 400);
}

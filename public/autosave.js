// Keeps what is typed into a form at the archive before it is saved. Every form works without it.
// What is promised here, and why, stands in docs/decisions/0024-autosaves.md.

/** So long after the last key … */
const quietFor = 2_000;
/** … and at least this often while somebody types. */
const longestWait = 10_000;
/** What cannot be sent is tried again after these many ms, and whenever somebody comes back to the window. */
const triesAgain = [4_000, 8_000, 15_000, 30_000];
/** A request that outlives its page may carry 64 KiB (Fetch Standard, 4.6); the rest is for the words around. */
const mostAfterPage = 60_000;
/** Short texts go as a whole. */
const shortest = 2_000;
/** States that were sent and of which nothing was heard. */
const mostUnheard = 40;
/** A save that takes longer than this may have got lost. */
const longestSave = 20_000;

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Not getRandomValues of UUIDs: those are had over https alone, and an archive in a house may have none. */
const newName = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => letters[byte % 36]).join("");

function autosave(holder) {
  const form = holder.closest("form");
  const { account, place } = holder.dataset;
  const says = JSON.parse(holder.dataset.says);
  const field = (name) => form.elements.namedItem(name);
  const version = Number(field("version")?.value ?? 0);
  const show = lineIn(holder, says);
  const windowKey = `autosave:${account}:${place}`;

  /** Which row of the archive's this window writes, and the states of it that it knows. */
  let { id, stamps } = continued();
  /** What the archive has for certain: a text and its stamp. */
  let had = null;
  /** What stood in the form when it was opened. */
  let opened = null;
  /** What was last sent to be saved. */
  let submitted = null;
  let firstUnsent = 0;
  let timer = 0;
  let failures = 0;
  let keeping = false;
  let sending = null;
  let inFlight = null;

  holder.hidden = false;
  remember();
  offerOf(id)?.remove();
  // Only what was not typed yet is known to be what the archive has.
  if (field("autosave").value !== "" || form.dataset.keptFits === "changed") changed();
  else opened = typed();

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => {
    // What was typed stays in its row, to be offered: the form begins anew.
    begin();
    rest();
    // The fields are reset after this.
    setTimeout(() => {
      opened = typed();
      show("");
    });
  });
  form.addEventListener("submit", () => {
    rest();
    inFlight?.abort();
    submitted = typed();
    if (submitted !== opened) keepHere(submitted, true);
    field("autosave").value = id;
    field("autosave-stamps").value = stamps.join(" ");
    setTimeout(() => {
      submitted = null;
      if (typed() !== opened) changed();
    }, longestSave);
  });
  addEventListener("pagehide", () => {
    const text = typed();
    if (!isNew(text)) return;
    send(text, true);
    keepHere(text, false);
  });
  for (const [target, sign] of [
    [window, "online"],
    [window, "focus"],
    [window, "pageshow"],
    [document, "visibilitychange"],
  ])
    target.addEventListener(sign, () => {
      if (firstUnsent > 0 && (failures > 0 || document.visibilityState === "hidden")) sendNow();
    });

  /** Whether a text is neither at the archive nor on its way to be saved. */
  function isNew(text) {
    return text !== submitted && text !== (had ? had.text : opened);
  }

  function rest() {
    clearTimeout(timer);
    timer = 0;
    firstUnsent = 0;
  }

  function continued() {
    const given = field("autosave").value;
    if (given) return { id: given, stamps: field("autosave-stamps").value.split(" ").filter(Boolean) };
    // The tab's own store is copied when a tab is made twice: the archive then tells the two apart by their stamps.
    const kept = form.dataset.keptFits === undefined ? null : read("sessionStorage", windowKey);
    return kept ?? { id: newName(), stamps: [] };
  }

  function begin() {
    id = newName();
    stamps = [];
    had = null;
    remember();
  }

  function remember() {
    idsHere.add(id);
    stamps = stamps.slice(-mostUnheard);
    write("sessionStorage", windowKey, { id, stamps });
  }

  /** What the form would send, as one text. */
  function typed() {
    const leftOut = ["version", "autosave", "autosave-stamps"];
    return JSON.stringify(
      [...new FormData(form)].filter(
        ([name, value]) => typeof value === "string" && !leftOut.includes(name) && !isSecret(name),
      ),
    );
  }

  function isSecret(name) {
    return field(name)?.type === "password";
  }

  function changed() {
    const now = Date.now();
    if (firstUnsent === 0) {
      firstUnsent = now;
      if (failures === 0) show(had ? "savedBefore" : "waiting");
    }
    if (failures > 0) {
      keepSoon();
      // Somebody who types on does not put off the next try.
      if (timer === 0) plan(retryWait());
    } else plan(Math.min(quietFor, Math.max(0, firstUnsent + longestWait - now)));
  }

  function plan(wait) {
    clearTimeout(timer);
    timer = setTimeout(sendNow, wait);
  }

  const retryWait = () => triesAgain[Math.min(failures, triesAgain.length) - 1];

  /** While nothing can be sent, the browser's own store follows what is typed. */
  function keepSoon() {
    if (keeping) return;
    keeping = true;
    setTimeout(() => {
      keeping = false;
      if (failures > 0) keepHere(typed(), false);
    }, 1_000);
  }

  function keepHere(text, isSubmitted) {
    return write("localStorage", leftoverKey(account, place, id), {
      version,
      after: stamps,
      isSubmitted,
      fields: text,
    });
  }

  async function sendNow() {
    clearTimeout(timer);
    timer = 0;
    if (sending) return;
    const text = typed();
    firstUnsent = 0;
    if (!isNew(text)) return show(had === null ? "" : text === opened ? "unchanged" : "saved");
    sending = send(text, false);
    await sending;
    sending = null;
    if (firstUnsent > 0 && timer === 0) plan(failures > 0 ? retryWait() : quietFor);
  }

  async function send(text, isLast) {
    const stamp = newName();
    const base = had;
    const leftover = read("localStorage", leftoverKey(account, place, id));
    // Another window may have sent for this one what this one could not.
    if (leftover) stamps = [...new Set([...stamps, ...leftover.after])];
    const request = { account, place, id, stamp, after: stamps, version };
    stamps = [...stamps, stamp];
    remember();
    if (text === opened) request.fields = { nothing: true };
    else if (base && text.length > shortest) request.fields = await middleOf(base, text, isLast);
    else request.fields = { whole: text };
    const body = JSON.stringify(request);
    if (isLast && body.length > mostAfterPage) return;
    const { signal, abort, heard } = patience(body.length);
    inFlight = { abort };
    const answer = await ask(holder.dataset.autosave, body, isLast, isLast ? undefined : signal);
    heard();
    if (isLast || answer.because === "aborted") return;
    if (answer.kept) {
      failures = 0;
      had = { text, stamp: answer.stamp };
      stamps = [answer.stamp];
      remember();
      forget(leftoverKey(account, place, id));
      show(firstUnsent > 0 ? "savedBefore" : text === opened ? "unchanged" : "saved", true);
      show.overtaken(answer.standing > version && version > 0);
      return;
    }
    if (answer.because === "send all") {
      had = null;
      return send(text, false);
    }
    if (answer.because === "written by another" || answer.because === "saved already") {
      forget(leftoverKey(account, place, id));
      begin();
      return send(text, false);
    }
    failures += 1;
    firstUnsent ||= Date.now();
    const isKept = keepHere(text, false);
    show(isKept ? (answer.because in says ? answer.because : "silent") : "nowhere");
  }
}

/** Ends what is not answered: after a while by itself, with more of it the larger it is. */
function patience(length) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error("silent")), 20_000 + length / 20);
  return { signal: controller.signal, abort: () => controller.abort(), heard: () => clearTimeout(timer) };
}

/** Asks the archive to keep something; never throws. */
async function ask(address, body, keepalive, signal) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body,
      keepalive,
      signal,
    });
    if (answer.headers.get("content-type")?.startsWith("application/json")) return await answer.json();
    return { kept: false, because: answer.status === 413 ? "too large" : "broken" };
  } catch (cause) {
    return { kept: false, because: cause.name === "AbortError" ? "aborted" : "silent" };
  }
}

/** What changed of a text: how much of it stays before and behind, and what stands between. */
async function middleOf(base, text, isLast) {
  const most = Math.min(base.text.length, text.length);
  let before = 0;
  while (before < most && base.text.charCodeAt(before) === text.charCodeAt(before)) before++;
  let behind = 0;
  while (
    behind < most - before &&
    base.text.charCodeAt(base.text.length - 1 - behind) === text.charCodeAt(text.length - 1 - behind)
  )
    behind++;
  return {
    on: base.stamp,
    before,
    behind,
    middle: text.slice(before, text.length - behind),
    length: text.length,
    // A page that is going cannot wait for it; the length is checked all the same.
    digest: isLast ? undefined : await digestOf(text),
  };
}

/** SHA-256 in base64url; only pages that came over https may ask for it. */
async function digestOf(text) {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/* What could not be sent waits in this browser, and is sent by whichever window comes first. */

/** The rows that the forms of this page write. */
const idsHere = new Set();

const leftoverKey = (account, place, id) => `unsaved:${account}:${place}:${id}`;

/** Sends what windows that are gone could not; what is of another account stays where it is. */
async function sendLeftovers({ account, place: here, says, ...addresses }) {
  const address = addresses.autosave ?? addresses.autosaveLeftovers;
  const prefix = `unsaved:${account}:`;
  for (const key of keysHere().filter((name) => name.startsWith(prefix))) {
    const parts = key.slice(prefix.length).split(":");
    const place = parts.slice(0, -1).join(":");
    let id = parts.at(-1);
    const left = read("localStorage", key);
    if (!left || idsHere.has(id)) continue;
    const stamp = newName();
    // Known to the window it came from, should that one still be there, and to this one, should it have been here.
    const after = [...left.after, stamp].slice(-mostUnheard);
    write("localStorage", key, { ...left, after });
    const windowKey = `autosave:${account}:${place}`;
    if (read("sessionStorage", windowKey)?.id === id)
      write("sessionStorage", windowKey, { id, stamps: after });
    const body = (name, known) =>
      JSON.stringify({
        account,
        place,
        id: name,
        stamp,
        after: known,
        version: left.version,
        fields: { whole: left.fields },
      });
    let answer = await ask(address, body(id, left.after), false);
    const isOld = answer.because === "saved already" && left.isSubmitted;
    if (answer.because === "written by another" || (answer.because === "saved already" && !isOld)) {
      id = newName();
      answer = await ask(address, body(id, []), false);
    }
    if (answer.kept || isOld) forget(key);
    if (answer.kept && place === here) offer(JSON.parse(says), id);
  }
}

function offer(says, id) {
  const link = document.createElement("a");
  link.href = says.offerAddress.replace("ID", id);
  link.textContent = says.offerLink;
  const line = document.createElement("p");
  line.className = "notice notice-firm";
  line.setAttribute("role", "status");
  line.append(says.offer, " ", link);
  document.querySelector("[data-autosave]").closest("form").before(line);
}

const offerOf = (id) => document.querySelector(`[data-autosave-offer="${CSS.escape(id)}"]`);

/* The line that says how things stand: seen at any time, heard only when it matters. */

/** @returns a function that shows a sentence by its name; `heard`: it tells of a moment that is now */
function lineIn(holder, says) {
  const line = holder.querySelector("[data-autosave-line]");
  const voice = holder.querySelector("[data-autosave-voice]");
  const overtaken = holder.querySelector("[data-autosave-overtaken]");
  const ago = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });
  const troubles = Object.keys(says).filter((name) => says[name].isTrouble);
  let shown = "";
  let savedAt = 0;

  const age = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - savedAt) / 1000));
    if (seconds < 60) return ago.format(-seconds, "second");
    if (seconds < 3600) return ago.format(-Math.floor(seconds / 60), "minute");
    return ago.format(-Math.floor(seconds / 3600), "hour");
  };
  const write = () => {
    const { sentence = "", link = null } = says[shown] ?? {};
    const text = sentence.replace("{ago}", age());
    if (line.dataset.text === text) return;
    line.dataset.text = text;
    line.textContent = text;
    line.classList.toggle("autosave-trouble", troubles.includes(shown));
    if (!link) return;
    const way = document.createElement("a");
    way.href = link.href;
    way.target = "_blank";
    way.rel = "noopener";
    way.textContent = link.text;
    line.append(" ", way);
  };
  setInterval(() => shown && document.visibilityState === "visible" && write(), 5_000);
  document.addEventListener("visibilitychange", () => shown && write());

  const show = (name, isSavedNow = false) => {
    if (isSavedNow) savedAt = Date.now();
    const was = shown;
    shown = name;
    write();
    if (was === name) return;
    if (troubles.includes(name)) voice.textContent = says[name].sentence;
    else if (troubles.includes(was) && isSavedNow) voice.textContent = says.again.sentence;
  };
  show.overtaken = (isSo) => {
    if (isSo && overtaken.hidden) voice.textContent = overtaken.textContent;
    overtaken.hidden = !isSo;
  };
  return show;
}

/* The browser's own stores, by name: they may be full, or closed to us altogether. */

function read(store, key) {
  try {
    return JSON.parse(globalThis[store].getItem(key));
  } catch {
    return null;
  }
}

function write(store, key, value) {
  try {
    globalThis[store].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Closed: nothing was kept there.
  }
}

function keysHere() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

for (const line of document.querySelectorAll("[data-autosave]")) autosave(line);
const anyLine = document.querySelector("[data-autosave], [data-autosave-leftovers]");
if (anyLine) sendLeftovers(anyLine.dataset);

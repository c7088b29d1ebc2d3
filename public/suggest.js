// Offers names of tags under a field as one types: the combobox pattern of ARIA 1.2. Nothing is chosen by itself, and
// every field works without it.

/** How long one pauses before names are asked for, in ms. */
const pause = 120;
const separator = /[,\uFF0C\u3001]/;

for (const input of document.querySelectorAll("input[data-suggest]")) offerNames(input);

function offerNames(input) {
  const isAsking = input.dataset.suggestAsking !== undefined;
  const isSeveral = input.dataset.suggestSeveral !== undefined;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${input.id}-suggestions`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  input.after(list, status);
  input.parentElement.classList.add("field-suggesting");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.autocomplete = "off";

  let offers = [];
  let chosen = -1;
  let waiting = 0;
  let asking = null;
  let isTaking = false;
  let isComposing = false;

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    asking = null;
    list.hidden = true;
    mark(-1);
    input.setAttribute("aria-expanded", "false");
  }

  /** Leads the eye and the screen reader to an offer; the cursor stays in the field. */
  function mark(index) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = index;
    const option = list.children[chosen];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    // The list scrolls, the page does not.
    const [top, bottom] = [option.offsetTop, option.offsetTop + option.offsetHeight];
    if (top < list.scrollTop) list.scrollTop = top;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }

  function show(answer, typed) {
    offers = answer.offers;
    const isDone = offers.length === 1 && offers[0].name === typed;
    if (offers.length === 0 || isDone) close();
    if (isDone) return;
    status.textContent = answer.says;
    if (offers.length === 0) return;
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...offers.map(optionOf));
    list.setAttribute("aria-label", answer.label);
    list.scrollTop = 0;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function optionOf({ name, note }, index) {
    const option = document.createElement("li");
    option.id = `${list.id}-${index + 1}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const words = document.createElement("bdi");
    words.textContent = name;
    const quiet = document.createElement("span");
    quiet.className = "quiet small";
    quiet.textContent = note;
    option.append(words, " ", quiet);
    option.addEventListener("click", () => take(index));
    return option;
  }

  async function ask() {
    const { typed, key } = pieceHere();
    asking?.abort();
    if (typed === "") return close();
    asking = new AbortController();
    const { signal } = asking;
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("typed", typed);
    if (isAsking) address.searchParams.set("key", key);
    const fandoms = input.form?.elements[input.dataset.suggestFandoms]?.value;
    if (fandoms) address.searchParams.set("fandoms", fandoms);
    try {
      const response = await fetch(address, { headers: { accept: "application/json" }, signal });
      if (!response.ok) return close();
      const answer = await response.json();
      // What was asked for earlier, or by somebody who has gone on, is stale; under somebody who chooses already, nothing
      // moves: their next key would send the form instead of taking the name.
      if (!signal.aborted && document.activeElement === input && chosen < 0) show(answer, typed);
    } catch {
      if (!signal.aborted) close();
    }
  }

  function askSoon() {
    clearTimeout(waiting);
    asking?.abort();
    waiting = setTimeout(ask, pause);
  }

  function pieceHere() {
    if (isAsking) return askedAt(input.value, input.selectionStart ?? input.value.length);
    return isSeveral
      ? pieceAt(input.value, input.selectionStart ?? input.value.length)
      : { start: 0, end: input.value.length, typed: input.value.trim() };
  }

  /** Puts a name where what was typed stands. */
  function take(index) {
    const offer = offers[index];
    if (!offer) return;
    const { start, end } = pieceHere();
    const rest = input.value.slice(end);
    const isLast = rest.trim() === "";
    const becomes = isAsking
      ? `${offer.asks}${isLast ? " " : ""}`
      : `${start > 0 ? " " : ""}${isSeveral && mustBeQuoted(offer.name) ? `"${offer.name}"` : offer.name}${isSeveral && isLast ? ", " : ""}`;
    close();
    isTaking = true;
    input.focus();
    input.setSelectionRange(start, isLast ? input.value.length : end);
    // execCommand is the only way that keeps the writer's undo.
    if (!document.execCommand("insertText", false, becomes)) {
      input.setRangeText(becomes, start, isLast ? input.value.length : end, "end");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    isTaking = false;
    status.textContent = offer.name;
  }

  input.addEventListener("compositionstart", () => {
    isComposing = true;
    close();
  });
  input.addEventListener("compositionend", () => {
    isComposing = false;
    askSoon();
  });
  input.addEventListener("input", () => {
    // What is marked was offered for other words.
    mark(-1);
    if (!isTaking && !isComposing) askSoon();
  });
  input.addEventListener("blur", close);
  // The field keeps the cursor while a finger or the mouse is on the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  input.addEventListener("keydown", (event) => {
    // Keys of an input method are its own; 229 is what older browsers send with them.
    if (event.isComposing || event.keyCode === 229) return;
    const isOpen = !list.hidden;
    const count = list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!isOpen) {
        if (event.key === "ArrowDown") ask();
      } else if (event.key === "ArrowDown") mark(chosen + 1 < count ? chosen + 1 : 0);
      else mark(chosen > 0 ? chosen - 1 : count - 1);
      event.preventDefault();
    } else if (event.key === "Enter" && isOpen && chosen >= 0) {
      take(chosen);
      event.preventDefault();
    } else if (event.key === "Tab" && isOpen && chosen >= 0 && !event.shiftKey) {
      // The name is taken, and the cursor goes on as Tab always does.
      take(chosen);
    } else if (event.key === "Escape" && isOpen) {
      close();
      event.preventDefault();
      event.stopPropagation();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) mark(-1);
  });
}

/**
 * The name that the cursor stands in, in a field of several: from where to where, and its words. Read as the archive
 * reads it (src/works/name-list.ts), except that a quote still open holds on to its commas up to the cursor.
 */
function pieceAt(value, cursor) {
  let start = 0;
  for (;;) {
    const end = start + lengthOfName(value.slice(start), cursor - start);
    if (cursor <= end || end >= value.length) {
      const written = value.slice(start, end).trim();
      return { start, end, typed: written.replace(/^"/, "").replace(/"$/, "").replace(/\s+/g, " ").trim() };
    }
    start = end + 1;
  }
}

/**
 * What the cursor stands at the end of, in the box of the finding page: `key:name`, or words that may be a name. Words
 * in quotation marks are looked for inside the stories, and nothing is offered for them. Terms are told apart much as
 * src/search/query-language/read-tokens.ts does.
 */
function askedAt(value, cursor) {
  const before = value.slice(0, cursor);
  const end = cursor + /^[^\s()"]*"?/.exec(value.slice(cursor))[0].length;
  const keyed = /(?:^|[\s(])[-−–]?([\p{L}\p{N}_-]+):("[^"]*|[^\s()"]*)$/u.exec(before);
  if (keyed) {
    const [, key, name] = keyed;
    const start = cursor - key.length - 1 - name.length;
    return { start, end, key, typed: name.replace(/^"/, "").trim() };
  }
  if (before.split('"').length % 2 === 0) return { start: cursor, end: cursor, key: "", typed: "" };
  let start = 0;
  for (const sign of before.matchAll(
    /[()"]|\S*:\S*(?=\s)|(?:^|\s)(?:OR|AND|NOT|[|&]+)(?=\s)|(?:^|\s)[-−–](?=\S)/gu,
  ))
    start = sign.index + sign[0].length;
  start += /^\s*/.exec(before.slice(start))[0].length;
  return { start, end, key: "", typed: before.slice(start).trim() };
}

function lengthOfName(rest, cursor) {
  const quoted = /^\s*"(.+?)"\s*(?=[,\uFF0C\u3001]|$)/su.exec(rest);
  if (quoted) return quoted[0].length;
  const plain = (from) => from + rest.slice(from).split(separator, 1)[0].length;
  return /^\s*"/.test(rest) && cursor > 0 ? plain(Math.min(cursor, rest.length)) : plain(0);
}

function mustBeQuoted(name) {
  return name.startsWith('"') || separator.test(name);
}

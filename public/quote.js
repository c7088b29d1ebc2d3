// Lets a reader quote the very words they mark: in the story where they read it, and on the page where passages are
// chosen. Without it, whole paragraphs are ticked there.

const form = document.querySelector("form[data-quote-selected]");
if (form) offerInForm(form);

const link = document.querySelector("a[data-quote-here]");
if (link) offerInStory(link.dataset);

/** On the page of passages: a button that sends the words with what is ticked. */
function offerInForm(form) {
  const button = buttonOf(form.dataset.quoteSelected);
  button.type = "submit";
  button.className += " quote-selected";
  button.name = "press";
  button.value = "on";
  const words = hiddenField(form.dataset.wordsName);
  form.append(words, button);
  followMarked(".passage .story", button, (marked) => {
    words.value = marked;
  });
}

/** In the story: a member's quote is kept without leaving it; a guest's leads to the comment box, for nothing is kept of guests. */
function offerInStory({ quoteHere, quoteTo, wordsName, quoteKept, quoteLost }) {
  const button = buttonOf(quoteHere);
  const said = document.createElement("p");
  said.className = "quote-said";
  said.setAttribute("role", "status");
  const place = document.createElement("div");
  place.className = "quote-here";
  place.append(button, said);
  // Behind the words, so that the next key leads to it from where they were marked.
  document.querySelector("article .story")?.after(place);
  let words = "";
  followMarked("article .story", button, (marked) => {
    words = marked;
    if (marked !== "") said.textContent = "";
  });
  button.addEventListener("click", async () => {
    if (quoteKept === undefined) return send(quoteTo, wordsName, words);
    const isKept = await keep(quoteTo, new URLSearchParams({ [wordsName]: words, press: "stay" }));
    said.textContent = isKept ? quoteKept : quoteLost;
    if (!isKept) return;
    button.hidden = true;
    document.getSelection().removeAllRanges();
    // Whoever reads on has read it.
    const clear = () => setTimeout(() => (said.textContent = ""), 4_000);
    addEventListener("scroll", clear, { once: true, passive: true });
  });
}

/** Shows a button while words inside such an element are marked, and tells which. */
function followMarked(inside, button, tell) {
  const partOf = (node) => (node instanceof Element ? node : node?.parentElement)?.closest(inside) ?? null;
  button.hidden = true;
  // Pressing it unmarks nothing; where it does all the same, as on some phones, what was marked is remembered.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const marked = selection.isCollapsed ? "" : selection.toString().trim();
    const isInside = marked !== "" && [selection.anchorNode, selection.focusNode].every(partOf);
    if (!isInside && document.activeElement === button) return;
    tell(isInside ? marked : "");
    button.hidden = !isInside;
  });
}

async function keep(address, body) {
  try {
    // Whoever is signed out meanwhile would be led to the comment box, as a guest is: that is not kept.
    const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
    return answer.status === 204;
  } catch {
    return false;
  }
}

function send(address, name, value) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  const field = hiddenField(name);
  field.value = value;
  form.append(field);
  document.body.append(form);
  form.submit();
}

function buttonOf(says) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-main";
  button.textContent = says;
  return button;
}

function hiddenField(name) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  return field;
}

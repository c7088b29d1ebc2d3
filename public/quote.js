// Lets a reader quote the very words they mark, on the page where passages are chosen. Without it, whole
// paragraphs are ticked.

const form = document.querySelector("form[data-quote-selected]");
if (form) offerSelected(form);

function offerSelected(form) {
  const button = document.createElement("button");
  button.type = "submit";
  button.className = "button button-main quote-selected";
  button.name = "press";
  button.value = "on";
  button.textContent = form.dataset.quoteSelected;
  button.hidden = true;
  const words = document.createElement("input");
  words.type = "hidden";
  words.name = form.dataset.wordsName;
  form.append(words, button);

  // A selection is gone once the button is pressed on some phones: it is remembered while it stands.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const marked = selection.isCollapsed ? "" : selection.toString().trim();
    const inside =
      marked !== "" && [selection.anchorNode, selection.focusNode].every((node) => passageOf(node) !== null);
    if (!inside && document.activeElement === button) return;
    words.value = inside ? marked : "";
    button.hidden = !inside;
  });
}

function passageOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest(".passage .story") ?? null;
}

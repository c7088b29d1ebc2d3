// Tells the archive which paragraph a member has come to, so that they can go on there on any device. Without it the
// chapter is known alone. Tells when the page is left, and when reading rests for a while.

const stories = [...document.querySelectorAll(".story[data-chapter]")];
/** How long one stays in a place before it is told, in ms. */
const rest = 4_000;

let moved = false;
let told = "";
let timer;

/** The first paragraph that has not gone by yet: under the top fifth of the window. */
const paragraphIn = (story) => {
  const line = innerHeight / 5;
  let [from, to] = [0, story.children.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (story.children[middle].getBoundingClientRect().bottom > line) to = middle;
    else from = middle + 1;
  }
  return from + 1;
};

const hasEnded = (story) => story.getBoundingClientRect().bottom <= innerHeight + 2;

/** The story that is read: the last that has come above the middle of the window. */
const storyHere = () =>
  stories.findLast((story) => story.getBoundingClientRect().top < innerHeight / 2) ?? stories[0];

const tell = () => {
  clearTimeout(timer);
  const story = storyHere();
  if (!story || (!moved && !hasEnded(story))) return;
  const place = new URLSearchParams({
    chapter: story.dataset.chapter,
    paragraph: String(paragraphIn(story)),
    ended: hasEnded(story) ? "yes" : "no",
  });
  if (place.toString() === told) return;
  told = place.toString();
  navigator.sendBeacon(story.dataset.placeTo, place);
};

addEventListener(
  "scroll",
  () => {
    moved = true;
    clearTimeout(timer);
    timer = setTimeout(tell, rest);
  },
  { passive: true },
);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") tell();
});
addEventListener("pagehide", tell);

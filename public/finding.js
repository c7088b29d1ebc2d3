// Makes the finding page nicer. It works without.

/* Choosing from a long list of choices leaves it where one looks, though the page is another. */

const choicesAt = "choices-at";

const choicesOf = (heading) =>
  [...document.querySelectorAll(".facet")].find(
    (facet) => facet.querySelector("h2")?.textContent === heading,
  );

{
  const left = sessionStorage.getItem(choicesAt);
  sessionStorage.removeItem(choicesAt);
  const [heading, top] = left === null ? [] : JSON.parse(left);
  const choices = choicesOf(heading);
  // Not where one comes back to: there the browser knows the place. Nor where the choices are folded away.
  if (
    choices?.getClientRects().length &&
    performance.getEntriesByType("navigation")[0]?.type === "navigate"
  ) {
    scrollBy({ top: choices.getBoundingClientRect().top - top, behavior: "instant" });
    // The keyboard goes on there too.
    choices.tabIndex = -1;
    choices.focus({ preventScroll: true });
  }
}

for (const facet of document.querySelectorAll(".facet"))
  facet.addEventListener("click", ({ target }) => {
    const heading = facet.querySelector("h2")?.textContent;
    if (target.closest("a") && heading)
      sessionStorage.setItem(choicesAt, JSON.stringify([heading, facet.getBoundingClientRect().top]));
  });

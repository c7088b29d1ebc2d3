// Says that the end of a chapter was come to, never by whom; nothing is asked and nothing is kept in the browser.
// Reading needs none of it (docs/decisions/0031-statistics.md).

/** The last thing of a story may be higher than the window: told of each twentieth of it, one sees its end come. */
const threshold = Array.from({ length: 21 }, (_, part) => part / 20);

function watch(ends) {
  const stories = document.querySelectorAll("article .story");
  for (const [index, { tell, seconds }] of ends.entries()) {
    const last = stories[index]?.lastElementChild;
    if (!last) continue;
    let timer = 0;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(timer);
        const { isIntersecting, boundingClientRect } = entries.at(-1);
        if (!isIntersecting || boundingClientRect.bottom > innerHeight + 1) return;
        // Whoever is there sooner than anybody reads has leapt there; if they stay, they read it.
        const wait = Math.max(0, seconds * 1000 - performance.now());
        timer = setTimeout(() => {
          observer.disconnect();
          navigator.sendBeacon(tell);
        }, wait);
      },
      { threshold },
    );
    observer.observe(last);
  }
}

const says = document.querySelector("[data-ends]");
if (says && !navigator.globalPrivacyControl && navigator.doNotTrack !== "1")
  watch(JSON.parse(says.dataset.ends));

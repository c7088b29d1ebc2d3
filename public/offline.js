// The button that keeps stories in this browser, and the list of those kept. Without it the pages offer files instead.

const stories = "pressie-kept";
const record = (id) => `/offline/kept/${id}`;
const keeping = document.querySelector("[data-keep-works]");
const listing = document.querySelector("[data-kept-list]");

// The worker shows the list in place of what is not kept.
const notKept = document.querySelector("[data-not-kept]");
if (notKept) notKept.hidden = location.pathname === "/offline";

if ("serviceWorker" in navigator && "caches" in window) start();

async function start() {
  await navigator.serviceWorker.register("/offline-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  navigator.serviceWorker.addEventListener("message", () => listing && showList(active));
  if (keeping) offerKeeping();
  if (listing) await showList(active);
  active.postMessage("look");
}

function offerKeeping() {
  const { keepWorks, label, busy, done, failed, full } = keeping.dataset;
  const works = JSON.parse(keepWorks);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-main";
  button.textContent = label;
  // How far it is, to the eye; what became of it, to the ear too: hundreds of steps would be read out one by one.
  const far = document.createElement("p");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  keeping.append(button, far, said);
  let isBusy = false;
  button.addEventListener("click", async () => {
    // Not switched off meanwhile: that takes the focus away from it.
    if (isBusy) return;
    isBusy = true;
    said.textContent = "";
    let kept = 0;
    let isFull = false;
    for (const [index, work] of works.entries()) {
      far.textContent = busy.replace("%", `${index + 1}/${works.length}`);
      try {
        await keep(work);
        kept += 1;
      } catch (cause) {
        // Told below: the others are kept.
        isFull ||= cause?.name === "QuotaExceededError";
        if (isFull) break;
      }
    }
    const sentence = kept === works.length ? done : isFull ? full : failed;
    far.textContent = "";
    said.textContent = sentence.replace("%", `${kept}/${works.length}`);
    isBusy = false;
  });
}

/** Keeps a work, as anybody sees it who may read it: the archive leaves out whose browser this is. */
async function keep({ id, title, language }) {
  const cache = await caches.open(stories);
  const answer = await fetch(`/works/${id}/kept`, { redirect: "error" });
  if (!answer.ok) throw new Error(String(answer.status));
  const edition = answer.headers.get("pressie-edition") ?? "";
  const text = await answer.clone().text();
  const needed = [...text.matchAll(/(?:href|src)="(\/(?:assets|pictures)\/[^"]+)"/g)].map(([, path]) => path);
  await Promise.all([...new Set(needed)].map((path) => cache.add(path)));
  const page = `/works/${id}/whole`;
  await cache.put(page, answer);
  const said = { id, title, language, edition, pages: [page, ...needed] };
  await cache.put(
    record(id),
    new Response(JSON.stringify(said), { headers: { "content-type": "application/json" } }),
  );
}

async function showList(worker) {
  const { remove, nothing } = listing.dataset;
  const cache = await caches.open(stories);
  const kept = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith("/offline/kept/"));
  const works = await Promise.all(kept.map(async (request) => (await cache.match(request)).json()));
  const rows = works.map(({ id, title, language }) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/works/${id}/whole`;
    link.lang = language;
    link.dir = "auto";
    link.textContent = title;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet";
    button.textContent = remove;
    button.setAttribute("aria-label", `${remove}: ${title}`);
    button.addEventListener("click", () => worker.postMessage({ letGo: id }));
    row.append(link, " ", button);
    return row;
  });
  if (rows.length === 0) {
    const row = document.createElement("li");
    row.textContent = nothing;
    rows.push(row);
  }
  const parts = () => [...listing.querySelectorAll("a, button")];
  const at = parts().indexOf(document.activeElement);
  listing.replaceChildren(...rows);
  // Who let a story go, or stood on one when the list was made anew, stands where they stood, or at its end.
  listing.tabIndex = -1;
  if (at >= 0) (parts()[at] ?? parts().at(-1) ?? listing).focus();
}

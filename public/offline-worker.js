// Keeps stories for reading without a network. The archive is asked first, always: what it answers is shown, and only
// where it cannot be reached at all is a kept page shown in its place. What it has taken back is deleted, and what was
// changed there is fetched anew.

const stories = "pressie-kept";
const shell = "pressie-offline";
const list = "/offline";
const check = "/offline/check";
const record = (id) => `/offline/kept/${id}`;
/** Milliseconds between two looks for what was taken back, while the archive can be reached. */
const between = 60_000;
/** The archive answers about so many works at once. */
const askedAtOnce = 500;
let lastLook = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  // Other forms are none of its business, and may be large.
  const isAsked = request.method === "GET" || pathname === "/sign-out";
  if (request.mode === "navigate" && isAsked) {
    event.respondWith(navigate(event));
    return;
  }
  if (request.method === "GET" && /^\/(assets|pictures)\//.test(pathname)) event.respondWith(piece(request));
});

/** What a server before the archive says when the archive itself does not answer. */
const isUnreached = ({ status }) => status === 502 || status === 503 || status === 504;

/** A picture or a style sheet; what a kept page was kept with, where the archive does not answer. */
async function piece(request) {
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) return answer;
  return (await caches.match(request)) ?? answer ?? Response.error();
}

/** The page of the archive; without a network the kept one, or the list of what is kept. */
async function navigate(event) {
  const { request } = event;
  const { pathname } = new URL(request.url);
  let answer;
  try {
    answer = await fetch(request);
  } catch {
    lastLook = 0;
    if (request.method !== "GET") return Response.error();
    return (await keptPage(pathname)) ?? (await caches.match(list)) ?? Response.error();
  }
  if (isUnreached(answer)) {
    lastLook = 0;
    return (request.method === "GET" && (await keptPage(pathname))) || answer;
  }
  // Whoever signs out may see less from here on.
  if (request.method === "POST" || Date.now() - lastLook > between) event.waitUntil(lookForTakenBack());
  const id = workIn(pathname);
  if (id && request.method === "GET" && (answer.status === 404 || answer.status === 410)) {
    const kept = await recordOf(id);
    if (kept && [`/works/${id}`, `/works/${id}/whole`].includes(pathname)) await letGo(id);
  }
  return answer;
}

function workIn(pathname) {
  return /^\/works\/([0-9a-z]{10})(?:\/|$)/.exec(pathname)?.[1];
}

async function keptPage(pathname) {
  const cache = await caches.open(stories);
  const exact = await cache.match(pathname);
  if (exact) return exact;
  const id = workIn(pathname);
  return id && (await recordOf(id)) ? cache.match(`/works/${id}/whole`) : undefined;
}

async function recordOf(id) {
  return (await caches.open(stories)).match(record(id));
}

async function keptIds() {
  const cache = await caches.open(stories);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return paths.flatMap((path) => (path.startsWith("/offline/kept/") ? [path.split("/").at(-1)] : []));
}

/**
 * Asks the archive which kept works whoever is signed in now may no longer read, and deletes those; which are others than
 * they were, and fetches those anew.
 */
async function lookForTakenBack() {
  lastLook = Date.now();
  const ids = await keptIds();
  if (ids.length === 0) return;
  try {
    for (let from = 0; from < ids.length; from += askedAtOnce) {
      const some = ids.slice(from, from + askedAtOnce);
      const asked = await Promise.all(
        some.map(async (id) => ["work", `${id} ${(await (await recordOf(id))?.json())?.edition ?? ""}`]),
      );
      const answer = await fetch(check, { method: "POST", body: new URLSearchParams(asked) });
      if (!answer.ok) throw new Error(String(answer.status));
      const { gone, changed } = await answer.json();
      for (const id of gone) await letGo(id);
      for (const id of changed) await keepAnew(id);
    }
    for (const client of await self.clients.matchAll()) client.postMessage("looked");
  } catch {
    // Not reached after all: the next page asks again.
    lastLook = 0;
  }
}

/** Keeps a work as it is now. What cannot be kept anew is let go: it may have in it what was taken out. */
async function keepAnew(id) {
  const answer = await fetch(`/works/${id}/kept`, { redirect: "error" });
  if (isUnreached(answer)) throw new Error(String(answer.status));
  const cache = await caches.open(stories);
  const kept = await (await recordOf(id))?.json();
  if (!answer.ok || !kept) return letGo(id);
  try {
    const text = await answer.clone().text();
    const needed = [...text.matchAll(/(?:href|src)="(\/(?:assets|pictures)\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    await cache.put(`/works/${id}/whole`, answer);
    await Promise.all([...new Set(needed)].map((path) => cache.add(path)));
    const said = {
      ...kept,
      edition: answer.headers.get("pressie-edition") ?? "",
      pages: [...new Set([...kept.pages, ...needed])],
    };
    await cache.put(
      record(id),
      new Response(JSON.stringify(said), { headers: { "content-type": "application/json" } }),
    );
  } catch {
    await letGo(id);
  }
}

/** Deletes a work with everything that was kept for it alone. */
async function letGo(id) {
  const cache = await caches.open(stories);
  const kept = await cache.match(record(id));
  const { pages = [] } = kept ? await kept.json() : {};
  await cache.delete(record(id));
  const others = new Set();
  for (const other of await keptIds()) {
    const said = await (await cache.match(record(other)))?.json();
    for (const page of said?.pages ?? []) others.add(page);
  }
  for (const page of pages) if (!others.has(page)) await cache.delete(page);
}

/** Keeps the page that lists what is kept, with what it needs. */
async function keepShell() {
  const cache = await caches.open(shell);
  const answer = await fetch(list, { credentials: "omit" });
  if (!answer.ok) return;
  const text = await answer.clone().text();
  await cache.put(list, answer);
  const needed = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  await Promise.all(needed.map((path) => cache.add(path)));
}

self.addEventListener("message", (event) => {
  if (event.data === "look") event.waitUntil(lookForTakenBack());
  if (event.data?.letGo)
    event.waitUntil(letGo(event.data.letGo).then(() => event.source.postMessage("looked")));
});

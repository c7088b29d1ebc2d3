import { readFileSync } from "node:fs";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import type { Assets } from "../../../plumbing/http/assets.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { limitTries } from "../../../plumbing/http/limit-tries.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { looksLikeId } from "../../../vocabulary/ids.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { keptEditions } from "../../../works/kept-editions.ts";
import { publishedAmong } from "../../../works/open-works.ts";
import { fillCards } from "../../../works/work-cards.ts";
import { findWork } from "../../../works/works.ts";
import { findShelf, readableOnShelf } from "../../shelves.ts";
import { KeepOfflinePage, OfflinePage } from "./offline-pages.tsx";

type Parts = { database: Database; assets: Assets };

/** How many works one browser asks about, or keeps, at once. */
const mostAtOnce = 500;
/** How often it may be asked from one place: many browsers of a household once a minute, and no list of guessed addresses. */
const askedAtMost = { tries: 600, seconds: 900 };

/** What is kept in whatever browser opens it. */
export function showOffline({ assets }: Parts): ArchiveHandler {
  const script = assets.addressOf("offline.js");
  return (context) => context.html(<OfflinePage page={context.var.page} script={script} />);
}

/** Offers to keep a work. Drafts are nobody's to carry about. */
export function showKeepWork({ database, assets }: Parts): ArchiveHandler {
  const script = assets.addressOf("offline.js");
  return async (context) => {
    const { person, page } = context.var;
    const work = await findWork(database.reading, person, context.req.param("workId") ?? "");
    if (work?.status !== "published") throw new NotFound();
    return context.html(
      <KeepOfflinePage
        page={page}
        title={work.title}
        back={urls.work(work.id)}
        book={urls.download(work.id, "epub")}
        works={[work].map(({ id, title, language }) => ({ id, title, language }))}
        script={script}
      />,
    );
  };
}

/** Offers to keep everything on a shelf that this person may read. */
export function showKeepShelf({ database, assets }: Parts): ArchiveHandler {
  const script = assets.addressOf("offline.js");
  return async (context) => {
    const { person, page } = context.var;
    const reader = database.reading;
    const shelf = await findShelf(reader, person, context.req.param("shelfId") ?? "");
    if (!shelf) throw new NotFound();
    const ids = (await readableOnShelf(reader, person, shelf)).map(({ workId }) => workId);
    const cards = await fillCards(reader, person, ids.slice(0, mostAtOnce));
    return context.html(
      <KeepOfflinePage
        page={page}
        title={shelf.name}
        back={urls.shelf(shelf.id)}
        book={urls.shelfBook(shelf.id)}
        works={cards.map(({ id, title, language }) => ({ id, title, language }))}
        script={script}
      />,
    );
  };
}

/**
 * Says which of some works whoever asks may no longer read (taken back, hidden, for members only after signing out, or never
 * there), and which are others than they were: a chapter was taken away, or changed. Nothing is written down: what a
 * browser keeps is its reader's business.
 */
export function checkOffline({ database }: Pick<Parts, "database">): ArchiveHandler {
  const limit = limitTries(askedAtMost.tries, askedAtMost.seconds);
  return async (context) => {
    await limit.spend(context.var.senderKey);
    const asked = (await readForm(context)).all("work").slice(0, mostAtOnce);
    // An id, and the edition that is kept.
    const kept = new Map(
      asked.map((said): [string, string | undefined] => [said.slice(0, 10), said.split(" ")[1]]),
    );
    const ids = [...kept.keys()].filter(looksLikeId);
    const there = await publishedAmong(database.reading, context.var.person, ids);
    const editions = await keptEditions(database.reading, there);
    const gone = [...kept.keys()].filter((id) => !editions.has(id));
    const changed = [...editions].flatMap(([id, edition]) => (kept.get(id) === edition ? [] : [id]));
    return context.json({ gone, changed }, 200, { "cache-control": "no-store" });
  };
}

/**
 * The service worker, at the root, because it answers for the whole archive (Service Workers, section "path restriction");
 * asked for anew each time, so that a mended one takes over.
 */
export function sendOfflineWorker(path: string): ArchiveHandler {
  const script = readFileSync(path, "utf8");
  return (context) =>
    context.body(script, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "no-cache",
    });
}

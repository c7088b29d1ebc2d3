import type { Page } from "../ui/page.ts";
import { Sentence } from "../ui/sentence.tsx";
import { urls } from "../vocabulary/urls.ts";
import { isAskedForAll, showAll } from "./asked-to-see.ts";
import { Byline } from "./byline.tsx";
import { languageName } from "./language-name.ts";
import { claims, madeHeading } from "./related.ts";
import type { MadeOf } from "./related-works.ts";
import type { RelatedWork, Work } from "./work.ts";

/** What a work is made of, a line each: "A translation of Letters Never Sent by Rook (English)". */
export function MadeFromLines({ page, works }: { page: Page; works: RelatedWork[] }) {
  return works.map((work) => (
    <p class="credit made-from">
      <Sentence
        page={page}
        says={claims[work.kind]}
        parts={{ work: <RelatedName page={page} work={work} /> }}
      />
    </p>
  ));
}

/** In the place of a name that the reader's rules keep out of their way: that there is one, and the way to see it once. */
function QuietName({ page }: { page: Page }) {
  const { t } = page;
  return (
    <>
      <span class="quiet">{t("a work that your rules hide")}</span>{" "}
      <a class="small" href={showAll(page)} rel="nofollow">
        {t("Show once")}
      </a>
    </>
  );
}

/** What was made of a work, a list for each kind, and the way to all of it. */
export function MadeOfSections(props: { page: Page; work: Pick<Work, "id">; made: MadeOf[] }) {
  const { page, work, made } = props;
  return made.map(({ kind, works, more }) => (
    <section aria-labelledby={`made-${kind}`}>
      <h2 id={`made-${kind}`}>{madeHeading(page.t, kind)}</h2>
      {works.length > 0 && (
        <ul class="made-of">
          {works.map((each) => (
            <li>
              <RelatedName page={page} work={each} />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p>
          <a href={urls.madeOfWork(work.id)}>{page.t("Everything made of this work")}</a>
        </p>
      )}
    </section>
  ));
}

/** The title, leading there where it may; by whom; and of a translation the language. */
export function RelatedName({ page, work }: { page: Page; work: RelatedWork }) {
  const { kind, title, language } = work;
  if (work.hiding && !isAskedForAll(page)) return <QuietName page={page} />;
  const isTold = work.anonymous || work.creators.some(({ role }) => role === "author");
  return (
    <>
      <RelatedTitle work={work}>{title || page.t("Without a title yet")}</RelatedTitle>
      {isTold && (
        <>
          {" "}
          <Byline page={page} work={work} />
        </>
      )}
      {kind === "translation" && language !== "" && (
        <span class="quiet"> ({languageName(language, page.locale)})</span>
      )}
    </>
  );
}

function RelatedTitle({ work, children }: { work: RelatedWork; children: string }) {
  const { workId, address, language } = work;
  const said = { lang: language || undefined, dir: "auto" } as const;
  if (workId !== null)
    return (
      <a href={urls.work(workId)} hreflang={language || undefined} {...said}>
        {children}
      </a>
    );
  if (address !== "")
    return (
      <a href={address} rel="external nofollow noopener noreferrer" {...said}>
        {children}
      </a>
    );
  return <cite {...said}>{children}</cite>;
}

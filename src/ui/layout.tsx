import { raw } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { urls } from "../vocabulary/urls.ts";
import { chosenParts } from "./comfort.ts";
import { FeedLinks, FeedsInHead, type PageFeed } from "./feed-links.tsx";
import type { Page } from "./page.ts";
import { PageFooter } from "./page-footer.tsx";
import { PageHeader } from "./page-header.tsx";

/** What the page is for, which decides how wide it is and whether it needs the script. */
export type PageKind = "reading" | "form" | "list";

/**
 * A whole document around a page's own content: head, skip link, header, `<main>`, footer.
 *
 * The content brings its own `<h1>`. `title` is shown before the archive's name, except when it is that name.
 * Reading pages carry no script but one their room asks for, and no style sheet but their own and the reader's.
 */
export function Layout(
  props: PropsWithChildren<{
    page: Page;
    title: string;
    description?: string | undefined;
    /** The one address search engines should know this page by, absolute or from the root. */
    canonical?: string | undefined;
    /** A feed of what the page shows, for feed readers that are given the page's address. */
    feed?: PageFeed | undefined;
    kind?: PageKind | undefined;
    /** Where else than to its beginning somebody may want to leap who goes from link to link. */
    skip?: { to: string; says: string } | undefined;
    noindex?: boolean | undefined;
    /** The address of a form that has just been saved for good: the browser may forget what was typed in it. */
    keptClear?: string | undefined;
    /** The address of a script of this page's own, beside what every form has. */
    script?: string | undefined;
    /** Whether a story is written here: the page brings the editor along. */
    writes?: boolean | undefined;
    /** Whether comfort is chosen here: the page shows what may be chosen. */
    comforts?: boolean | undefined;
    /** The address of a style sheet of this page's own. */
    style?: string | undefined;
    /** Seconds after which a browser without JavaScript asks for the page again, because it will have changed. */
    again?: number | undefined;
  }>,
) {
  const { page, kind = "list" } = props;
  const { t } = page;
  const chosen = chosenParts(page.comfort);
  const title = props.title === page.archiveName ? page.archiveName : `${props.title} · ${page.archiveName}`;
  return (
    <>
      {raw("<!DOCTYPE html>")}
      <html
        lang={page.locale}
        dir={page.direction}
        {...Object.fromEntries(chosen.map(([part, value]) => [`data-${part}`, value]))}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={colorSchemes(page.comfort)} />
          <title>{title}</title>
          {props.description && <meta name="description" content={props.description} />}
          {props.noindex && <meta name="robots" content="noindex" />}
          {props.canonical && <link rel="canonical" href={props.canonical} />}
          {props.feed && <FeedsInHead page={page} feed={props.feed} />}
          {props.again !== undefined && (
            <noscript>
              <meta http-equiv="refresh" content={String(props.again)} />
            </noscript>
          )}
          <link rel="icon" type="image/svg+xml" href={urls.asset("icon.svg")} />
          <link rel="stylesheet" href={page.assets.css} />
          {kind !== "reading" && <link rel="stylesheet" href={page.assets.roomsCss} />}
          {(kind === "form" || props.keptClear) && <script type="module" src={page.assets.script} />}
          {props.script && <script type="module" src={props.script} />}
          {props.writes && <link rel="stylesheet" href={page.assets.editor.css} />}
          {props.writes && <script type="module" src={page.assets.editor.script} />}
          {(chosen.length > 0 || props.comforts) && <link rel="stylesheet" href={page.assets.comfortCss} />}
          {props.style && <link rel="stylesheet" href={props.style} />}
        </head>
        <body class={`page-${kind}`}>
          <a class="skip-link" href="#main">
            {kind === "reading" ? t("Skip to the story") : t("Skip to the page")}
          </a>
          {props.skip && (
            <a class="skip-link" href={`#${props.skip.to}`}>
              {props.skip.says}
            </a>
          )}
          <PageHeader page={page} reads={kind === "reading"} />
          <main
            id="main"
            tabindex={-1}
            data-kept-clear={props.keptClear}
            data-kept-for={page.person.accountKey}
          >
            {/* A line that stands there from the beginning is read to nobody who is not led to it. Where the address names a
                place on the page, that place has the focus: browsers heed the address first. */}
            <output class="said" id="said" {...(page.said === null ? {} : { tabindex: -1, autofocus: true })}>
              {page.said}
            </output>
            {props.children}
            {props.feed && <FeedLinks page={page} feed={props.feed} />}
          </main>
          <PageFooter page={page} />
        </body>
      </html>
    </>
  );
}

/** What browsers draw by themselves, and the moment before the style sheet is there, follows the theme. */
function colorSchemes({ theme }: Page["comfort"]): string {
  if (theme === "device") return "light dark";
  return theme === "dark" || theme === "contrast-dark" ? "dark" : "light";
}

import { urls } from "../vocabulary/urls.ts";
import type { Page } from "./page.ts";

/**
 * The archive's name and the few places one can go from anywhere. Where somebody reads, a phone shows no more of it than the
 * way to type and colours, and the rest when it is asked for.
 */
export function PageHeader({ page, reads = false }: { page: Page; reads?: boolean | undefined }) {
  const { t } = page;
  return (
    <header class="page-header">
      <a class="archive-name" href={urls.home()}>
        {page.archiveName}
      </a>
      <nav class="page-nav" aria-label={t("Main")}>
        {reads ? (
          <>
            <ul>
              <NavItem page={page} href={urls.comfort(page.path)} text={t("Type and colours")} />
            </ul>
            <details class="page-menu">
              <summary>{t("Menu")}</summary>
              <Everywhere page={page} />
            </details>
          </>
        ) : (
          <Everywhere page={page} />
        )}
      </nav>
    </header>
  );
}

function Everywhere({ page }: { page: Page }) {
  const { t, person } = page;
  return (
    <>
      <ul>
        <NavItem page={page} href={urls.works()} text={t("Find")} />
        <NavItem page={page} href={urls.fandoms()} text={t("Fandoms")} />
        <NavItem page={page} href={urls.newest()} text={t("Newest")} />
        <NavItem page={page} href={urls.newImport()} text={t("Bring a story in")} />
      </ul>
      <ul>
        {person.signedIn ? (
          <>
            {person.notices !== undefined && (
              <NavItem
                page={page}
                href={urls.notices()}
                text={t("Notices ({count, number})", { count: person.notices })}
              />
            )}
            <NavItem page={page} href={urls.ledger()} text={t("My ledger")} />
            <NavItem page={page} href={urls.bookmarks()} text={t("Bookmarks")} />
            <NavItem page={page} href={urls.desk()} text={t("My desk")} />
            {person.mayWrangle && <NavItem page={page} href={urls.wrangling()} text={t("Tags")} />}
            {person.isOwner && <NavItem page={page} href={urls.settings()} text={t("Owner’s room")} />}
            <NavItem page={page} href={urls.account()} text={person.name ?? t("My account")} />
            <li>
              <form method="post" action={urls.signOut()}>
                <button class="link-button" type="submit">
                  {t("Sign out")}
                </button>
              </form>
            </li>
          </>
        ) : (
          <>
            <NavItem page={page} href={urls.signIn(whereToReturn(page))} text={t("Sign in")} />
            <NavItem page={page} href={urls.register()} text={t("Join")} />
          </>
        )}
      </ul>
    </>
  );
}

/** After signing in one comes back to the page one was on, except where that page was itself a door. */
function whereToReturn(page: Page): string | undefined {
  const path = page.path.split("?")[0];
  const doors = [urls.home(), urls.signIn(), urls.register(), urls.forgottenPassword()];
  return path === undefined || doors.includes(path) ? undefined : page.path;
}

function NavItem({ page, href, text }: { page: Page; href: string; text: string }) {
  const here = page.path.split("?")[0] === href.split("?")[0];
  return (
    <li>
      <a href={href} aria-current={here ? "page" : undefined}>
        {text}
      </a>
    </li>
  );
}

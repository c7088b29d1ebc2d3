import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { CountedTag } from "../../work-lists.ts";
import { byLetter } from "./by-letter.ts";
import { TagIndex } from "./tag-index.tsx";

/** Below this many fandoms a row of letters only stands in the way. */
const fewestForLetters = 15;

/** Fandoms by letter, with the number of works under each. */
export function FandomsPage({ page, fandoms }: { page: Page; fandoms: CountedTag[] }) {
  const { t } = page;
  const groups = byLetter(fandoms, page.locale);
  return (
    <Layout page={page} title={t("Fandoms")} canonical={urls.fandoms()}>
      <header class="page-head">
        <h1>{t("Fandoms")}</h1>
        <p class="quiet">
          {t("{count, plural, =0 {No fandom has works here yet.} one {# fandom} other {# fandoms}}", {
            count: fandoms.length,
          })}
        </p>
        {fandoms.length > 0 && (
          <p>
            <a href={urls.works()}>{t("Find by more than the fandom")}</a>
          </p>
        )}
      </header>
      {fandoms.length >= fewestForLetters && (
        <nav aria-label={t("Letters")}>
          <ul class="letters">
            {groups.map(({ letter }, index) => (
              <li>
                <a href={`#letter-${index + 1}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ letter, members }, index) => (
        <section aria-labelledby={`letter-${index + 1}`}>
          <h2 id={`letter-${index + 1}`}>{letter}</h2>
          <TagIndex page={page} tags={members} />
        </section>
      ))}
    </Layout>
  );
}

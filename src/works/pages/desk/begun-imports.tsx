import type { Member } from "../../../people/person.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { Day } from "../../../ui/day.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";

/** A story that is being brought in: looked through in part, and not yet a work. */
export type BegunImport = { id: string; fileName: string; updatedAt: number };

/** Finds what a member has begun to bring in, the last worked on first. Importing stands above the desk and answers. */
export type ListBegunImports = (reader: Reader, member: Member) => Promise<BegunImport[]>;

/** What still waits to be looked through; nothing at all when nothing does. */
export function BegunImports({ page, imports }: { page: Page; imports: BegunImport[] }) {
  const { t } = page;
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="begun-imports">
      <h2 id="begun-imports">{t("Being brought in")}</h2>
      <ul class="desk-list">
        {imports.map(({ id, fileName, updatedAt }) => (
          <li>
            <div>
              <h3 class="work-heading" id={`import-${id}`}>
                <a class="work-title" href={urls.importReview(id)} dir="auto">
                  {fileName}
                </a>
              </h3>
              <ul class="facts-line">
                <li>
                  <Sentence
                    page={page}
                    says="last changed {day}"
                    parts={{ day: <Day page={page} at={updatedAt} length="short" /> }}
                  />
                </li>
              </ul>
            </div>
            <div class="actions">
              <a href={urls.importReview(id)} aria-describedby={`import-${id}`}>
                {t("Go on looking through it")}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import { withStanding } from "../change-filter.ts";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { OtherReading } from "../query-language/ask-for-words.ts";
import { repaired } from "../query-language/mistake.ts";
import type { WorkFilter } from "../work-filter.ts";
import { urlTyped } from "./url-typed.ts";

/** Words without a kind can be a name or stand in a story: as what they were taken, and the other way, one click each. */
export function OtherReadings(props: {
  page: Page;
  /** What was chosen beside what was typed. */
  base: WorkFilter;
  names: FilterNames;
  typed: string;
  others: OtherReading[];
}) {
  const { page, base, typed, others } = props;
  const { t } = page;
  const choices = others.filter(({ taken }) => taken === "choice");
  return (
    <>
      {others
        .filter(({ taken }) => taken !== "choice")
        .map((other) => (
          <div class="find-reading">
            {other.taken === "name" ? (
              <p class="quiet">
                <Sentence
                  page={page}
                  says="“{words}” was taken for a name. {instead}"
                  parts={{
                    words: <bdi>{other.words}</bdi>,
                    instead: other.instead.map((instead) => (
                      <a href={urlTyped(base, repaired(typed, other, instead))}>
                        {t("Look for it inside the stories")}
                      </a>
                    )),
                  }}
                />
              </p>
            ) : (
              <>
                <p class="quiet">
                  <Sentence
                    page={page}
                    says="“{words}” was looked for inside the stories. It is also in these names:"
                    parts={{ words: <bdi>{other.words}</bdi> }}
                  />
                </p>
                <Names {...props} other={other} />
              </>
            )}
          </div>
        ))}
      {choices.length > 0 && (
        <Notice title={t("Which of these do you mean?")}>
          {choices.map((other) => (
            <>
              <p>{t("“{words}” is the name of several things:", { words: other.words })}</p>
              <Names {...props} other={other} />
            </>
          ))}
        </Notice>
      )}
    </>
  );
}

function Names(props: {
  page: Page;
  base: WorkFilter;
  names: FilterNames;
  typed: string;
  other: OtherReading;
}) {
  const { page, base, names, typed, other } = props;
  const { t } = page;
  const kindOf = (kindId: string) => names.kinds.find(({ id }) => id === kindId)?.name ?? t("Tag");
  const rest = repaired(typed, other, "").trim();
  /** Chosen in place of the words; what else was typed stays typed. */
  const chosen = (of: "tag" | "writer", id: string) => {
    const filter = withStanding(base, of, id, "in");
    return rest === "" ? urls.works(queryOfFilter(filter)) : urlTyped(filter, rest);
  };
  const offered = [
    ...other.names.tags.map(({ id, kindId, name }) => ({
      href: chosen("tag", id),
      name,
      what: kindOf(kindId),
    })),
    ...other.names.writers.map(({ id, name }) => ({ href: chosen("writer", id), name, what: t("Writer") })),
    ...other.names.works.map(({ id, title }) => ({ href: urls.work(id), name: title, what: t("Story") })),
    ...(other.taken === "choice" ? other.instead : []).map((instead) => ({
      href: urlTyped(base, repaired(typed, other, instead)),
      name: other.words,
      what: t("inside the stories"),
    })),
  ];
  return (
    <ul class="find-loose">
      {offered.map(({ href, name, what }) => (
        <li>
          <a href={href} dir="auto">
            {name}
          </a>{" "}
          <span class="quiet small">{what}</span>
        </li>
      ))}
    </ul>
  );
}

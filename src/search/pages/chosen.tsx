import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { urls } from "../../vocabulary/urls.ts";
import type { FilterNames } from "../filter-names.ts";
import { queryOfFilter } from "../filter-url.ts";
import type { WorkFilter } from "../work-filter.ts";
import { type ChosenPart, chosenParts } from "./chosen-parts.ts";
import { alternativeTo } from "./filling.ts";

/** What was chosen, each with a link that takes it off. */
export function Chosen({ page, filter, names }: { page: Page; filter: WorkFilter; names: FilterNames }) {
  const { t } = page;
  const parts = chosenParts(page, filter, names);
  if (parts.length === 0) return null;
  return (
    <section class="find-chosen" aria-labelledby="chosen">
      <h2 id="chosen" class="visually-hidden">
        {t("What you chose")}
      </h2>
      <ul>
        {parts.map(({ name, out, weight, rest, turns = [], members = [], orAnother }) => (
          <li class={out ? "chosen chosen-out" : "chosen"}>
            {out ? (
              <Sentence page={page} says="without {name}" parts={{ name: <bdi>{name}</bdi> }} />
            ) : members.length > 1 ? (
              <Members page={page} members={members} />
            ) : (
              <bdi>{name}</bdi>
            )}
            {weight && <span class="quiet"> {weight}</span>}
            {turns.map(({ says, inFull, filter }) => (
              <>
                {" "}
                <a class="chosen-turn" href={urls.works(queryOfFilter(filter))} aria-label={inFull}>
                  {says}
                </a>
              </>
            ))}
            {orAnother && (
              <>
                {" "}
                <a
                  class="chosen-turn"
                  href={urls.tagChooser(
                    [orAnother.kindId],
                    `${queryOfFilter(filter)}&add=${alternativeTo(orAnother.id)}`,
                  )}
                  aria-label={t("Or another in place of {name}", { name })}
                >
                  {t("or another…")}
                </a>
              </>
            )}
            {members.length < 2 && (
              <>
                {" "}
                <a href={urls.works(queryOfFilter(rest))} aria-label={t("Take off: {name}", { name })}>
                  {t("take off")}
                </a>
              </>
            )}
          </li>
        ))}
        {parts.length > 1 && (
          <li>
            <a href={urls.works()}>{t("Take everything off")}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** "A or B", each with a link that takes it off. */
function Members({ page, members }: { page: Page; members: NonNullable<ChosenPart["members"]> }) {
  const { t, locale } = page;
  let at = 0;
  const pieces = new Intl.ListFormat(locale, { type: "disjunction" })
    .formatToParts(members.map(({ name }) => name))
    .map(({ type, value }) => ({ said: value, member: type === "element" ? members[at++] : undefined }));
  return (
    <>
      {pieces.map(({ said, member }) =>
        member ? (
          <>
            <bdi>{member.name}</bdi>{" "}
            <a
              href={urls.works(queryOfFilter(member.rest))}
              aria-label={t("Take off: {name}", { name: member.name })}
            >
              {t("take off")}
            </a>
          </>
        ) : (
          said
        ),
      )}
    </>
  );
}

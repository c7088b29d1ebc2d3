import type { Child } from "hono/jsx";
import type { Page } from "../../ui/page.ts";
import type { Decisions, FindingState } from "../finding.ts";
import type { FindingGroup, KindGroup } from "../group-findings.ts";
import { decisionOn, decisionsFor } from "../read-decisions.ts";
import { FindingEntry, FindingWords, SamePlaceEntry } from "./finding-entry.tsx";
import { decisionLabel, groupTitle } from "./finding-words.ts";
import { ReviewButton } from "./review-button.tsx";
import { reviewButtons } from "./review-buttons.ts";

/** Groups lie open up to this many entries in all; the others are folded: so many frighten. */
const mostOpen = 8;

/** The most entries of a group that are listed unasked. */
const mostListed = 30;

type ListProps = {
  page: Page;
  groups: KindGroup[];
  decisions: Decisions;
  /** The group that is listed whole. */
  all: string | null;
};

/** What was found and may be decided at leisure: to be answered, done already, only noted. */
export function ReviewFindings(props: ListProps & { isSettled: boolean }) {
  const { t } = props.page;
  const groups = props.groups.filter(({ findings }) => !findings.some(({ mustAnswer }) => mustAnswer));
  const of = (...states: FindingState[]) => groups.filter(({ state }) => states.includes(state));
  const questions = of("proposed", "unsure");
  const open = questions.reduce((sum, group) => sum + unanswered(group, props.decisions), 0);
  const [applied, noted] = [of("applied"), of("noted")];
  return (
    <>
      <h2 id="findings">
        {questions.length > 0 && open === 0
          ? t("Every question is answered")
          : t("{count, plural, =0 {No questions} other {Questions for you (#)}}", { count: open })}
      </h2>
      {questions.length === 0 ? (
        <p>
          {props.isSettled
            ? t("There is nothing to decide. You can save it as it is.")
            : t("There is nothing to decide but what stands above.")}
        </p>
      ) : (
        <>
          <p class="quiet">
            {open === 0
              ? t("You can change your answers, or save it as it is.")
              : t(
                  "Nothing of this is done yet, and nothing has to be answered: what you leave stays as it is in the file.",
                )}
          </p>
          <FindingGroups {...props} groups={questions} />
        </>
      )}
      {applied.length > 0 && (
        <Folded
          id="done"
          title={t("Done already ({count})", { count: countOf(applied) })}
          hint={t("Each of these can be undone.")}
        >
          <FindingGroups {...props} groups={applied} />
        </Folded>
      )}
      {noted.length > 0 && (
        <Folded
          id="noticed"
          title={t("Noticed ({count})", { count: countOf(noted) })}
          hint={t("Nothing was changed here.")}
        >
          <FindingGroups {...props} groups={noted} />
        </Folded>
      )}
    </>
  );
}

function Folded(props: { id: string; title: string; hint: string; children: Child }) {
  return (
    <details class="fold" id={props.id}>
      <summary>
        <h2>{props.title}</h2>
      </summary>
      <p class="quiet">{props.hint}</p>
      {props.children}
    </details>
  );
}

/**
 * Groups of findings, each folded under its name, its number and its answer, as far as they are many.
 *
 * @param inOneAnswer whether each offers one answer for all of it
 */
export function FindingGroups(props: ListProps & { inOneAnswer?: boolean }) {
  const { page, groups, decisions, all, inOneAnswer = true } = props;
  let listed = 0;
  return (
    <>
      {groups.map((group) => {
        if (unanswered(group, decisions) > 0) listed += group.clusters.length;
        const isOpen = (listed <= mostOpen && unanswered(group, decisions) > 0) || all === group.id;
        return (
          <details class="finding-group" id={`group-${group.id}`} open={isOpen}>
            <summary>
              <h3>
                {groupTitle(group.kind, page.t)}
                {group.everywhere > 1 && (
                  <span class="count">
                    {" "}
                    {group.everywhere > group.findings.length
                      ? page.t("{here} here, {everywhere} in all", {
                          here: group.findings.length,
                          everywhere: group.everywhere,
                        })
                      : group.everywhere}
                  </span>
                )}
              </h3>
              <Standing {...props} group={group} />
            </summary>
            {inOneAnswer &&
              group.everywhere > 1 &&
              (group.clusters.length > 1 || group.everywhere > group.findings.length) && (
                <TheSameEverywhere page={page} group={group} />
              )}
            <Entries {...props} group={group} />
          </details>
        );
      })}
    </>
  );
}

/** How a group is answered, seen also while it is folded. */
function Standing({ page, decisions, group }: ListProps & { group: FindingGroup }) {
  const { t } = page;
  const [first, ...others] = group.findings.filter(({ decidable }) => decidable);
  if (first === undefined) return null;
  const decision = decisionOn(first, decisions);
  const isSame = others.every((finding) => decisionOn(finding, decisions) === decision);
  const isAsItWas = isSame && decision === "keep";
  if (isAsItWas && !Object.hasOwn(decisions, first.id)) return null;
  const answer = isSame ? decisionLabel(first, decision, t) : t("Answered one by one");
  const isHabit = isSame && first.reasons.some(({ why }) => why === "answered-before");
  return (
    <span class="standing">
      {" "}
      {isHabit ? t("{answer}, as you answered for an earlier chapter", { answer }) : answer}
    </span>
  );
}

/** The entries of a group: a few, and on being asked all. */
function Entries({ page, group, decisions, all }: ListProps & { group: KindGroup }) {
  const { t } = page;
  const isWhole = all === group.id;
  const shown = isWhole ? group.clusters : group.clusters.slice(0, mostListed);
  const listed = shown.reduce((sum, { findings }) => sum + (isWhole ? findings : atMost(findings)).length, 0);
  return (
    <>
      <ol class="findings">
        {shown.map((cluster) => (
          <Cluster page={page} cluster={cluster} decisions={decisions} isWhole={isWhole} />
        ))}
      </ol>
      {listed < group.findings.length && (
        <p class="rest">
          {t("These are the first {count}. An answer for all counts for the others too.", { count: listed })}{" "}
          <ReviewButton value={reviewButtons.all(group.id)}>
            {t("Show all {count}", { count: group.findings.length })}
          </ReviewButton>
        </p>
      )}
    </>
  );
}

function atMost<Entry>(entries: Entry[]): Entry[] {
  return entries.slice(0, mostListed);
}

/** Findings about the very same words are said once, and answered at once or place by place. */
function Cluster(props: { page: Page; cluster: FindingGroup; decisions: Decisions; isWhole: boolean }) {
  const { page, cluster, decisions, isWhole } = props;
  const { findings } = cluster;
  const [first, ...others] = findings;
  if (!first) return null;
  if (others.length === 0 && cluster.everywhere === 1)
    return <FindingEntry page={page} finding={first} decisions={decisions} />;
  const answers = new Set(findings.map((finding) => decisionOn(finding, decisions)));
  return (
    <li class="finding-cluster">
      <FindingWords page={page} finding={first} />
      <TheSameEverywhere page={page} group={cluster} />
      <details class="fold" id={`places-${cluster.id}`} open={answers.size > 1 || findings.length === 1}>
        <summary>
          {page.t("{count, plural, one {The place by itself} other {Each of the # places by itself}}", {
            count: findings.length,
          })}
        </summary>
        <ol class="findings">
          {(isWhole ? findings : atMost(findings)).map((finding, index) => (
            <SamePlaceEntry
              page={page}
              finding={finding}
              decisions={decisions}
              number={index + 1}
              count={findings.length}
            />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** One press for all of a group, in whatever chapter they are. */
function TheSameEverywhere({ page, group }: { page: Page; group: FindingGroup }) {
  const { t } = page;
  const example = group.findings.find((finding) => decisionsFor(finding).length > 0);
  if (!example) return null;
  return (
    <div class="everywhere">
      <p class="quiet small">
        {group.chapters > 1
          ? t("The same everywhere, in {places} places in {chapters} chapters:", {
              places: group.everywhere,
              chapters: group.chapters,
            })
          : t("The same everywhere:")}
      </p>
      {decisionsFor(example)
        .toReversed()
        .map((decision) => (
          <ReviewButton value={reviewButtons.decide(decision, group.id)}>
            {t("All {count}: {answer}", {
              count: group.everywhere,
              answer: decisionLabel(example, decision, t),
            })}
          </ReviewButton>
        ))}
    </div>
  );
}

/** How many findings of a group nobody has answered. */
function unanswered({ findings }: FindingGroup, decisions: Decisions): number {
  return findings.filter(({ id }) => !Object.hasOwn(decisions, id)).length;
}

function countOf(groups: KindGroup[]): number {
  return groups.reduce((sum, { findings }) => sum + findings.length, 0);
}

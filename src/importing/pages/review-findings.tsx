import type { Child } from "hono/jsx";
import { SelectField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import type { Decisions, FindingState } from "../finding.ts";
import type { FindingGroup, KindGroup } from "../group-findings.ts";
import { decisionFieldNames, decisionOn, decisionsFor } from "../read-decisions.ts";
import { FindingEntry, FindingWords, SamePlaceEntry } from "./finding-entry.tsx";
import { decisionLabel, groupTitle } from "./finding-words.ts";

/** More entries of one kind than this are folded under the answer for all of them: so many frighten. */
const mostOpen = 8;

type ListProps = { page: Page; groups: KindGroup[]; decisions: Decisions };

/** Everything that was found, by what it means: to be answered, done already, only noted. */
export function ReviewFindings({ page, groups, decisions }: ListProps) {
  const { t } = page;
  const of = (...states: FindingState[]) => groups.filter(({ state }) => states.includes(state));
  const questions = of("proposed", "unsure");
  return (
    <>
      <h2 id="findings">
        {t("{count, plural, =0 {No questions} other {Questions for you (#)}}", {
          count: countOf(questions),
        })}
      </h2>
      {questions.length === 0 ? (
        <p>{t("There is nothing to decide. You can save it as it is.")}</p>
      ) : (
        <>
          <p class="quiet">
            {t(
              "Nothing of this is done yet, and nothing has to be answered: what you leave stays as it is in the file.",
            )}
          </p>
          <Groups page={page} groups={questions} decisions={decisions} />
        </>
      )}
      <Folded
        page={page}
        title={t("Done already ({count})", { count: countOf(of("applied")) })}
        groups={of("applied")}
        decisions={decisions}
        hint={t("Each of these can be undone.")}
      />
      <Folded
        page={page}
        title={t("Noticed ({count})", { count: countOf(of("noted")) })}
        groups={of("noted")}
        decisions={decisions}
        hint={t("Nothing was changed here.")}
      />
    </>
  );
}

type GroupsProps = { page: Page; groups: KindGroup[]; decisions: Decisions };

function Folded({ title, hint, ...props }: GroupsProps & { title: string; hint: string }) {
  if (props.groups.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        <h2>{title}</h2>
      </summary>
      <p class="quiet">{hint}</p>
      <Groups {...props} />
    </details>
  );
}

function Groups({ page, groups, decisions }: GroupsProps) {
  return (
    <>
      {groups.map((group) => (
        <section class="finding-group">
          <h3>
            {groupTitle(group.kind, page.t)}
            {group.findings.length > 1 && ` (${group.findings.length})`}
          </h3>
          {group.everywhere > 1 &&
            (group.clusters.length > 1 || group.everywhere > group.findings.length) && (
              <DecideAll page={page} group={group} />
            )}
          <Entries
            page={page}
            group={group}
            decisions={decisions}
            together={group.clusters.length > 1}
            folded={
              group.clusters.length > mostOpen &&
              page.t("The {count} one by one", { count: group.findings.length })
            }
          >
            {group.clusters.map((cluster) => (
              <Cluster page={page} cluster={cluster} decisions={decisions} />
            ))}
          </Entries>
        </section>
      ))}
    </>
  );
}

function Cluster({ page, cluster, decisions }: { page: Page; cluster: FindingGroup; decisions: Decisions }) {
  const { findings } = cluster;
  const [first, ...others] = findings;
  if (!first) return null;
  if (others.length === 0) return <FindingEntry page={page} finding={first} decisions={decisions} />;
  return (
    <li class="finding-cluster">
      <FindingWords page={page} finding={first} />
      <DecideAll page={page} group={cluster} />
      <Entries
        page={page}
        group={cluster}
        decisions={decisions}
        together
        folded={page.t("Each of the {count} places by itself", { count: findings.length })}
      >
        {findings.map((finding, index) => (
          <SamePlaceEntry
            page={page}
            finding={finding}
            decisions={decisions}
            number={index + 1}
            count={findings.length}
          />
        ))}
      </Entries>
    </li>
  );
}

/** The entries of a group, folded away where one answer will mostly do, unless they were answered differently. */
function Entries(props: {
  page: Page;
  group: FindingGroup;
  decisions: Decisions;
  /** Whether they may all be answered at once. */
  together: boolean;
  /** What unfolds them; false: they lie open. */
  folded: string | false;
  children: Child;
}) {
  const { group, decisions, folded } = props;
  const labels = props.together ? allLabels(props.page, group) : undefined;
  if (!folded)
    return (
      <ol class="findings" data-decide-all={labels}>
        {props.children}
      </ol>
    );
  const answers = new Set(group.findings.map((finding) => decisionOn(finding, decisions)));
  return (
    <details class="fold" open={answers.size > 1} data-decide-all={labels}>
      <summary>{folded}</summary>
      <ol class="findings">{props.children}</ol>
    </details>
  );
}

/** One answer for all of a group. It counts wherever a single answer is not changed. */
function DecideAll({ page, group }: { page: Page; group: FindingGroup }) {
  const { t } = page;
  const example = group.findings.find(({ decidable }) => decidable);
  if (!example) return null;
  return (
    <div class="decide-all">
      <SelectField
        page={page}
        name={decisionFieldNames.group(group)}
        label={t("All {count} at once", { count: group.everywhere })}
        value=""
        nothing={t("as answered one by one")}
        choices={decisionsFor(example)
          .map((decision) => ({ value: decision, label: decisionLabel(example, decision, t) }))
          .reverse()}
      />
    </div>
  );
}

/** What the script writes on the buttons it puts in the field's place: JSON of labels by decision. */
function allLabels({ t }: Page, group: FindingGroup): string | undefined {
  const example = group.findings.find(({ decidable }) => decidable);
  if (!example) return undefined;
  const labels = decisionsFor(example)
    .map((decision) => [
      decision,
      t("All {count}: {answer}", {
        count: group.everywhere,
        answer: decisionLabel(example, decision, t),
      }),
    ])
    .reverse();
  return JSON.stringify(Object.fromEntries(labels));
}

function countOf(groups: KindGroup[]): number {
  return groups.reduce((sum, { findings }) => sum + findings.length, 0);
}

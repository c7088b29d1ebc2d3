import { Notice } from "../../ui/notice.tsx";
import type { Page } from "../../ui/page.ts";
import { Sentence } from "../../ui/sentence.tsx";
import { addressSentence } from "../address-sentence.ts";
import { type AddressProblem, queryOfFilter } from "../filter-url.ts";
import { type Mistake, repaired } from "../query-language/mistake.ts";
import { mistakeSentence } from "../query-language/mistake-sentence.ts";
import type { WorkFilter } from "../work-filter.ts";
import { urlTyped } from "./url-typed.ts";

/** More than these help nobody; the first ones put right, the rest is seen next. */
const mostTold = 8;

/** What could not be understood, each with its place and, where one can be guessed, a link that puts it right. */
export function WhatWentWrong(props: {
  page: Page;
  /** What the list below is made from. */
  filter: WorkFilter;
  /** What was chosen beside what was typed. */
  base: WorkFilter;
  typed: string;
  mistakes: Mistake[];
  problems: AddressProblem[];
  leftOut: number;
  /** Words that cannot be looked for inside the stories. */
  unusable: string[];
}) {
  const { page, filter, mistakes, problems, leftOut, unusable } = props;
  const { t } = page;
  const count = mistakes.length + problems.length + (leftOut > 0 ? 1 : 0) + (unusable.length > 0 ? 1 : 0);
  if (count === 0) return null;
  return (
    <Notice
      kind="firm"
      title={t("{count, plural, one {One thing was} other {# things were}} not understood", { count })}
    >
      <p>
        {queryOfFilter(filter) === ""
          ? t("Nothing else was asked for, so the list below shows every work, not what you looked for.")
          : t("The list below is made from all the rest, and what you typed is still in the box.")}
      </p>
      <ul class="find-mistakes">
        {problems.slice(0, mostTold).map((problem) => (
          <li>{addressSentence(t, problem)}</li>
        ))}
        {leftOut > 0 && (
          <li>
            {t(
              "{count, plural, one {One name} other {# names}} in this address cannot be found here; the list is made without.",
              { count: leftOut },
            )}
          </li>
        )}
        {unusable.length > 0 && <li>{mistakeSentence(page, { kind: "unusable-text", words: unusable })}</li>}
        {mistakes.slice(0, mostTold).map((mistake) => (
          <MistakeTold {...props} mistake={mistake} />
        ))}
      </ul>
    </Notice>
  );
}

function MistakeTold(props: { page: Page; base: WorkFilter; typed: string; mistake: Mistake }) {
  const { page, base, typed, mistake } = props;
  const links = mistake.repairs.map((repair) => (
    <a href={urlTyped(base, repaired(typed, mistake, repair))}>
      <code>{repair === "" ? page.t("leave it out") : shortened(repair)}</code>
    </a>
  ));
  return (
    <li>
      <code class="find-place" dir="auto">
        {before(typed, mistake.from)}
        <mark>{shortened(typed.slice(mistake.from, mistake.to))}</mark>
        {after(typed, mistake.to)}
      </code>{" "}
      <span>{mistakeSentence(page, mistake.fault)}</span>{" "}
      {links.length > 0 && (
        <span>
          <Sentence
            page={page}
            says="Did you mean {repairs}?"
            parts={{ repairs: <>{links.map((link, index) => (index === 0 ? link : <> {link}</>))}</> }}
          />
        </span>
      )}{" "}
      <span class="quiet small">
        {page.t("(From character {from, number} on.)", {
          from: [...typed.slice(0, mistake.from)].length + 1,
        })}
      </span>
    </li>
  );
}

const around = 16;

function before(typed: string, from: number): string {
  return from > around ? `…${typed.slice(from - around, from)}` : typed.slice(0, from);
}

function after(typed: string, to: number): string {
  return to + around < typed.length ? `${typed.slice(to, to + around)}…` : typed.slice(to);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

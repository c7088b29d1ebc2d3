import {
  ErrorSummary,
  type FieldErrors,
  FileField,
  Form,
  FormButtons,
  HiddenField,
  SubmitButton,
  TextArea,
} from "../../ui/form.ts";
import { Layout } from "../../ui/layout.tsx";
import type { Page } from "../../ui/page.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { SheetPlan, SheetRefusal, SheetStep } from "../plan-sheet.ts";
import { mostLines, type SheetFault } from "../tag-sheet.ts";
import { DeskNav } from "./desk-nav.tsx";
import { refusalSentence } from "./refusal-sentence.ts";

/** A sheet looked at: what it would do, and what is wrong with it. */
export type LookedAt = {
  plan: SheetPlan;
  faults: SheetFault[];
  /** Stands for the plan, so that nothing else is done than was seen. */
  mark: string;
  nameOf: (tagId: string) => string;
};

type BringInProps = { page: Page; sheet: string; looked: LookedAt | null; errors: FieldErrors };

/** Lines told at first, told at all, and counted beyond. */
const toldAtFirst = 10;
const mostTold = 200;

/** Tags to begin with, or from elsewhere: a sheet is looked at first, and then brought in. */
export function BringInPage(props: BringInProps) {
  const { page, sheet, looked, errors } = props;
  const { t } = page;
  const address = urls.wranglingImport();
  return (
    <Layout page={page} title={t("Bring tags in")} kind="form" noindex>
      <h1>{t("Bring tags in")}</h1>
      <DeskNav page={page} />
      <ErrorSummary page={page} errors={errors} />
      {looked && <Looked {...props} looked={looked} />}
      {!looked && <ThreeWays page={page} />}
      <Form page={page} action={address} enctype="multipart/form-data" label={t("A sheet of tags")}>
        <TextArea
          page={page}
          name="sheet"
          label={t("The sheet")}
          hint={t(
            "The first line names the columns: kind, name, synonym of, parents, media. A line without “synonym of” is a canonical tag. Several parents stand under one another in their cell, or in a line of their own each. At most {most, number} lines.",
            { most: mostLines },
          )}
          value={sheet}
          rows={looked ? 6 : 12}
          spellcheck={false}
          error={errors.sheet}
        />
        <FileField
          page={page}
          name="file"
          label={t("Or a file (CSV)")}
          accept=".csv,text/csv"
          error={errors.file}
        />
        {looked && <HiddenField name="seen" value={looked.mark} />}
        <FormButtons>
          <SubmitButton kind={looked ? "quiet" : "main"} name="press" value="look">
            {looked ? t("Look again") : t("Look what it would do")}
          </SubmitButton>
          {looked && looked.plan.steps.length > 0 && (
            <SubmitButton name="press" value="do">
              {t("Bring it in: {count, plural, one {# change} other {# changes}}", {
                count: looked.plan.steps.length,
              })}
            </SubmitButton>
          )}
        </FormButtons>
      </Form>
    </Layout>
  );
}

function ThreeWays({ page }: { page: Page }) {
  const { t } = page;
  return (
    <>
      <p class="lead">
        {t(
          "An archive may begin without a single tag: writers bring their own words, and wranglers say later what they mean. That is how yours began. Nothing here has to be done.",
        )}
      </p>
      <Form page={page} action={urls.wranglingImport()} label={t("A small set to begin with")}>
        <h2>{t("A small set to begin with")}</h2>
        <p>
          {t(
            "Begin with a small set of our own: some two hundred general words, such as Fluff, Angst or Slow Burn, with their spellings and what stands above them. You see it before anything is done.",
          )}
        </p>
        <SubmitButton kind="quiet" name="press" value="small">
          {t("Look at the small set")}
        </SubmitButton>
      </Form>
      <h2>{t("A sheet of yours")}</h2>
      <p>
        {t("From another archive, or from a spreadsheet. You see what it would do before anything is done.")}
      </p>
    </>
  );
}

function Looked({ page, looked }: BringInProps & { looked: LookedAt }) {
  const { t } = page;
  const { plan, faults } = looked;
  const decided = plan.steps.filter((step) => step.decided);
  const others = plan.steps.filter((step) => !step.decided);
  const wrong = [
    ...faults.map((fault) => ({ line: fault.line, says: faultSentence(t, fault) })),
    ...plan.refusals.map((refusal) => ({
      line: refusal.line,
      says: refusedSentence(t, refusal, looked.nameOf),
    })),
  ].sort((one, other) => one.line - other.line);
  return (
    <>
      <p class="lead">
        {t(
          "Nothing is done yet. {changes, plural, =0 {Nothing would change} one {# thing would change} other {# things would change}}, {unchanged, plural, =0 {} one {# line says what stands so already, } other {# lines say what stands so already, }}and {wrong, plural, =0 {nothing is wrong} one {# thing is wrong and would be left out} other {# things are wrong and would be left out}}.",
          { changes: plan.steps.length, unchanged: plan.unchanged, wrong: wrong.length },
        )}
      </p>
      <Told page={page} id="wrong" title={t("What is wrong")} lines={wrong} />
      <Told
        page={page}
        id="decided"
        title={t("What wranglers decided otherwise before")}
        lines={decided.map((step) => ({ line: step.line, says: stepSentence(t, step) }))}
      />
      <Told
        page={page}
        id="would"
        title={t("What would happen")}
        lines={others.map((step) => ({ line: step.line, says: stepSentence(t, step) }))}
      />
    </>
  );
}

type ToldLine = { line: number; says: string };

function Told(props: { page: Page; id: string; title: string; lines: readonly ToldLine[] }) {
  const { page, id, lines } = props;
  const { t } = page;
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <Lines page={page} lines={lines.slice(0, toldAtFirst)} />
      {lines.length > toldAtFirst && (
        <details class="fold">
          <summary>
            {t("{count, plural, one {# more} other {# more}}", { count: lines.length - toldAtFirst })}
          </summary>
          <Lines page={page} lines={lines.slice(toldAtFirst, mostTold)} />
          {lines.length > mostTold && (
            <p>{t("and {count, plural, one {# more} other {# more}}", { count: lines.length - mostTold })}</p>
          )}
        </details>
      )}
    </section>
  );
}

function Lines({ page, lines }: { page: Page; lines: readonly ToldLine[] }) {
  return (
    <ul>
      {lines.map(({ line, says }) => (
        <li>
          <span class="quiet">{page.t("Line {line, number}:", { line })}</span> <span dir="auto">{says}</span>
        </li>
      ))}
    </ul>
  );
}

function stepSentence(t: Translate, { what, tag, other, decided }: SheetStep): string {
  switch (what) {
    case "canonical":
      return decided
        ? t("“{tag}” is a synonym now, and becomes canonical", { tag })
        : t("“{tag}” becomes canonical", { tag });
    case "synonym":
      return t("“{tag}” becomes a synonym of “{other}”", { tag, other });
    case "parent":
      return t("“{tag}” goes under “{other}”", { tag, other });
    case "media":
      return decided ? t("“{tag}” gets more media", { tag }) : t("“{tag}” gets its media", { tag });
  }
}

function refusedSentence(t: Translate, { refusal }: SheetRefusal, nameOf: (tagId: string) => string): string {
  return refusal.why === "synonym-itself"
    ? t("The sheet says elsewhere that “{name}” is a synonym.", { name: refusal.name })
    : refusalSentence(t, refusal, nameOf);
}

function faultSentence(t: Translate, fault: SheetFault): string {
  switch (fault.why) {
    case "no-columns":
      return t("The first line must name the columns, kind and name at least.");
    case "open-quote":
      return t("A quotation mark opens here and is never closed; what follows was not read.");
    case "overlong":
      return t("The line that begins here is too long for any sheet; it and what follows were not read.");
    case "no-name":
      return t("A tag needs a name of at most 250 characters.");
    case "media-of-synonym":
      return t("A synonym has no media of its own; give them to the canonical tag.");
    case "parents-of-synonym":
      return t("A synonym stands under nothing by itself; put the canonical tag there.");
    case "unknown-kind":
      return t("“{typed}” is no kind of tag here.", { typed: fault.typed });
    case "unknown-medium":
      return t("“{typed}” is no medium here.", { typed: fault.typed });
    case "too-long":
      return t("The sheet has more than {most, number} lines. Bring it in in parts.", { most: fault.most });
  }
}
